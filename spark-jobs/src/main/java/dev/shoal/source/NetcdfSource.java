package dev.shoal.source;

/**
 * The Spark data source {@code netcdf}: netCDF-3, netCDF-4 and HDF5 files as rows.
 *
 * <p>{@code spark.read().format("netcdf").load(path...)} and {@code USING netcdf OPTIONS (path '...')} take files,
 * folders and globs on any file system that Hadoop knows. The option {@code variables} names the variables that are
 * wanted, separated by commas.
 *
 * <p>The option {@code as} says what a row is:
 *
 * <ul>
 *   <li>{@code cells}, which is what is meant where it is left out: of grids one row per cell, with {@code time}, the
 *       vertical coordinate under its own name, {@code lat}, {@code lon}, then the variables of one shape; of
 *       observations one row per observation. Times without timestamps (of model calendars, or outside the years 1 to
 *       9999) stay numbers, with units and calendar as the column's comment
 *   <li>{@code observations}: the same, but grids are refused
 *   <li>{@code chunks}: one row per storage chunk of any variable, with its key and its decoded elements as
 *       {@code payload}; the columns are told at {@code ChunkSchema.TABLE}. A function sums a chunk of floats by
 *       <pre>{@code
 * chunks.where("variable = 'sst'").select("payload").map((MapFunction<Row, Double>) row -> {
 *     FloatBuffer values = ByteBuffer.wrap(row.getAs(0)).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
 *     double sum = 0;
 *     while (values.hasRemaining()) {
 *         sum += values.get();
 *     }
 *     return sum;
 * }, Encoders.DOUBLE())
 * }</pre>
 * </ul>
 *
 * <p>Of cells and observations three more columns are there when asked for by name: {@code _file} is the path of a
 * row's file, {@code _chunk} the row-major number of its storage chunk in the table's first variable that the file has,
 * and {@code _offset} its row-major place in the variable.
 *
 * <p>Filters on coordinates choose files, chunks and hyperslabs, and on time, position, depth and platform of
 * observations files and series, before a variable is read. Bytes of variables that are not asked for are not fetched;
 * of observations only where a coordinate is missing and they tell whether there is one. {@code SUM}, {@code AVG},
 * {@code COUNT}, {@code MIN} and {@code MAX} of variables by time, date, year, month or level are reckoned by the tasks
 * where they read, unless a filter is left to Spark.
 *
 * <p>A task holds no more than {@code memoryBytes} of what it decodes (else {@code spark.shoal.source.memoryBytes},
 * else 256 MiB): half for blocks of cells, which are cut to it, half for the storage chunk that is being decoded. A
 * chunk larger than that, or of {@code chunks} larger than a quarter, is an error.
 */
public final class NetcdfSource extends ArchiveSource {

    /** Makes the source; Spark does so by its name. */
    public NetcdfSource() {
        super(ArchiveKind.NETCDF);
    }
}
