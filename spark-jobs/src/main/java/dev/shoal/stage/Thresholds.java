package dev.shoal.stage;

import dev.shoal.spec.PlatformThresholds.Threshold;
import dev.shoal.spec.RunSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Asks for the thresholds of a specification before anything runs. */
final class Thresholds {

    private static final String[] COLUMNS = {"platform", "variable", "test", "parameter", "value"};

    private Thresholds() {}

    /**
     * Returns the specification with the thresholds that its query gives; the same where it has none.
     *
     * @throws StageException where the query cannot run or a row lacks something
     * @throws dev.shoal.spec.SpecException with every row that does not fit
     */
    static RunSpec of(SparkSession spark, RunSpec spec) {
        Optional<String> sql = spec.thresholds().sql();
        return sql.isEmpty() || !spec.thresholds().isOpen() ? spec : spec.with(rows(spark, sql.get()));
    }

    private static List<Threshold> rows(SparkSession spark, String sql) {
        List<Threshold> rows = new ArrayList<>();
        try {
            Dataset<Row> found = spark.sql(sql);
            found.selectExpr(
                            "coalesce(cast(platform AS string), '')",
                            "cast(variable AS string)",
                            "cast(test AS string)",
                            "cast(parameter AS string)",
                            "cast(value AS string)")
                    .toLocalIterator()
                    .forEachRemaining(row -> rows.add(threshold(row)));
        } catch (Exception error) {
            if (error instanceof AnalysisException) { // Checked, and declared nowhere.
                throw StageException.configuration(
                        "Cannot read the thresholds: the query '" + sql + "' cannot run: " + error.getMessage()
                                + " Give one with the columns platform, variable, test, parameter and value.",
                        error);
            }
            throw error;
        }
        return rows;
    }

    private static Threshold threshold(Row row) {
        for (int column = 1; column < COLUMNS.length; column++) {
            if (row.isNullAt(column)) {
                throw StageException.configuration("Cannot take a threshold: found no " + COLUMNS[column] + " in " + row
                        + ", expected platform, variable, test, parameter and value. Only the platform may be left"
                        + " out, for all.");
            }
        }
        return new Threshold(row.getString(0), row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
}
