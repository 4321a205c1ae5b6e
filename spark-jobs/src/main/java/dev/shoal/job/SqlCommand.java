package dev.shoal.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs SQL and prints the answer. */
@Command(
        name = "sql",
        header = "Run SQL over everything registered, and over any NetCDF or Zarr path.",
        description = {
            "",
            "Tables: ocean.obs.NAME, ocean.grids.NAME, ocean.catalog.{inventory,rejects,datasets,granules,runs};",
            "any path as ocean.netcdf.`PATH`; quality control as functions ocean.qc.*",
            ""
        },
        footer = {"", "Example: shoal sql \"SELECT platform, count(*) FROM ocean.obs.moorings GROUP BY platform\""})
final class SqlCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "QUERY", description = "One statement of Spark SQL.")
    private String query = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Most rows to print (default: ${DEFAULT-VALUE}).")
    private int limit = 100;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options)) {
            Dataset<Row> answer = spark.sql(query);
            Iterator<Row> rows = answer.limit(limit + 1).toLocalIterator();
            List<Row> shown = new ArrayList<>();
            while (rows.hasNext() && shown.size() < limit) {
                shown.add(rows.next());
            }
            print(List.of(answer.columns()), shown);
            if (rows.hasNext() && !options.json()) {
                System.out.println("There are more than these " + limit + " rows; --limit shows more.");
            }
            return ExitCode.DONE;
        }
    }

    private void print(List<String> columns, List<Row> rows) {
        if (!options.json()) {
            boolean single =
                    rows.size() == 1 && columns.size() == 1 && !rows.get(0).isNullAt(0);
            System.out.print(single ? CellText.of(rows.get(0).get(0)) + System.lineSeparator() : table(columns, rows));
            return;
        }
        System.out.println(Json.text(JsonValue.of(columns, rows)));
    }

    /** Returns rows as a table for people. */
    static TextTable table(List<String> columns, List<Row> rows) {
        TextTable table = new TextTable(columns);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < columns.size(); column++) {
                cells.add(row.isNullAt(column) ? "" : CellText.of(row.get(column)));
            }
            table.add(cells);
        }
        return table;
    }
}
