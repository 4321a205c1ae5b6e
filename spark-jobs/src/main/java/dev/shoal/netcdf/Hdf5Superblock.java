package dev.shoal.netcdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first bytes of an HDF5 file, which tell how long it is. */
final class Hdf5Superblock {

    private static final int BYTES = 64;
    private static final int VERSION_AT = 8;

    private Hdf5Superblock() {}

    /**
     * Refuses a file that is shorter than it says of itself.
     *
     * @throws UnreadableException with the length found and expected
     */
    static void check(ByteSource source) throws IOException {
        byte[] front = new byte[BYTES];
        source.read(0, front, 0, (int) Math.min(BYTES, source.length()));
        ByteBuffer bytes = ByteBuffer.wrap(front).order(ByteOrder.LITTLE_ENDIAN);
        int version = bytes.get(VERSION_AT);
        long end = version <= 1
                ? address(bytes, version == 0 ? 24 : 28, bytes.get(13), 2)
                : address(bytes, 12, bytes.get(9), 2);
        if (Long.compareUnsigned(source.length(), end) < 0) {
            throw new UnreadableException("Cannot read " + source.location() + ": found " + source.length()
                    + " bytes, expected " + Long.toUnsignedString(end)
                    + " by the HDF5 header. The file was cut; fetch it again.");
        }
    }

    private static long address(ByteBuffer bytes, int first, int size, int number) {
        int at = first + number * size;
        return switch (size) {
            case 4 -> bytes.getInt(at) & 0xffffffffL;
            case 8 -> bytes.getLong(at);
            default -> 0;
        };
    }
}
