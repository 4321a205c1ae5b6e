package dev.shoal.source;

import dev.shoal.netcdf.ElementType;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weigher;
import dev.shoal.regrid.Weights;
import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * One reading of a regridded field. The weights of the target rows that are wanted are made once, in bands of rows, and
 * sent to every process; a task makes the cells of some steps and one band.
 */
final class RegridScan implements Scan, Batch {

    /** Target cells whose weights are held at once, and sent. */
    private static final long MOST_CELLS = 8L << 20;

    private static final int BAND_CELLS = 1 << 18;
    private static final int FILES_AT_ONCE = 64;

    private final SparkSession spark;
    private final String name;
    private final StructType columns;
    private final List<ArchiveEntry> entries;
    private final RegridField first;
    private final RegridTarget target;
    private final CoordinateRanges ranges;

    RegridScan(
            SparkSession spark,
            String name,
            StructType columns,
            List<ArchiveEntry> entries,
            RegridField first,
            RegridTarget target,
            CoordinateRanges ranges) {
        this.spark = spark;
        this.name = name;
        this.columns = columns;
        this.entries = entries;
        this.first = first;
        this.target = target;
        this.ranges = ranges;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    @Override
    public String description() {
        GridWindow rows = wantedRows();
        return name + " files: " + entries.size() + ", target rows: " + rows.rows() + "/"
                + target.grid().ny() + ", bounded by: " + String.join(", ", ranges.columns());
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    /** Returns the smallest window of target rows that holds every latitude that a filter keeps. */
    private GridWindow wantedRows() {
        Grid grid = target.grid();
        int from = grid.ny();
        int to = 0;
        for (int row = 0; row < grid.ny(); row++) {
            if (anyWanted(grid, row)) {
                from = Math.min(from, row);
                to = row + 1;
            }
        }
        return new GridWindow(Math.min(from, to), to, 0, grid.nx());
    }

    private boolean anyWanted(Grid grid, int row) {
        for (int column = 0; column < grid.nx(); column++) {
            if (ranges.holds(RegridTable.LAT, grid.lat(row, column))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        List<RegridField.Sent> fields = fields();
        int bands = bands().size();
        List<InputPartition> partitions = new ArrayList<>();
        for (RegridField.Sent field : fields) {
            int steps = Math.max(1, field.times().length);
            int most = Math.max(1, steps / Math.max(1, spark.sparkContext().defaultParallelism()));
            for (int step = 0; step < steps; step += most) {
                for (int band = 0; band < bands; band++) {
                    partitions.add(new RegridPartition(field, step, Math.min(steps, step + most), band));
                }
            }
        }
        return partitions.toArray(InputPartition[]::new);
    }

    /** Reads the headers of all files, and refuses one whose field is on another grid than the first's. */
    private List<RegridField.Sent> fields() {
        if (entries.size() == 1) {
            return List.of(first.sent());
        }
        Broadcast<SerializableConfiguration> conf = SentSettings.of(spark);
        String variable = first.variable();
        String digest = first.grid().digest();
        String path = first.entry().path();
        int parts = Math.min(entries.size(), FILES_AT_ONCE);
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(new ArrayList<>(entries), parts)
                .map(entry -> sent(entry, variable, digest, path, conf.value().value()))
                .collect();
    }

    private static RegridField.Sent sent(
            ArchiveEntry entry, String variable, String digest, String first, Configuration conf) {
        RegridField field = RegridField.of(entry, variable, conf);
        if (!field.grid().digest().equals(digest)) {
            throw new SourceException("Cannot regrid '" + variable + "' of '" + entry.path()
                    + "': it lies on another grid than in '" + first + "'. Regrid files of one grid at a time.");
        }
        return field.sent();
    }

    private List<GridWindow> bands() {
        GridWindow wanted = wantedRows();
        int most = Math.max(1, BAND_CELLS / target.grid().nx());
        List<GridWindow> bands = new ArrayList<>();
        for (int row = wanted.y0(); row < wanted.y1(); row += most) {
            bands.add(new GridWindow(row, Math.min(wanted.y1(), row + most), 0, wanted.x1()));
        }
        return bands;
    }

    private List<Weights> weights() {
        GridWindow wanted = wantedRows();
        if ((long) wanted.rows() * wanted.columns() > MOST_CELLS) {
            throw new SourceException("Cannot regrid " + name + " in a query: " + wanted.rows() + " x "
                    + wanted.columns() + " cells are wanted, expected at most " + MOST_CELLS
                    + ". Bound lat in the query, or make a store with 'shoal regrid' and query that.");
        }
        int threads = Runtime.getRuntime().availableProcessors();
        Weigher weigher = Weigher.of(first.grid(), target.scheme(), threads);
        List<Weights> weights = new ArrayList<>();
        for (GridWindow band : bands()) {
            weights.add(weigher.weights(target.grid(), band, threads));
        }
        return weights;
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        RegridWork work = new RegridWork(
                target.grid(),
                new ArrayList<>(weights()),
                target.rule(),
                columns,
                ranges,
                first.decoded() == ElementType.FLOAT);
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        return new RegridReaderFactory(context.broadcast(work), SentSettings.of(spark));
    }
}
