package dev.shoal.source;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** One reading of a table: which rows of which files, decided once from headers and coordinates. */
final class ArchiveScan implements Scan, Batch, SupportsReportStatistics {

    private final SparkSession spark;
    private final String name;
    private final List<String> locations;
    private final RowKind rows;
    private final ScanRequest request;
    private final List<Predicate> pushed;
    private Optional<ScanPlan> plan = Optional.empty();

    /**
     * Describes a scan; nothing is opened.
     *
     * @param name of what is read, for people
     * @param pushed filters that bound the coordinates, for people
     */
    ArchiveScan(
            SparkSession spark,
            String name,
            List<String> locations,
            RowKind rows,
            ScanRequest request,
            List<Predicate> pushed) {
        this.spark = spark;
        this.name = name;
        this.locations = locations;
        this.rows = rows;
        this.request = request;
        this.pushed = pushed;
    }

    private synchronized ScanPlan plan() {
        if (plan.isEmpty()) {
            plan = Optional.of(ScanPlanning.plan(spark, locations, rows, request));
        }
        return plan.get();
    }

    @Override
    public StructType readSchema() {
        return new StructType(
                request.columns().stream().map(SourceColumn::toField).toArray(StructField[]::new));
    }

    @Override
    public String description() {
        String filters = pushed.stream().map(Predicate::toString).collect(Collectors.joining(", "));
        return name + " pushed filters: [" + filters + "], files: " + plan().filesKept() + "/" + locations.size()
                + ", cells: " + plan().kept() + "/" + plan().rows();
    }

    @Override
    public Statistics estimateStatistics() {
        long kept = plan().kept();
        long bytes = kept * Math.max(1, readSchema().defaultSize());
        return new Statistics() {
            @Override
            public OptionalLong sizeInBytes() {
                return OptionalLong.of(bytes);
            }

            @Override
            public OptionalLong numRows() {
                return OptionalLong.of(kept);
            }
        };
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ScanMetric.sums();
    }

    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return plan().partitions(spark.sparkContext().defaultParallelism());
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new ArchiveReaderFactory(
                rows,
                request,
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
    }

    @Override
    public String toString() {
        return name + Arrays.toString(readSchema().fieldNames());
    }
}
