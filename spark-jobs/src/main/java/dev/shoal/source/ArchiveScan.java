package dev.shoal.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.Expressions;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.connector.read.SupportsRuntimeV2Filtering;
import org.apache.spark.sql.connector.read.colstats.ColumnStatistics;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * One reading of a table: which rows of which files, decided from headers and coordinates; once, and once more where a
 * join tells while the query runs which coordinates it wants.
 */
final class ArchiveScan implements Scan, Batch, SupportsReportStatistics, SupportsRuntimeV2Filtering {

    private final String name;
    private final Candidates candidates;
    private final RowKind rows;
    private final PredicateRanges translation;
    private final List<Predicate> pushed;
    private final OptionalLong limit;
    private ScanRequest request;
    private Once<ScanPlan> plan;
    private Once<Statistics> statistics;

    /**
     * Describes a scan; nothing is opened.
     *
     * @param name of what is read, for people
     * @param translation of filters that come while the query runs
     * @param pushed filters that bound the coordinates, for people
     * @param limit rows that are wanted at most
     */
    ArchiveScan(
            String name,
            Candidates candidates,
            RowKind rows,
            ScanRequest request,
            PredicateRanges translation,
            List<Predicate> pushed,
            OptionalLong limit) {
        this.name = name;
        this.candidates = candidates;
        this.rows = rows;
        this.request = request;
        this.translation = translation;
        this.pushed = new ArrayList<>(pushed);
        this.limit = limit;
        this.plan = new Once<>(this::makePlan);
        this.statistics = new Once<>(this::makeStatistics);
    }

    private ScanPlan makePlan() {
        ScanPlan whole = ScanPlanning.plan(candidates, rows, request);
        return limit.isPresent() ? whole.limited(limit.getAsLong()) : whole;
    }

    @Override
    public StructType readSchema() {
        return new StructType(
                request.columns().stream().map(SourceColumn::toField).toArray(StructField[]::new));
    }

    @Override
    public String description() {
        String filters = pushed.stream().map(Predicate::toString).collect(Collectors.joining(", "));
        ScanPlan now = plan.get();
        String most = limit.isPresent() ? ", pushed limit: " + limit.getAsLong() : "";
        String excluded = now.excluded() > 0 ? ", excluded by the inventory: " + now.excluded() : "";
        return name + " pushed filters: [" + filters + "]" + most + ", files: " + now.filesKept() + "/"
                + (now.files().size() + now.excluded()) + excluded + ", cells: " + now.kept() + "/" + now.rows();
    }

    @Override
    public Statistics estimateStatistics() {
        return statistics.get();
    }

    private Statistics makeStatistics() {
        long kept = plan.get().kept();
        long bytes = Math.multiplyExact(kept, (long) Math.max(1, readSchema().defaultSize()));
        Map<NamedReference, ColumnStatistics> columns = new HashMap<>();
        CellTotals.of(candidates, rows, request.ranges())
                .ifPresent(totals -> request.columns().stream()
                        .filter(SourceColumn::isCoordinate)
                        .forEach(column -> columns.put(
                                Expressions.column(column.name()), CoordinateStatistics.of(column, totals))));
        return new ScanStatistics(bytes, kept, columns);
    }

    @Override
    public NamedReference[] filterAttributes() {
        return request.columns().stream()
                .filter(column -> rows.bounded().containsKey(column.name()))
                .map(column -> Expressions.column(column.name()))
                .toArray(NamedReference[]::new);
    }

    @Override
    public void filter(Predicate[] predicates) {
        CoordinateRanges ranges = request.ranges();
        for (Predicate predicate : predicates) {
            Optional<CoordinateRanges> found = translation.of(predicate);
            if (found.isPresent()) {
                ranges = ranges.and(found.get());
                pushed.add(predicate);
            }
        }
        request = request.within(ranges);
        plan = new Once<>(this::makePlan);
        statistics = new Once<>(this::makeStatistics);
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ScanMetric.sums();
    }

    @Override
    public CustomTaskMetric[] reportDriverMetrics() {
        return new CustomTaskMetric[] {
            ScanMetric.HEADERS.value(plan.get().opened()),
            ScanMetric.EXCLUDED.value(plan.get().excluded())
        };
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
        return plan.get()
                .partitions(
                        spark().sparkContext().defaultParallelism(),
                        candidates.files().options().targetBytes());
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new ArchiveReaderFactory(rows, request, SentSettings.of(spark()));
    }

    private SparkSession spark() {
        return candidates.files().spark();
    }

    @Override
    public String toString() {
        return name + Arrays.toString(readSchema().fieldNames());
    }
}
