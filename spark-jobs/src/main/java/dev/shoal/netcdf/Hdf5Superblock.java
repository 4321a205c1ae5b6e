package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first bytes of an HDF5 file: "HDF5 File Format Specification", section II.A.
 *
 * @param offsetBytes bytes of an address
 * @param lengthBytes bytes of a length
 * @param root address of the root group
 */
record Hdf5Superblock(int offsetBytes, int lengthBytes, long root) {

    private static final int BYTES = 128;
    private static final int VERSION_AT = 8;
    private static final int FIRST_PLACE = 512;
    private static final int LATEST = 3;

    /** Returns where the superblock lies: at 0, 512, 1024, 2048, ...; or nothing where the file has none. */
    static Optional<Long> place(ByteSource source) throws IOException {
        byte[] front = new byte[FileFormat.MAGIC_BYTES];
        for (long at = 0; at <= source.length() - BYTES / 2; at = at == 0 ? FIRST_PLACE : at * 2) {
            source.read(at, front, 0, front.length);
            if (FileFormat.of(front).equals(Optional.of(FileFormat.HDF5))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the superblock and refuses a file that is shorter than it says of itself.
     *
     * @param source begins with the superblock
     * @param before bytes of the file in front of it
     * @throws UnreadableException with the length found and expected
     */
    static Hdf5Superblock read(ByteSource source, long before) throws IOException {
        byte[] front = new byte[BYTES];
        source.read(0, front, 0, (int) Math.min(BYTES, source.length()));
        ByteBuffer bytes = ByteBuffer.wrap(front).order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes.get(VERSION_AT);
        if (version < 0 || version > LATEST) {
            throw new UnreadableException("Cannot read " + source.location() + ": found an HDF5 superblock of version "
                    + version + ", expected 0 to " + LATEST + ". Rewrite the file with h5repack --low=0 --high=3, or"
                    + " fetch it again.");
        }
        return version <= 1 ? first(source, bytes, version, before) : second(source, front, before);
    }

    private static Hdf5Superblock first(ByteSource source, ByteBuffer bytes, int version, long before)
            throws UnreadableException {
        int offsets = bytes.get(13);
        int lengths = bytes.get(14);
        requireWidths(source, offsets, lengths);
        bytes.position(version == 0 ? 24 : 28);
        long base = Hdf5Bytes.number(bytes, offsets);
        Hdf5Bytes.number(bytes, offsets);
        requireWhole(source, Hdf5Bytes.number(bytes, offsets) - base, before);
        Hdf5Bytes.number(bytes, offsets);
        Hdf5Bytes.number(bytes, offsets);
        return new Hdf5Superblock(offsets, lengths, Hdf5Bytes.number(bytes, offsets));
    }

    private static Hdf5Superblock second(ByteSource source, byte[] front, long before) throws UnreadableException {
        ByteBuffer bytes = ByteBuffer.wrap(front).order(ByteOrder.LITTLE_ENDIAN);
        int offsets = bytes.get(9);
        int lengths = bytes.get(10);
        requireWidths(source, offsets, lengths);
        bytes.position(12);
        long base = Hdf5Bytes.number(bytes, offsets);
        Hdf5Bytes.number(bytes, offsets);
        requireWhole(source, Hdf5Bytes.number(bytes, offsets) - base, before);
        long root = Hdf5Bytes.number(bytes, offsets);
        if (!Hdf5Bytes.isSound(Arrays.copyOf(front, bytes.position() + Integer.BYTES))) {
            throw new UnreadableException("Cannot read " + source.location()
                    + ": found an HDF5 superblock of another checksum than the stored one. Fetch the file again.");
        }
        return new Hdf5Superblock(offsets, lengths, root);
    }

    private static void requireWidths(ByteSource source, int offsets, int lengths) throws UnreadableException {
        if (isNoWidth(offsets) || isNoWidth(lengths)) {
            throw new UnreadableException("Cannot read " + source.location() + ": found addresses of " + offsets
                    + " bytes and lengths of " + lengths + " in the HDF5 header, expected 2, 4 or 8. The header is"
                    + " damaged; fetch the file again.");
        }
    }

    private static boolean isNoWidth(int bytes) {
        return bytes != 2 && bytes != 4 && bytes != 8;
    }

    private static void requireWhole(ByteSource source, long end, long before) throws UnreadableException {
        if (Long.compareUnsigned(source.length(), end) < 0) {
            throw new UnreadableException("Cannot read " + source.location() + ": found " + (source.length() + before)
                    + " bytes, expected " + Long.toUnsignedString(end + before)
                    + " by the HDF5 header. The file was cut; fetch it again.");
        }
    }
}
