package dev.shoal.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Takes from Spark the columns and the filters of a query. All filters stay with Spark too: bounds are not exact. */
final class ArchiveScanBuilder implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters {

    private final SparkSession spark;
    private final String name;
    private final List<String> locations;
    private final RowKind rows;
    private final List<Predicate> pushed = new ArrayList<>();
    private List<SourceColumn> columns;
    private CoordinateRanges ranges = CoordinateRanges.EVERYWHERE;

    ArchiveScanBuilder(SparkSession spark, String name, List<String> locations, RowKind rows) {
        this.spark = spark;
        this.name = name;
        this.locations = locations;
        this.rows = rows;
        this.columns = rows.columns();
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        Map<String, DataType> coordinates = new HashMap<>();
        if (rows instanceof CellRows) {
            rows.columns().stream()
                    .filter(SourceColumn::isCoordinate)
                    .forEach(column -> coordinates.put(column.name(), column.type()));
        }
        PredicateRanges translation = new PredicateRanges(coordinates);
        for (Predicate predicate : predicates) {
            Optional<CoordinateRanges> found = translation.of(predicate);
            if (found.isPresent()) {
                ranges = ranges.and(found.get());
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
        return new ArchiveScan(spark, name, locations, rows, new ScanRequest(columns, ranges), pushed);
    }
}
