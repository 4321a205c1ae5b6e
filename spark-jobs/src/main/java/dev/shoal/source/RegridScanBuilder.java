package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Takes from Spark the columns and the filters on coordinates: steps, levels and target rows that no filter keeps are
 * not read. Every filter stays with Spark too.
 */
final class RegridScanBuilder implements ScanBuilder, SupportsPushDownRequiredColumns, SupportsPushDownV2Filters {

    private final SparkSession spark;
    private final String name;
    private final List<ArchiveEntry> entries;
    private final RegridField first;
    private final RegridTarget target;
    private final PredicateRanges translation;
    private StructType columns;
    private CoordinateRanges ranges = CoordinateRanges.EVERYWHERE;
    private Predicate[] pushed = new Predicate[0];

    RegridScanBuilder(
            SparkSession spark,
            String name,
            StructType columns,
            List<ArchiveEntry> entries,
            RegridField first,
            RegridTarget target) {
        this.spark = spark;
        this.name = name;
        this.columns = columns;
        this.entries = entries;
        this.first = first;
        this.target = target;
        ZoneId zone = DateTimeUtils.getZoneId(((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .conf()
                .sessionLocalTimeZone());
        this.translation = new PredicateRanges(coordinates(columns, first), new DayRanges(zone));
    }

    private static Map<String, DataType> coordinates(StructType columns, RegridField first) {
        Map<String, DataType> coordinates = new HashMap<>();
        for (StructField column : columns.fields()) {
            coordinates.put(column.name(), column.dataType());
        }
        coordinates.remove(first.variable());
        coordinates.remove(RegridTable.FRACTION);
        return coordinates;
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        pushed = java.util.Arrays.stream(predicates)
                .filter(predicate -> {
                    Optional<CoordinateRanges> found = translation.of(predicate);
                    found.ifPresent(bounds -> ranges = ranges.and(bounds));
                    return found.isPresent();
                })
                .toArray(Predicate[]::new);
        return predicates;
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed;
    }

    @Override
    public void pruneColumns(StructType required) {
        columns = required;
    }

    @Override
    public Scan build() {
        return new RegridScan(spark, name, columns, entries, first, target, ranges);
    }
}
