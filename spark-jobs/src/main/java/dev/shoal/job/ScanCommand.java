package dev.shoal.job;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.Reject;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.InventoryTable;
import dev.shoal.catalog.table.RejectsTable;
import dev.shoal.cf.CfFacts;
import dev.shoal.stage.FileEntry;
import dev.shoal.stage.ScanStage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in an archive and puts it down in the inventory. */
@Command(
        name = "scan",
        header = "Show what is there: files, formats, feature types, variables, times, boxes, problems.",
        description = {
            "",
            "Puts every readable file into ocean.catalog.inventory, the others into ocean.catalog.rejects.",
            ""
        },
        footer = {"", "Example: shoal scan archive/ 's3a://bucket/moorings/*.nc'"})
final class ScanCommand implements Callable<Integer> {

    /** So many files are told of in full. */
    private static final int FEW_FILES = 3;

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders (walked) or globs; s3a: and hdfs: too.")
    private List<String> paths = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = AtLeastOne.class,
            description = "Most files to list (default: ${DEFAULT-VALUE}).")
    private int limit = 200;

    @Option(
            names = "--details",
            description = "Tell of every file how it counts time, which map and levels it has, what its cells and flags"
                    + " mean (always told of up to " + FEW_FILES + " files).")
    private boolean details;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options)) {
            CatalogTables tables = CatalogTables.open(spark, CatalogTables.CATALOG);
            List<FileEntry> files = FileEntry.list(paths, spark.sparkContext().hadoopConfiguration());
            long now = TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis());
            Dataset<Row> scan = new ScanStage(spark, "scan", now, new TerminalProgress(System.err)).scan(files);
            tables.upsert(InventoryTable.TABLE, ScanStage.inventory(scan));
            tables.upsert(RejectsTable.TABLE, ScanStage.rejects(scan));
            return show(scan, files.size());
        }
    }

    private int show(Dataset<Row> scan, int files) {
        List<InventoryEntry> entries = new ArrayList<>();
        Iterator<Row> rows =
                ScanStage.inventory(scan).orderBy(col("path")).limit(limit).toLocalIterator();
        rows.forEachRemaining(row -> entries.add(InventoryTable.TABLE.value(row)));
        Map<String, CfFacts> facts = ScanStage.facts(scan, limit);
        long refused = ScanStage.rejects(scan).count();
        List<Reject> rejects = new ArrayList<>();
        ScanStage.rejects(scan)
                .orderBy(col("path"))
                .limit(limit)
                .toLocalIterator()
                .forEachRemaining(row -> rejects.add(RejectsTable.TABLE.value(row)));
        if (options.json()) {
            System.out.println(Json.text(json(entries, facts, rejects, files, refused)));
        } else {
            print(entries, facts, rejects, files, refused);
        }
        return refused == 0 ? ExitCode.DONE : ExitCode.REJECTED;
    }

    private static Map<String, Object> json(
            List<InventoryEntry> entries, Map<String, CfFacts> facts, List<Reject> rejects, int files, long refused) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("files", files);
        result.put("refused", refused);
        result.put("readable", entries.stream().map(entry -> json(entry, facts)).toList());
        result.put(
                "rejected",
                rejects.stream()
                        .map(reject -> Map.of("path", reject.path(), "reason", reject.reason()))
                        .toList());
        return result;
    }

    private static Map<String, Object> json(InventoryEntry entry, Map<String, CfFacts> facts) {
        Map<String, Object> tree = InventoryJson.of(entry);
        tree.put("cf", FactsJson.of(facts.getOrDefault(entry.path(), CfFacts.NONE)));
        return tree;
    }

    private void print(
            List<InventoryEntry> entries, Map<String, CfFacts> facts, List<Reject> rejects, int files, long refused) {
        if (!entries.isEmpty()) {
            System.out.print(ScanText.table(entries));
        }
        if (details || entries.size() <= FEW_FILES) {
            for (InventoryEntry entry : entries) {
                ScanText.facts(entry, facts.getOrDefault(entry.path(), CfFacts.NONE))
                        .forEach(System.out::println);
            }
        }
        ScanText.notes(entries).forEach(System.out::println);
        for (Reject reject : rejects) {
            System.out.println("refused: " + reject.reason());
        }
        boolean more = entries.size() + rejects.size() < files;
        System.out.println(Counted.of(files, "file") + ", " + refused + " refused"
                + (more ? "; " + limit + " of each are listed at most, --limit shows more." : "."));
    }
}
