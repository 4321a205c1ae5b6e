package dev.shoal.job;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.Dataset;
import dev.shoal.catalog.query.Search;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.catalog.table.GranulesTable;
import dev.shoal.qc.NearestName;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the catalogue. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        header = "Look into the catalogue: list, show, find.",
        footer = {"", "Example: shoal catalog find --bbox -72,34,-60,40 --time 2023-01/2023-03"},
        subcommands = {CatalogCommand.ListDatasets.class, CatalogCommand.Show.class, CatalogCommand.Find.class})
final class CatalogCommand implements Runnable {

    private static final String EMPTY = "The catalogue is empty. 'shoal run SPEC.yaml' or 'shoal demo' fills it.";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: list, show or find.");
    }

    private static List<Dataset> datasets(CatalogTables tables) {
        List<Dataset> datasets = new ArrayList<>();
        tables.read(DatasetsTable.TABLE)
                .orderBy(col("name"))
                .toLocalIterator()
                .forEachRemaining(row -> datasets.add(DatasetsTable.TABLE.value(row)));
        return datasets;
    }

    /** Lists the datasets. */
    @Command(
            name = "list",
            header = "List the datasets.",
            footer = {"", "Example: shoal catalog list --json"})
    static final class ListDatasets implements Callable<Integer> {
        @Mixin
        private CommonOptions options = new CommonOptions();

        @Override
        public Integer call() throws IOException {
            try (SparkSession spark = Session.open(options)) {
                List<Dataset> datasets = datasets(CatalogTables.open(spark, CatalogTables.CATALOG));
                if (options.json()) {
                    System.out.println(
                            Json.text(datasets.stream().map(DatasetText::json).toList()));
                } else if (datasets.isEmpty()) {
                    System.out.println(EMPTY);
                } else {
                    System.out.print(DatasetText.table(datasets));
                }
                return ExitCode.DONE;
            }
        }
    }

    /** Shows one dataset. */
    @Command(
            name = "show",
            header = "Show one dataset: where it is, its variables, times, place, granules.",
            footer = {"", "Example: shoal catalog show sst-daily"})
    static final class Show implements Callable<Integer> {
        @Mixin
        private CommonOptions options = new CommonOptions();

        @Parameters(paramLabel = "NAME", description = "Name of the dataset.")
        private String name = "";

        @Override
        public Integer call() throws IOException {
            try (SparkSession spark = Session.open(options)) {
                CatalogTables tables = CatalogTables.open(spark, CatalogTables.CATALOG);
                List<Dataset> datasets = datasets(tables);
                List<String> names = datasets.stream().map(Dataset::name).toList();
                Dataset dataset = datasets.stream()
                        .filter(known -> known.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> unknown(name, names));
                long granules = tables.read(GranulesTable.TABLE)
                        .where(col("dataset").equalTo(name))
                        .count();
                System.out.print(
                        options.json()
                                ? Json.text(DatasetText.json(dataset)) + System.lineSeparator()
                                : DatasetText.page(dataset, granules));
                return ExitCode.DONE;
            }
        }

        private static StageException unknown(String name, List<String> names) {
            return StageException.configuration("Cannot show dataset '" + name + "': "
                    + (names.isEmpty()
                            ? "there are none. " + EMPTY
                            : "the catalogue has none of that name." + NearestName.hint(name, names) + " There are: "
                                    + String.join(", ", names) + "."));
        }
    }

    /** Finds granules by place, time and variable. */
    @Command(
            name = "find",
            header = "Find the granules in a box, in a range of time, with a variable.",
            footer = {"", "Example: shoal catalog find --bbox 170,-10,-170,10 --time 2023-06/2023-07"})
    static final class Find implements Callable<Integer> {
        @Mixin
        private CommonOptions options = new CommonOptions();

        @Option(
                names = "--bbox",
                paramLabel = "W,S,E,N",
                description = "Box in degrees; west above east crosses the antimeridian.")
        private Optional<String> box = Optional.empty();

        @Option(
                names = "--time",
                paramLabel = "A/B",
                description = "Range of ISO 8601 times, UTC; '..' for an open end.")
        private Optional<String> time = Optional.empty();

        @Option(names = "--variable", paramLabel = "NAME", description = "Name or CF standard name.")
        private Optional<String> variable = Optional.empty();

        @Option(
                names = "--limit",
                paramLabel = "N",
                converter = AtLeastOne.class,
                description = "Most granules to list (default: ${DEFAULT-VALUE}).")
        private int limit = 50;

        @Override
        public Integer call() throws IOException {
            Search search = Search.parse(box, time, variable);
            try (SparkSession spark = Session.open(options)) {
                CatalogTables tables = CatalogTables.open(spark, CatalogTables.CATALOG);
                org.apache.spark.sql.Dataset<Row> found = search.granules(tables)
                        .selectExpr("dataset", "time_first", "time_last", "west", "south", "east", "north", "path")
                        .orderBy("dataset", "time_first", "path");
                List<Row> rows = new ArrayList<>();
                Iterator<Row> iterator = found.limit(limit).toLocalIterator();
                iterator.forEachRemaining(rows::add);
                long count = rows.size() < limit ? rows.size() : found.count();
                print(List.of(found.columns()), rows, count);
                return ExitCode.DONE;
            }
        }

        private void print(List<String> columns, List<Row> rows, long count) {
            if (!options.json()) {
                System.out.print(SqlCommand.table(columns, rows));
                System.out.println(Counted.of(count, "granule") + " found"
                        + (count > rows.size() ? "; --limit shows more." : "."));
                return;
            }
            Map<String, Object> found = new LinkedHashMap<>();
            found.put("found", count);
            found.put("granules", JsonValue.of(columns, rows));
            System.out.println(Json.text(found));
        }
    }
}
