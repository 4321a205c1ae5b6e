package dev.shoal.stage;

import org.apache.spark.sql.Row;

/**
 * What one test found on one platform.
 *
 * @param platform its id
 * @param variable column of the variable
 * @param test name of the test
 * @param raised values that it called suspect or failed
 * @param first of them in time
 * @param worst of them: farthest from the mean of the platform's good values
 */
public record TestFinding(
        String platform, String variable, String test, long raised, FlaggedSample first, FlaggedSample worst) {

    static TestFinding of(Row row) {
        return new TestFinding(
                row.getAs("platform"),
                row.getAs("variable"),
                row.getAs("test"),
                row.getLong(row.fieldIndex("raised")),
                FlaggedSample.of(row.getStruct(row.fieldIndex("first"))),
                FlaggedSample.of(row.getStruct(row.fieldIndex("worst"))));
    }
}
