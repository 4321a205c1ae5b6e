package dev.shoal.job;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.query.Search;
import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.job.demo.Archive;
import dev.shoal.job.report.Query;
import dev.shoal.job.report.ReportPage;
import dev.shoal.job.report.Section;
import dev.shoal.job.report.Table;
import dev.shoal.job.report.Tiles;
import dev.shoal.job.report.Tiles.Tile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What the demo shows of its results, on the screen and in the report. */
final class DemoResults {

    private static final List<String> DATASETS = List.of("sst-daily", "gyre", "moorings", "gliders");
    private static final int MOST_ROWS = 40;

    private final SparkSession spark;
    private final CatalogTables catalog;
    private final List<LastRun> runs;
    private final Archive archive;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<Query> queries = new ArrayList<>();

    /** Asks the catalogue and the tables. */
    DemoResults(SparkSession spark, Archive archive) {
        this.spark = spark;
        this.catalog = CatalogTables.open(spark, CatalogTables.CATALOG);
        this.runs = LastRun.of(catalog, DATASETS);
        this.archive = archive;
        ask();
    }

    private void ask() {
        tables.put(
                "What is in the archive",
                table(spark.sql("SELECT feature_type AS `feature type`, format, count(*) AS files,"
                        + " format_number(sum(size_bytes) / 1e6, 1) AS MB, min(time_first) AS `first (UTC)`,"
                        + " max(time_last) AS `last (UTC)` FROM ocean.catalog.inventory WHERE " + inArchive()
                        + " GROUP BY feature_type, format ORDER BY feature_type, format")));
        tables.put(
                "Files that were refused",
                table(spark.sql("SELECT regexp_extract(path, '[^/]+$', 0) AS file, stage,"
                        + " replace(reason, concat('Cannot read ', path, ': '), '') AS reason"
                        + " FROM ocean.catalog.rejects WHERE " + inArchive() + " ORDER BY path")));
        tables.put("Flags by variable", flags());
        tables.put("Values flagged, by test", byTest());
        tables.put(
                "Stores and tables",
                table(spark.sql("SELECT name, kind,"
                        + " format_number(if(kind = 'grid', cells, `rows`), 0) AS `cells or rows`,"
                        + " time_first AS `first (UTC)`, time_last AS `last (UTC)`, location"
                        + " FROM ocean.catalog.datasets WHERE name IN " + names() + " ORDER BY name")));
        queries.add(query(
                "Which moorings have the most values that failed?",
                "SELECT platform, count(*) AS observations, count_if(temp_qc = 4) AS failed, round(avg(temp) FILTER (WHERE temp_qc = 1), 2) AS good_mean_celsius"
                        + " FROM ocean.obs.moorings GROUP BY platform ORDER BY failed DESC LIMIT 5"));
        queries.add(query(
                "How does the good surface temperature of one region go through the year?",
                "SELECT month(time) AS month, round(avg(analysed_sst) - 273.15, 2) AS celsius, count(*) AS cells"
                        + " FROM ocean.grids.sst_daily WHERE lat BETWEEN 38 AND 42 AND lon BETWEEN -70 AND -60"
                        + " AND analysed_sst_qc = 1 GROUP BY month ORDER BY month"));
        queries.add(query(
                "How warm and salty is the water that the gliders crossed, by depth?",
                "SELECT platform, floor(depth / 100) * 100 AS from_metre, round(avg(temperature), 2) AS celsius,"
                        + " round(avg(salinity), 3) AS salinity, count(*) AS samples FROM ocean.obs.gliders"
                        + " WHERE qc = 1 GROUP BY platform, from_metre ORDER BY platform, from_metre LIMIT 12"));
    }

    private Table table(Dataset<Row> rows) {
        List<List<String>> cells = new ArrayList<>();
        rows.limit(MOST_ROWS).toLocalIterator().forEachRemaining(row -> {
            List<String> line = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                line.add(row.isNullAt(column) ? "" : CellText.of(row.get(column)));
            }
            cells.add(line);
        });
        return new Table("", List.of(rows.columns()), cells);
    }

    private Query query(String title, String sql) {
        return new Query(title, sql, table(spark.sql(sql)));
    }

    private Table flags() {
        return new Table(
                "",
                List.of("dataset", "variable", "good", "unknown", "suspect", "fail", "missing"),
                runs.stream().flatMap(run -> run.flags().stream()).toList());
    }

    private Table byTest() {
        return new Table(
                "",
                List.of("dataset", "variable", "test", "suspect or fail"),
                runs.stream().flatMap(run -> run.tests().stream()).toList());
    }

    private Table search() {
        Search search = Search.parse(
                Optional.of("-72,34,-60,40"), Optional.of("2023-01/2023-02"), Optional.of("sea_water_temperature"));
        return table(search.granules(catalog)
                .select("dataset", "time_first", "time_last", "path")
                .orderBy(col("dataset"), col("path")));
    }

    /** Returns the results as text for the screen. */
    String text() {
        StringBuilder text = new StringBuilder();
        tables.forEach((title, table) -> text.append(heading(title)).append(plain(table)));
        queries.forEach(query -> text.append(heading(query.title()))
                .append("shoal sql \"")
                .append(query.sql())
                .append("\"")
                .append(System.lineSeparator())
                .append(plain(query.answer())));
        text.append(heading("Where was sea water temperature measured in a box, in January and February?"));
        text.append("shoal catalog find --bbox=-72,34,-60,40 --time 2023-01/2023-02 --variable sea_water_temperature")
                .append(System.lineSeparator())
                .append(plain(search()));
        return text.toString();
    }

    private static String heading(String title) {
        return System.lineSeparator() + "== " + title + System.lineSeparator();
    }

    private static String plain(Table table) {
        TextTable text = new TextTable(table.columns());
        table.rows().forEach(text::add);
        return text.toString();
    }

    /** Returns the results as a report. */
    ReportPage page() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("In short", "", tiles()));
        DemoPictures pictures = new DemoPictures(spark, archive);
        sections.add(pictures.seaSurface());
        sections.add(pictures.mooring());
        sections.add(pictures.footprints());
        tables.forEach((title, table) -> sections.add(Section.of(title, "", table)));
        sections.add(new Section("Questions in SQL", "", List.copyOf(queries)));
        sections.add(Section.of(
                "Found in the catalogue",
                "Granules with sea water temperature in the box 72 to 60 degrees west, 34 to 40 degrees north,"
                        + " in January and February 2023.",
                search()));
        return new ReportPage(
                "Shoal: an archive reprocessed",
                "A made-up archive of a made-up sea, judged, regridded, written as Zarr and Iceberg, and registered;"
                        + " every number below comes from the results themselves.",
                sections);
    }

    private Tiles tiles() {
        Row sums = spark.sql(
                        "SELECT coalesce(sum(cells), 0), coalesce(sum(`rows`), 0) FROM ocean.catalog.datasets WHERE name IN "
                                + names())
                .first();
        long refused = spark.table("ocean.catalog.rejects").where(inArchive()).count();
        double seconds = runs.stream().mapToDouble(LastRun::seconds).sum();
        return new Tiles(List.of(
                new Tile("files in the archive", Counted.number(archive.files().size()), refused + " refused"),
                new Tile(
                        "decoded",
                        String.format(Locale.ROOT, "%,.0f MB", archive.decodedBytes() / 1e6),
                        "netCDF-3 and netCDF-4"),
                new Tile("grid cells", Counted.number(sums.getLong(0)), "in Zarr stores"),
                new Tile("observations", Counted.number(sums.getLong(1)), "in Iceberg tables"),
                new Tile("time", String.format(Locale.ROOT, "%.0f s", seconds), "of the runs that wrote them")));
    }

    private static String names() {
        return DATASETS.stream().collect(Collectors.joining("', '", "('", "')"));
    }

    /** Keeps the archive apart from what else was scanned into the same data folder. */
    private String inArchive() {
        return "startswith(path, '"
                + new Path(CatalogSettings.location(archive.folder()))
                        .toString()
                        .replace("\\", "\\\\")
                        .replace("'", "\\'")
                + "/')";
    }
}
