package dev.shoal.catalog.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.catalog.Box;
import dev.shoal.catalog.Footprint;
import dev.shoal.catalog.Granule;
import dev.shoal.catalog.Samples;
import dev.shoal.catalog.TimeRange;
import dev.shoal.catalog.table.CatalogSession;
import dev.shoal.catalog.table.CatalogTables;
import dev.shoal.catalog.table.DatasetsTable;
import dev.shoal.catalog.table.GranulesTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.datasources.v2.BatchScanExec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

class SearchIT {

    /** Datasets of the law test; each is a partition, and so a file of its own. */
    private static final int STRIPES = 12;

    @RegisterExtension
    static final CatalogSession CATALOG = new CatalogSession();

    private static final List<Granule> SCATTERED = new ArrayList<>();

    @BeforeAll
    static void register() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int stripe = i % STRIPES;
            long day = stripe * 10L + random.nextInt(5);
            SCATTERED.add(Samples.granule(
                    "stripe" + stripe,
                    "granule" + i,
                    Optional.of(box(random, stripe)),
                    Optional.of(new TimeRange(day, day + 3))));
        }
        List<Granule> all = new ArrayList<>(SCATTERED);
        all.addAll(special());
        CATALOG.tables().upsert(GranulesTable.TABLE, all);
        CATALOG.tables()
                .upsert(
                        DatasetsTable.TABLE,
                        List.of(
                                Samples.dataset("fiji", Optional.of(Footprint.of(new Box(175, -20, -175, -15)))),
                                Samples.dataset("nowhere", Optional.empty())));
    }

    private static List<Granule> special() {
        Granule model = Samples.granule("special", "model", Optional.empty(), Optional.empty());
        double[] lat = {80.5, 85.5};
        double[] lon = {100.5, 130.5};
        return List.of(
                model,
                withFootprint("diagonal", Footprint.ofPoints(lat, lon)),
                withFootprint("dateline", Footprint.ofPoints(new double[] {81.5}, new double[] {180})),
                withFootprint("pole", Footprint.ofPoints(new double[] {90}, new double[] {0})));
    }

    private static Granule withFootprint(String path, Optional<Footprint> footprint) {
        Granule granule = Samples.granule("special", path, Optional.empty(), Optional.empty());
        return new Granule(
                granule.dataset(),
                path,
                granule.sha256(),
                granule.sizeBytes(),
                granule.mtimeMicros(),
                granule.time(),
                footprint,
                granule.variables(),
                granule.count(),
                granule.run());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatComparisonOfBoxesFinds(long seed) {
        Random random = new Random(seed);
        Box asked = box(random, random.nextInt(STRIPES));
        Search search = new Search(Optional.of(asked), Optional.of(new TimeRange(20, 70)), Optional.empty());
        List<String> expected = SCATTERED.stream()
                .filter(granule -> touches(granule.footprint().orElseThrow().box(), asked))
                .filter(granule -> granule.time().orElseThrow().firstMicros() <= 70
                        && granule.time().orElseThrow().lastMicros() >= 20)
                .map(Granule::path)
                .toList();
        assertThat(paths(search.granules(CATALOG.tables()))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100,80,101,81 | diagonal",
                "100,85,101,86 | ''",
                "-180,81,-179,82 | dateline",
                "179,81,180,82 | dateline",
                "179,81,-179,82 | dateline",
                "100,86,110,90 | pole"
            })
    void letsGeometryDecide(String box, String path) {
        Dataset<Row> found = search(box, "", "").granules(CATALOG.tables()).where("dataset = 'special'");
        assertThat(paths(found)).isEqualTo(path.isEmpty() ? List.of() : List.of(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PSAL", "psal", "sea_water_salinity", "flag"})
    void findsVariablesByEitherName(String variable) {
        assertThat(search("", "", variable).granules(CATALOG.tables()).count()).isEqualTo(SCATTERED.size() + 4);
    }

    @Test
    void findsNothingForAnotherVariable() {
        assertThat(search("", "", "salinity").granules(CATALOG.tables()).count())
                .isZero();
    }

    @Test
    void takesOpenEnds() {
        CatalogTables tables = CATALOG.tables();
        assertThat(search("", "../..", "").granules(tables).count()).isEqualTo(SCATTERED.size());
        assertThat(search("", "1970/..", "").granules(tables).count()).isEqualTo(SCATTERED.size());
        assertThat(search("", "../1969", "").granules(tables).count()).isZero();
    }

    @Test
    void searchesDatasets() {
        CatalogTables tables = CATALOG.tables();
        Dataset<Row> found = search("179,-18,-179,-16", "1970", "PSAL").datasets(tables);
        assertThat(found.collectAsList().stream()
                        .map(row -> DatasetsTable.TABLE.value(row).name()))
                .containsExactly("fiji");
        assertThat(search("", "", "").datasets(tables).count()).isEqualTo(2);
    }

    @Test
    void prunesFilesByBoxAndTimeBeforeGeometry() {
        Dataset<Row> found =
                search("-170,-70,-155,70", "../1970-01-01T00:00:00.000008Z", "").granules(CATALOG.tables());
        assertThat(found.collectAsList()).isNotEmpty();
        SparkPlan plan = found.queryExecution().executedPlan();
        BatchScanExec scan = scan(plan);
        String filters = scan.scan().description();
        assertThat(filters)
                .contains("south <= 70.0", "north >= -70.0", "west <= -155.0", "east >= -170.0", "west2 <= -155.0")
                .contains("time_first <= 8");
        assertThat(plan.toString()).containsIgnoringCase("st_intersects");
        assertThat(scan.metrics().apply("resultDataFiles").value()).isEqualTo(1);
        assertThat(scan.metrics().apply("skippedDataFiles").value()).isEqualTo(STRIPES);
    }

    @Test
    void addsUpTheGranulesOfADataset() {
        CatalogTables tables = CATALOG.tables();
        DatasetExtent extent = DatasetExtent.of(tables.read(GranulesTable.TABLE).where("dataset = 'stripe3'"));
        List<Granule> granules = SCATTERED.stream()
                .filter(granule -> granule.dataset().equals("stripe3"))
                .toList();
        assertThat(extent.granules()).isEqualTo(granules.size());
        assertThat(extent.count()).isEqualTo(12L * granules.size());
        assertThat(extent.time())
                .contains(granules.stream()
                        .map(granule -> granule.time().orElseThrow())
                        .reduce(TimeRange::cover)
                        .orElseThrow());
        Box whole = extent.footprint().orElseThrow().box();
        assertThat(granules)
                .allMatch(granule -> touches(granule.footprint().orElseThrow().box(), whole));
        assertThat(whole.east() - whole.west()).isBetween(0.0, 45.0);
    }

    @Test
    void addsUpNothing() {
        Dataset<Row> none = CATALOG.tables().read(GranulesTable.TABLE).where("dataset = 'none'");
        assertThat(DatasetExtent.of(none)).isEqualTo(new DatasetExtent(0, 0, Optional.empty(), Optional.empty()));
    }

    /** Makes a box in a stripe of 30 degrees of longitude; those of the last stripe may cross the antimeridian. */
    private static Box box(Random random, int stripe) {
        double west = -180 + 30.0 * stripe + random.nextInt(26);
        double south = -70 + random.nextInt(130);
        return Box.wrapping(west, south, west + 1 + random.nextInt(9), south + 1 + random.nextInt(9));
    }

    private static boolean touches(Box one, Box other) {
        return IntStream.of(-360, 0, 360).anyMatch(turn -> overlaps(one, other, turn))
                && one.south() <= other.north()
                && one.north() >= other.south();
    }

    private static boolean overlaps(Box one, Box other, int turn) {
        return one.west() + turn <= unwrappedEast(other) && unwrappedEast(one) + turn >= other.west();
    }

    private static double unwrappedEast(Box box) {
        return box.crossesAntimeridian() ? box.east() + 360 : box.east();
    }

    private static Search search(String box, String time, String variable) {
        return Search.parse(asked(box), asked(time), asked(variable));
    }

    private static Optional<String> asked(String text) {
        return Optional.of(text).filter(part -> !part.isEmpty());
    }

    private static List<String> paths(Dataset<Row> granules) {
        return granules.collectAsList().stream()
                .map(row -> GranulesTable.TABLE.value(row).path())
                .toList();
    }

    private static BatchScanExec scan(SparkPlan plan) {
        return CollectionConverters.asJava(plan.collectLeaves()).stream()
                .filter(BatchScanExec.class::isInstance)
                .map(BatchScanExec.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
