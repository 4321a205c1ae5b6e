package dev.shoal.udf;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.qc.NearestName;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.QcTest;
import dev.shoal.qc.SeriesTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;

/**
 * What a call of {@code qc_judge} asks for, checked against the table.
 *
 * @param rows of the table
 * @param series columns that tell the series
 * @param order columns by which the rows of a series are sorted
 * @param judging what is done with them
 */
record JudgeRequest(Dataset<Row> rows, List<String> series, List<String> order, JudgedTable judging) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static JudgeRequest of(Dataset<Row> rows, String table, String tests, String seriesText, String timeText) {
        List<String> columns = List.of(rows.columns());
        QcConfiguration qc = configuration(tests);
        String time = named(timeText, columns, table, "the times");
        List<String> series = series(seriesText, columns, table);
        List<String> kept = new ArrayList<>(columns);
        Map<String, QcSuite> suites = new LinkedHashMap<>();
        qc.suites().forEach((variable, suite) -> {
            String column = named(variable, columns, table, "values to judge");
            requireNumbers(column, rows);
            requireSeries(column, suite);
            suites.put(column, suite);
            kept.removeIf(name -> name.equalsIgnoreCase(column + JudgedTable.FLAG)
                    || name.equalsIgnoreCase(column + JudgedTable.TESTS));
        });
        if (suites.isEmpty()) {
            throw JudgeFunction.error("Cannot judge '" + table + "': found no tests in " + tests
                    + ", expected some such as {\"temp\": {\"spike\": {\"suspect_threshold\": 1}}}.");
        }
        List<String> order = new ArrayList<>(List.of(time));
        Stream.of("source_file", "source_index").filter(columns::contains).forEach(order::add);
        return new JudgeRequest(rows, series, order, JudgedTable.of(kept, series, numbers(rows), suites));
    }

    private static QcConfiguration configuration(String tests) {
        try {
            List<String> problems = new ArrayList<>();
            QcConfiguration qc = QcConfiguration.parse(JSON.readValue(tests, Object.class), problems);
            if (!problems.isEmpty()) {
                throw JudgeFunction.error(String.join("\n", problems));
            }
            return qc;
        } catch (JsonProcessingException error) {
            throw JudgeFunction.error("Cannot read the tests of qc_judge: they are no JSON: "
                    + error.getOriginalMessage() + ". Found " + tests + ".");
        }
    }

    private static String named(String name, List<String> columns, String table, String role) {
        return columns.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> JudgeFunction.error("Cannot judge '" + table + "': found no column '" + name
                        + "' with "
                        + role + "." + NearestName.hint(name, columns) + " There are: " + String.join(", ", columns)
                        + "."));
    }

    private static List<String> series(String text, List<String> columns, String table) {
        if (!text.isBlank()) {
            return Arrays.stream(text.split(",", -1))
                    .map(name -> named(name.strip(), columns, table, "the series"))
                    .toList();
        }
        List<String> usual = Stream.of("platform", "series")
                .flatMap(name -> columns.stream().filter(name::equalsIgnoreCase))
                .toList();
        if (usual.isEmpty()) {
            throw JudgeFunction.error(
                    "Cannot judge '" + table + "': found no column 'platform' and no 'series', expected"
                            + " one. Name those that tell one series from another as the third argument.");
        }
        return usual;
    }

    private static List<String> numbers(Dataset<Row> rows) {
        return Arrays.stream(rows.schema().fields())
                .filter(field -> field.dataType() instanceof NumericType)
                .map(field -> field.name())
                .toList();
    }

    private static void requireNumbers(String column, Dataset<Row> rows) {
        DataType type = rows.schema().apply(column).dataType();
        if (!(type instanceof NumericType)) {
            throw JudgeFunction.error("Cannot judge '" + column + "': found a column of type " + type.sql()
                    + ", expected numbers. Cast it in a view.");
        }
    }

    private static void requireSeries(String column, QcSuite suite) {
        for (QcTest test : suite.tests()) {
            boolean alone = test instanceof SeriesTest ofSeries && !ofSeries.looksBack();
            if (!alone) {
                throw JudgeFunction.error("Cannot run " + test.name() + " on '" + column
                        + "' in qc_judge: it looks at other series. Run it with 'shoal run'.");
            }
        }
    }

    /** Returns the plan: the table's rows by series, sorted, judged. */
    LogicalPlan plan() {
        List<Column> taken = new ArrayList<>();
        judging.kept().forEach(name -> taken.add(quoted(name)));
        for (String number : judging.numbers()) {
            taken.add(quoted(number).cast(DataTypes.DoubleType).as(JudgedTable.number(number)));
        }
        taken.add(
                unix_micros(quoted(order.get(0)).cast(DataTypes.TimestampType)).as(JudgedTable.TIME));
        List<Column> by = series.stream().map(JudgeRequest::quoted).toList();
        List<Column> sorted = new ArrayList<>(by);
        sorted.add(col(JudgedTable.TIME));
        order.stream().skip(1).forEach(name -> sorted.add(quoted(name)));
        Dataset<Row> ordered = rows.select(taken.toArray(Column[]::new))
                .repartition(by.toArray(Column[]::new))
                .sortWithinPartitions(sorted.toArray(Column[]::new));
        return JudgePlan.over(ordered.queryExecution().analyzed(), judging);
    }

    private static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }
}
