package dev.shoal.source;

/**
 * The Spark data source {@code netcdf}: netCDF-3, netCDF-4 and HDF5 files as rows.
 *
 * <p>{@code spark.read().format("netcdf").load(path...)} and {@code USING netcdf OPTIONS (path '...')} take files,
 * folders and globs on any file system that Hadoop knows. The option {@code variables} names the variables that are
 * wanted, separated by commas.
 *
 * <p>A file of grids gives one row per cell: {@code time}, the vertical coordinate under its own name, {@code lat},
 * {@code lon}, then the variables of one shape. A file of observations gives one row per observation. The columns come
 * from the first file; a file that does not fit them is an error. The column {@code _file}, there when asked for, names
 * the file of a row. Comparisons of coordinates with literals, {@code IN}, {@code AND} and {@code OR} choose files and
 * chunks of grids before a variable is read, and bytes of variables that are not asked for are never fetched from
 * grids.
 */
public final class NetcdfSource extends ArchiveSource {

    /** Makes the source; Spark does so by its name. */
    public NetcdfSource() {
        super(ArchiveKind.NETCDF);
    }
}
