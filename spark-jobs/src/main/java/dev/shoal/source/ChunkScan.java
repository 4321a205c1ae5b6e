package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * One reading of the chunks of files. Filters on {@code file}, {@code variable} and the times choose what is read; they
 * stay with Spark too. A file that is large as stored is shared between tasks, each of which reads its header.
 */
final class ChunkScan implements ScanBuilder, SupportsPushDownRequiredColumns, SupportsPushDownV2Filters, Scan, Batch {

    /** Stored bytes of a file that one task reads. */
    private static final long STORED_BYTES = 16L << 20;

    private final String name;
    private final ArchiveFiles files;
    private final List<Predicate> pushed = new ArrayList<>();
    private StructType columns = ChunkSchema.TABLE;
    private NameChoice locations = NameChoice.ANY;
    private NameChoice variables;
    private CoordinateRanges times = CoordinateRanges.EVERYWHERE;

    ChunkScan(String name, ArchiveFiles files) {
        this.name = name;
        this.files = files;
        this.variables = NameChoice.of(files.options().variables());
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        PredicateRanges translation = new PredicateRanges(
                Map.of("time_start", DataTypes.TimestampType, "time_end", DataTypes.TimestampType),
                new DayRanges(DateTimeUtils.getZoneId(
                        files.spark().sessionState().conf().sessionLocalTimeZone())));
        for (Predicate predicate : predicates) {
            NameChoice file = NameChoice.of("file", predicate);
            NameChoice variable = NameChoice.of("variable", predicate);
            Optional<CoordinateRanges> time = translation.of(predicate);
            locations = locations.and(file);
            variables = variables.and(variable);
            times = time.map(times::and).orElse(times);
            if (!file.any() || !variable.any() || time.isPresent()) {
                pushed.add(predicate);
            }
        }
        return predicates;
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        return this;
    }

    @Override
    public StructType readSchema() {
        return columns;
    }

    @Override
    public String description() {
        return name + " pushed filters: " + pushed + ", files: " + entries().size() + "/"
                + files.entries().size();
    }

    private List<ArchiveEntry> entries() {
        return files.entries().stream()
                .filter(entry -> locations.holds(entry.path()))
                .toList();
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ScanMetric.sums();
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        List<InputPartition> partitions = new ArrayList<>();
        for (ArchiveEntry entry : entries()) {
            int parts = (int) Math.max(1, Math.min(1 << 16, entry.size() / STORED_BYTES));
            for (int part = 0; part < parts; part++) {
                partitions.add(new ChunkPartition(entry, part, parts));
            }
        }
        return partitions.toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        SourceOptions options = files.options();
        ChunkRequest request =
                new ChunkRequest(columns, variables, times, options.targetBytes(), options.memoryBytes());
        return new ChunkReaderFactory(request, SentSettings.of(files.spark()));
    }
}
