package dev.shoal.source;

import dev.shoal.cf.GridDetail;
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
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/**
 * One reading of a regridded field. The weights of the target rows that are wanted are made once, in bands of rows, and
 * sent to every process; a task makes the cells of some steps and one band.
 */
final class RegridScan implements Scan, Batch {

    /** Target cells whose weights are held at once, and sent. */
    private static final long MOST_CELLS = 8L << 20;

    private static final int BAND_CELLS = 1 << 18;

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
        int cores = spark.sparkContext().defaultParallelism();
        int shares = entries.size() > 1 ? 1 : Math.max(1, Math.min(first.steps(), cores));
        int bands = bands().size();
        List<InputPartition> partitions = new ArrayList<>();
        for (ArchiveEntry entry : entries) {
            for (int share = 0; share < shares; share++) {
                for (int band = 0; band < bands; band++) {
                    partitions.add(new RegridPartition(entry, share, shares, band));
                }
            }
        }
        return partitions.toArray(InputPartition[]::new);
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
        Configuration conf = spark.sparkContext().hadoopConfiguration();
        RegridField placed = RegridField.of(first.entry(), first.variable(), GridDetail.POINTS, conf);
        RegridWork work = new RegridWork(
                first.variable(),
                placed.grid().digest(),
                first.entry().path(),
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
