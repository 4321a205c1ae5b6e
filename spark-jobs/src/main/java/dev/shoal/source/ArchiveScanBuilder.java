package dev.shoal.source;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/**
 * Takes from Spark the columns, the filters, the limit and the aggregates of a query. A filter stays with Spark too,
 * unless the cells that are read are just those that it keeps.
 */
final class ArchiveScanBuilder
        implements SupportsPushDownRequiredColumns,
                SupportsPushDownV2Filters,
                SupportsPushDownLimit,
                SupportsPushDownAggregates {

    private final String name;
    private final ArchiveFiles files;
    private final RowKind rows;
    private final PredicateRanges translation;
    private final ZoneId zone;
    private final List<Predicate> pushed = new ArrayList<>();
    private List<SourceColumn> columns;
    private CoordinateRanges ranges = CoordinateRanges.EVERYWHERE;
    private final Once<Candidates> candidates;
    private final Once<Optional<CellTotals>> totals;
    private NameChoice platforms = NameChoice.ANY;
    private OptionalLong limit = OptionalLong.empty();
    private Optional<TotalsScan> answer = Optional.empty();
    private Optional<CellSums> sums = Optional.empty();

    ArchiveScanBuilder(String name, ArchiveFiles files, RowKind rows) {
        this.name = name;
        this.files = files;
        this.rows = rows;
        this.columns = rows.columns();
        this.zone = DateTimeUtils.getZoneId(files.spark().sessionState().conf().sessionLocalTimeZone());
        this.candidates = new Once<>(() -> Candidates.of(files, rows, ranges));
        this.totals = new Once<>(() -> CellTotals.of(candidates.get(), rows, ranges));
        this.translation = new PredicateRanges(rows.bounded(), new DayRanges(zone));
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        List<Predicate> inexact = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<CoordinateRanges> found = translation.of(predicate);
            platforms = platforms.and(NameChoice.of("platform", predicate));
            if (found.isPresent()) {
                ranges = ranges.and(found.get());
                pushed.add(predicate);
            }
            if (found.isEmpty() || !translation.isExact(predicate)) {
                inexact.add(predicate);
            }
        }
        boolean exact = inexact.size() < predicates.length && totals.get().isPresent();
        return exact ? inexact.toArray(Predicate[]::new) : predicates;
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    @Override
    public boolean pushLimit(int most) {
        if (totals.get().isEmpty()) {
            return false;
        }
        limit = OptionalLong.of(most);
        return true;
    }

    @Override
    public boolean isPartiallyPushed() {
        return true;
    }

    @Override
    public boolean supportCompletePushDown(Aggregation aggregation) {
        return totals(aggregation).isPresent();
    }

    @Override
    public boolean pushAggregation(Aggregation aggregation) {
        answer = totals(aggregation);
        sums = answer.isPresent() ? Optional.empty() : CellSums.of(aggregation, rows, zone);
        return answer.isPresent() || sums.isPresent();
    }

    private Optional<TotalsScan> totals(Aggregation aggregation) {
        Optional<List<TotalsColumn>> wanted = TotalsColumn.of(aggregation, rows);
        return wanted.flatMap(columns -> totals.get().map(found -> new TotalsScan(name, pushed, columns, found)));
    }

    @Override
    public void pruneColumns(StructType required) {
        Map<String, SourceColumn> known = new HashMap<>();
        rows.columns().forEach(column -> known.put(column.name(), column));
        SourceColumn.METADATA.forEach(column -> known.putIfAbsent(column.name(), column));
        List<SourceColumn> wanted = new ArrayList<>();
        for (String field : required.fieldNames()) {
            wanted.add(Objects.requireNonNull(known.get(field), field));
        }
        columns = wanted;
    }

    @Override
    public Scan build() {
        if (answer.isPresent()) {
            return answer.get();
        }
        if (sums.isPresent()) {
            return new SumsScan(scan(sums.get().columns()), sums.get());
        }
        return scan(columns);
    }

    private ArchiveScan scan(List<SourceColumn> read) {
        ScanRequest request =
                new ScanRequest(read, ranges, platforms, files.options().memoryBytes());
        return new ArchiveScan(name, candidates.get(), rows, request, translation, pushed, limit);
    }
}
