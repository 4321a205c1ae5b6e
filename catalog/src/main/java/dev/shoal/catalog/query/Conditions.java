package dev.shoal.catalog.query;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;

import dev.shoal.catalog.Micros;
import dev.shoal.catalog.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;

/** Conditions on columns that granules and datasets both have. */
final class Conditions {

    private Conditions() {}

    /** Overlap in time; an open end of the range makes no condition. */
    static List<Column> during(TimeRange range) {
        List<Column> conditions = new ArrayList<>(List.of(col("time_first").isNotNull()));
        if (range.lastMicros() != Long.MAX_VALUE) {
            conditions.add(col("time_first").leq(lit(Micros.instant(range.lastMicros()))));
        }
        if (range.firstMicros() != Long.MIN_VALUE) {
            conditions.add(col("time_last").geq(lit(Micros.instant(range.firstMicros()))));
        }
        return conditions;
    }

    /** A variable of this name or standard name among the variables. */
    static Column holds(String variable) {
        Column name = lit(variable.toLowerCase(Locale.ROOT));
        return exists(
                col("variables"),
                entry -> lower(entry.getField("name"))
                        .equalTo(name)
                        .or(lower(entry.getField("standard_name")).equalTo(name)));
    }
}
