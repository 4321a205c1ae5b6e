package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.plan.RechunkWay;
import dev.shoal.stage.Progress;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores in other chunks: every value, and what remains of a run that was stopped. */
final class RechunkIT {

    private static final Configuration CONF = new Configuration();
    private static final long[] SHAPE = {37, 61, 83};
    private static final long MEMORY = 4L << 20;

    @TempDir
    Path folder;

    private String source(long... chunk) throws IOException {
        String root = folder.resolve("source.zarr").toString();
        ZarrArray packed = ZarrArray.of("sst", SHAPE, chunk, ElementType.SHORT)
                .withFill((short) -999)
                .withDimensions("time", "lat", "lon")
                .withAttributes(new Attributes(List.of(
                        Attribute.of("units", "degree_Celsius"),
                        Attribute.of("scale_factor", 0.01),
                        Attribute.of("add_offset", 20.0))));
        ZarrArray real = ZarrArray.of("deep/flow", SHAPE, new long[] {5, 61, 10}, ElementType.FLOAT)
                .withFill(Float.NaN)
                .withDimensions("time", "lat", "lon");
        ZarrArray time = ZarrArray.of("time", new long[] {37}, new long[] {5}, ElementType.LONG)
                .withDimensions("time")
                .withAttributes(new Attributes(List.of(Attribute.of("units", "days since 2000-01-01"))));
        List<ZarrArray> arrays = List.of(packed, real, time);
        ZarrStore store =
                ZarrStore.create(root, CONF, new Attributes(List.of(Attribute.of("title", "A cube"))), arrays);
        for (ZarrArray array : arrays) {
            fill(store, array);
        }
        store.consolidate();
        return root;
    }

    private static void fill(ZarrStore store, ZarrArray array) throws IOException {
        Random random = new Random(7);
        for (long ordinal = 0; ordinal < array.grid().count(); ordinal++) {
            long[] index = array.grid().index(ordinal);
            int size = (int) array.grid().window(index).size();
            Object values = RechunkPieces.allocate(array.type(), size);
            for (int i = 0; i < size; i++) {
                if (values instanceof short[] shorts) {
                    shorts[i] = random.nextInt(9) == 0 ? -999 : (short) random.nextInt(3000);
                } else if (values instanceof float[] floats) {
                    floats[i] = random.nextInt(9) == 0 ? Float.NaN : random.nextFloat();
                } else {
                    ((long[]) values)[i] = ordinal * array.chunk()[0] + i;
                }
            }
            if (ordinal != 3 || array.rank() == 1) {
                store.writeChunk(array, index, values);
            }
        }
    }

    private RechunkRequest request(String source, Map<String, Long> chunks, Optional<RechunkWay> way) {
        return new RechunkRequest(source, folder.resolve("target.zarr").toString(), chunks, List.of(), MEMORY, way);
    }

    private static RechunkOutcome run(RechunkRequest request) throws IOException {
        SparkSession spark = SharedSpark.session();
        return new RechunkStage(spark, Progress.NONE).run(RechunkLayout.plan(request, CONF, 4));
    }

    private static void requireEqual(String source, String target) throws IOException {
        try (ArrayFile from = ArrayStores.open(source, CONF);
                ArrayFile to = ArrayStores.open(target, CONF)) {
            for (VariableHeader variable : from.header().variables()) {
                VariableHeader other = to.header().variable(variable.name()).orElseThrow();
                assertThat(to.read(other).values())
                        .as(variable.name())
                        .isEqualTo(from.read(variable).values());
                assertThat(byName(other)).isEqualTo(byName(variable));
                assertThat(other.dimensions()).isEqualTo(variable.dimensions());
            }
        }
    }

    /** Returns the attributes, whose order documents may change. */
    private static Map<String, Attribute> byName(VariableHeader variable) {
        Map<String, Attribute> attributes = new TreeMap<>();
        variable.attributes().list().forEach(attribute -> attributes.put(attribute.name(), attribute));
        return attributes;
    }

    private static final Map<String, Long> SERIES = Map.of("time", 37L, "lat", 10L, "lon", 7L);

    @ParameterizedTest
    @EnumSource(RechunkWay.class)
    void everyValueComesThroughByEveryWay(RechunkWay way) throws Exception {
        String source = source(1, 61, 83);
        RechunkRequest request = request(source, SERIES, Optional.of(way));
        RechunkOutcome done = run(request);
        assertThat(done.arrays()).isEqualTo(3);
        assertThat(done.written()).isEqualTo(7 * 12 * 2 + 1);
        requireEqual(source, request.target());
        assertThat(Path.of(request.target(), ".shoal-pieces")).doesNotExist();
        assertThat(run(request)).isEqualTo(new RechunkOutcome(3, 0, 169));
    }

    /** Texts of any letters, one chunk never written; one of {@code long} letters where no sample is taken. */
    private String texts(ZarrFormat format, int longest) throws IOException {
        String root = folder.resolve("texts" + longest + ".zarr").toString();
        ZarrArray names = ZarrArray.of("names", new long[] {70, 50}, new long[] {7, 10}, ElementType.STRING)
                .withFormat(format)
                .withDimensions("time", "station")
                .withAttributes(new Attributes(List.of(Attribute.of("long_name", "who was there"))));
        ZarrArray line = ZarrArray.of("line", new long[] {70}, new long[] {9}, ElementType.STRING)
                .withFormat(format)
                .withDimensions("time");
        ZarrStore store = ZarrStore.create(root, CONF, Attributes.NONE, List.of(names, line));
        for (ZarrArray array : List.of(names, line)) {
            for (long ordinal = 0; ordinal < array.grid().count(); ordinal++) {
                long[] index = array.grid().index(ordinal);
                String[] values = new String[(int) array.grid().window(index).size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = i % 5 == 0 ? "" : "Mooring é漢\uD83C\uDF0A " + ordinal + "/" + i;
                }
                values[3] = array.rank() == 2 && ordinal == 11 ? "x".repeat(longest) : values[3];
                if (ordinal != 2) {
                    store.writeChunk(array, index, values);
                }
            }
        }
        store.consolidate();
        return root;
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void textsComeThrough(ZarrFormat format) throws Exception {
        String source = texts(format, 9);
        List<ChunkLayout> layouts = List.of(
                new ChunkLayout("series", Map.of("time", 70L, "station", 3L), new StoreForm(format, Map.of(), "")),
                new ChunkLayout("maps", Map.of("time", 4L, "station", 50L), new StoreForm(format, Map.of(), "zstd:1")));
        String target = folder.resolve("target.zarr").toString();
        RechunkRequest request =
                new RechunkRequest(source, target, layouts, List.of(), MEMORY, Long.MAX_VALUE, Optional.empty());
        run(request);
        requireEqual(source, target + "/series");
        requireEqual(source, target + "/maps");
    }

    @Test
    void textsThatAreMoreThanATaskMayHoldAreAnError() throws Exception {
        RechunkRequest request = request(texts(ZarrFormat.V2, (int) MEMORY), Map.of("time", 70L), Optional.empty());
        assertThatThrownBy(() -> run(request))
                .hasMessageContaining("variable names: the texts of target chunk")
                .hasMessageContaining("take more than " + MEMORY + " bytes")
                .hasMessageContaining("Choose smaller chunks or more memory.");
    }

    @Test
    void seriesGoBackToMaps() throws Exception {
        String source = source(37, 10, 7);
        RechunkRequest request = request(source, Map.of("time", 4L, "lat", 61L, "lon", 83L), Optional.empty());
        run(request);
        requireEqual(source, request.target());
    }

    @Test
    void xarrayReadsTheSameValues() throws Exception {
        OutsideProgram.requirePython();
        String source = source(1, 61, 83);
        RechunkRequest request = request(source, SERIES, Optional.of(RechunkWay.SHUFFLE));
        run(request);
        OutsideProgram.python(
                Path.of("src/test/resources/dev/shoal/stage/zarr/check_rechunked.py"),
                source,
                request.target(),
                "{\"sst\": [37, 10, 7], \"time\": [37]}");
    }

    @Test
    void layoutsAreGroupsOfOneStoreOfWhichEachHasAllArrays() throws Exception {
        String source = source(1, 61, 83);
        StoreForm maps = new StoreForm(ZarrFormat.V3, Map.of("time", 4L), "");
        StoreForm series = new StoreForm(ZarrFormat.V3, Map.of(), "shuffle,zstd:1,crc32c");
        List<ChunkLayout> layouts = List.of(
                new ChunkLayout("maps", Map.of("time", 1L, "lat", 30L), maps),
                new ChunkLayout("series", SERIES, series));
        String target = folder.resolve("target.zarr").toString();
        RechunkRequest request =
                new RechunkRequest(source, target, layouts, List.of(), MEMORY, Long.MAX_VALUE, Optional.empty());
        for (List<RechunkArray> arrays : RechunkLayout.plan(request, CONF, 4).variables()) {
            List<RechunkPlan> plans = arrays.stream().map(RechunkArray::plan).toList();
            assertThat(plans).hasSize(2);
            assertThat(plans.get(0).source().rank() == 1 || RechunkPlan.mostDecodes(plans) == 1)
                    .isTrue();
        }
        assertThat(run(request).arrays()).isEqualTo(6);
        for (ChunkLayout layout : layouts) {
            requireEqual(source, target + "/" + layout.name());
        }
        try (ArrayFile file = ArrayStores.open(target, CONF)) {
            VariableHeader series0 = file.header().variable("series/sst").orElseThrow();
            assertThat(series0.storage().chunk()).containsExactly(37, 10, 7);
            VariableHeader maps0 = file.header().variable("maps/sst").orElseThrow();
            assertThat(maps0.storage().chunk()).containsExactly(1, 30, 83);
        }
        assertThat(run(request).written()).isZero();
    }

    @Test
    void aStoppedRunOpensForNobodyAndIsGoneOnWith() throws Exception {
        String source = source(1, 61, 83);
        RechunkRequest request = request(source, SERIES, Optional.of(RechunkWay.SHUFFLE));
        run(request);
        Path target = Path.of(request.target());
        Map<String, byte[]> whole = Contents.of(target);
        List<Path> documents;
        try (Stream<Path> files = Files.walk(target)) {
            documents = files.filter(file -> file.getFileName().toString().startsWith(".z"))
                    .toList();
        }
        for (Path document : documents) {
            Files.delete(document);
        }
        Files.delete(target.resolve("sst/0.3.5"));
        Path marker = target.resolve(RechunkMarker.NAME);
        Files.writeString(marker, Files.readString(marker).replace("done\n", ""));
        assertThatThrownBy(() -> ArrayStores.open(request.target(), CONF)).hasMessageContaining("target.zarr");
        RechunkOutcome done = run(request);
        assertThat(done.written()).isPositive().isLessThan(169);
        assertThat(Contents.of(target)).containsExactlyInAnyOrderEntriesOf(whole);
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws Exception {
        String source = source(1, 61, 83);
        RechunkRequest request = request(source, SERIES, Optional.empty());
        Files.createDirectories(Path.of(request.target()));
        Files.writeString(Path.of(request.target(), "notes.txt"), "mine");
        assertThatThrownBy(() -> run(request))
                .hasMessageContaining("found other objects there, expected an empty folder");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws Exception {
        String source = source(1, 61, 83);
        RechunkRequest request =
                new RechunkRequest(source, "unused", Map.of("depth", 3L), List.of("ssh"), MEMORY, Optional.empty());
        assertThatThrownBy(() -> RechunkLayout.plan(request, CONF, 4))
                .hasMessageContaining("chunks of 3 along depth, expected at least 1 along one of [lat, lon, time]")
                .hasMessageContaining("there is no variable ssh, expected some of");
    }

    @ParameterizedTest
    @EnumSource(value = RechunkWay.class, names = "DIRECT", mode = EnumSource.Mode.EXCLUDE)
    void manyStagesGiveTheSameValues(RechunkWay way) throws Exception {
        String source = source(1, 61, 83);
        RechunkRequest request = request(source, SERIES, Optional.of(way));
        RechunkLayout layout = RechunkLayout.plan(request, CONF, 4);
        List<RechunkArray> arrays = layout.arrays().stream()
                .map(array -> array.variable().rank() == 1 ? array : Staged.by(array, 9, 20, 31))
                .toList();
        new RechunkStage(SharedSpark.session(), Progress.NONE)
                .run(new RechunkLayout(request, layout.attributes(), arrays));
        requireEqual(source, request.target());
    }

    /** The same array by way of boxes between. */
    private static final class Staged {
        private Staged() {}

        static RechunkArray by(RechunkArray array, long... box) {
            ChunkGrid between = new ChunkGrid(SHAPE, box);
            RechunkPlan plan = array.plan();
            return new RechunkArray(
                    array.source(),
                    array.variable(),
                    array.array(),
                    new RechunkPlan(
                            plan.source(),
                            plan.target(),
                            plan.elementBytes(),
                            plan.way(),
                            List.of(plan.reads(), between, plan.writes()),
                            plan.taskBytes(),
                            plan.seconds()));
        }
    }

    /** The objects of a folder. */
    private static final class Contents {
        private Contents() {}

        static Map<String, byte[]> of(Path root) throws IOException {
            Map<String, byte[]> contents = new TreeMap<>();
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.put(root.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
            return contents;
        }
    }
}
