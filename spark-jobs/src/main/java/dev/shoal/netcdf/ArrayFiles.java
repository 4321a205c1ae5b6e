package dev.shoal.netcdf;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Opens files of named arrays, whatever their format. */
public final class ArrayFiles {

    private ArrayFiles() {}

    /**
     * Opens a netCDF-3, netCDF-4 or HDF5 file by its first bytes. Reads the header only.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows, such as {@code s3a:}
     * @param conf where the file systems are set up
     * @throws UnreadableException where the file cannot be read; names it
     * @throws IOException where the storage fails
     */
    public static ArrayFile open(String location, Configuration conf) throws IOException {
        return opened(HadoopBytes.open(location, conf));
    }

    /**
     * Opens a file whose length a listing told; see {@link #open(String, Configuration)}. An object store is asked for
     * the header at once, and not for the length again.
     *
     * @param length in bytes
     */
    public static ArrayFile open(String location, long length, Configuration conf) throws IOException {
        return opened(HadoopBytes.open(location, length, conf));
    }

    /**
     * Opens a file that a listing showed. Its header is kept in this process, in a thirty-second part of its memory and
     * no more than 64 MiB, and is not read again while the file stays as it is.
     *
     * @throws UnreadableException as {@link #open(String, Configuration)}, and where the file is not as listed any more
     */
    public static ArrayFile open(ListedFile listed, Configuration conf) throws IOException {
        return opened(CachedBytes.open(listed, conf, CachedBytes.Keeping.NOTHING));
    }

    /**
     * Opens a file that a listing showed as {@link #open(ListedFile, Configuration)} does, and keeps the values that
     * are read as well, of a file up to a megabyte as stored: for reading coordinates, which are wanted again.
     */
    public static ArrayFile openForPlan(ListedFile listed, Configuration conf) throws IOException {
        return opened(CachedBytes.open(listed, conf, CachedBytes.Keeping.VALUES));
    }

    private static ArrayFile opened(HadoopBytes bytes) throws IOException {
        return opened(new CachedBytes(bytes, bytes.blockSizes()));
    }

    private static ArrayFile opened(ByteSource source) throws IOException {
        boolean opened = false;
        try {
            ArrayFile file = open(source);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    /** Opens what is in a source; the source is closed with the file. */
    static ArrayFile open(ByteSource source) throws IOException {
        byte[] front = source.read(0, (int) Math.min(FileFormat.MAGIC_BYTES, source.length()));
        Optional<FileFormat> format = FileFormat.of(front);
        if (format.isEmpty()) {
            long start = Hdf5Superblock.place(source).orElseThrow(() -> unknown(source, front));
            return Hdf5File.open(source, start);
        }
        return open(source, format.get(), front);
    }

    private static ArrayFile open(ByteSource source, FileFormat format, byte[] front) throws IOException {
        return switch (format) {
            case NETCDF3_CLASSIC, NETCDF3_64BIT_OFFSET, NETCDF5 -> ClassicFile.open(source, format);
            case HDF5 -> Hdf5File.open(source, 0);
            case ZARR -> throw unknown(source, front);
        };
    }

    private static UnreadableException unknown(ByteSource source, byte[] front) {
        String found = front.length == 0 ? "an empty file" : "a file that begins with bytes " + hex(front);
        return new UnreadableException("Cannot read " + source.location() + ": found " + found
                + ", expected netCDF-3 (CDF), netCDF-4 or HDF5. Fetch the file again, or leave it out.");
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
