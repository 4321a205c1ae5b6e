package dev.shoal.netcdf;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** File formats, told by their first bytes and never by their names. */
public enum FileFormat {
    NETCDF3_CLASSIC("netCDF-3 classic"),
    NETCDF3_64BIT_OFFSET("netCDF-3 64-bit offset"),
    NETCDF5("netCDF-3 64-bit data (CDF-5)"),
    /** HDF5, of which netCDF-4 is a use. */
    HDF5("netCDF-4 / HDF5"),
    ZARR("Zarr");

    /** The bytes needed from the front of a file to tell its format. */
    public static final int MAGIC_BYTES = 8;

    private static final String HDF5_SIGNATURE = "\u0089HDF\r\n\u001a\n";

    private final String title;

    FileFormat(String title) {
        this.title = title;
    }

    /** Returns the name people know it by. */
    public String title() {
        return title;
    }

    /**
     * Tells the format of a file.
     *
     * @param front the first {@link #MAGIC_BYTES} bytes, or fewer where the file is shorter
     */
    public static Optional<FileFormat> of(byte[] front) {
        String text = new String(front, StandardCharsets.ISO_8859_1);
        if (text.startsWith(HDF5_SIGNATURE)) {
            return Optional.of(HDF5);
        }
        if (!text.startsWith("CDF") || front.length < 4) {
            return Optional.empty();
        }
        return switch (front[3]) {
            case 1 -> Optional.of(NETCDF3_CLASSIC);
            case 2 -> Optional.of(NETCDF3_64BIT_OFFSET);
            case 5 -> Optional.of(NETCDF5);
            default -> Optional.empty();
        };
    }
}
