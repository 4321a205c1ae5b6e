package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Small work is done without Spark: no session can be opened here. */
class SmallUpdateTest {

    private static final Configuration CONF = new Configuration();
    private static final int CELLS = 6;
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private static Workers workers() {
        return Workers.opening(CONF, () -> {
            throw new IllegalStateException("A session was asked for.");
        });
    }

    /** Makes a source: days of one value each in all cells, and a field without days. */
    private String days(String name, int first, int count) throws IOException {
        String root = folder.resolve(name).toString();
        Attributes units = new Attributes(List.of(Attribute.of("units", "days since 2020-01-01")));
        ZarrArray time = ZarrArray.of("time", new long[] {count}, new long[] {count}, ElementType.INT)
                .withDimensions("time")
                .withAttributes(units);
        ZarrArray lon = ZarrArray.of("lon", new long[] {CELLS}, new long[] {CELLS}, ElementType.INT)
                .withDimensions("lon");
        ZarrArray sst = ZarrArray.of("sst", new long[] {count, CELLS}, new long[] {1, CELLS}, ElementType.INT)
                .withDimensions("time", "lon");
        ZarrStore store = ZarrStore.create(root, CONF, Attributes.NONE, List.of(time, lon, sst));
        int[] steps = new int[count];
        Arrays.setAll(steps, step -> first + step);
        store.writeChunk(time, new long[] {0}, steps);
        store.writeChunk(lon, new long[] {0}, new int[] {1, 2, 3, 4, 5, 6});
        for (int step = 0; step < count; step++) {
            int[] values = new int[CELLS];
            Arrays.fill(values, 100 + first + step);
            store.writeChunk(sst, new long[] {step, 0}, values);
        }
        store.consolidate();
        return root;
    }

    private static StoreRequest request(String source, String store, ZarrFormat format) {
        StoreRequest plain = StoreRequest.of(List.of(source), store);
        plain.chunks().put("time", 4L);
        return plain.withForm(new StoreForm(format, Map.of(), ""));
    }

    private static StoreOutcome update(String source, String store) {
        try (Workers workers = workers()) {
            return new UpdateJob(
                            workers,
                            StoreRequest.of(List.of(source), store),
                            UpdateOptions.NONE,
                            CommitRequest.STANDARD,
                            Progress.NONE)
                    .run();
        }
    }

    private static void send(String source, String store, ZarrFormat format) {
        try (Workers workers = workers()) {
            new SendJob(workers, request(source, store, format), CommitRequest.STANDARD, Progress.NONE).run();
        }
    }

    private static int[] days(String store) throws IOException {
        try (ArrayFile file = ArrayStores.open(store, CONF)) {
            int[] days = (int[])
                    file.read(file.header().variable("time").orElseThrow()).values();
            int[] values = (int[])
                    file.read(file.header().variable("sst").orElseThrow()).values();
            for (int i = 0; i < values.length; i++) {
                assertThat(values[i]).isEqualTo(100 + days[i / CELLS]);
            }
            return days;
        }
    }

    /** Makes all objects old, so that those that are put show. */
    private static void age(Path store) throws IOException {
        for (Path file : objects(store).values()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private static Set<String> put(Path store) throws IOException {
        Set<String> put = new TreeSet<>();
        for (Map.Entry<String, Path> object : objects(store).entrySet()) {
            if (!Files.getLastModifiedTime(object.getValue()).equals(LONG_AGO)) {
                put.add(object.getKey());
            }
        }
        return put;
    }

    private static Map<String, Path> objects(Path store) throws IOException {
        Map<String, Path> objects = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !store.relativize(file).startsWith(StoreJournal.FOLDER))
                    .forEach(file -> objects.put(store.relativize(file).toString(), file));
        }
        return objects;
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void appendsAndReplacesAndPutsNothingElse(ZarrFormat format) throws Exception {
        Path store = folder.resolve("store.zarr");
        send(days("first", 0, 8), store.toString(), format);
        assertThat(days(store.toString())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        age(store);
        StoreOutcome outcome = update(days("ninth", 8, 1), store.toString());
        assertThat(outcome.steps().appended()).isEqualTo(1);
        assertThat(days(store.toString())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        Set<String> expected = format == ZarrFormat.V2
                ? Set.of("sst/2.0", "sst/.zarray", "time/0", "time/.zarray", ".zattrs", ".zgroup", ".zmetadata")
                : Set.of("sst/c/2/0", "sst/zarr.json", "time/c/0", "time/zarr.json", "zarr.json");
        assertThat(expected).containsAll(put(store));
        assertThat(put(store).size()).isGreaterThanOrEqualTo(5);
        assertThat(update(folder.resolve("ninth").toString(), store.toString()).done())
                .isFalse();
        age(store);
        assertThat(update(days("over", 7, 3), store.toString()).steps().replaced())
                .isEqualTo(2);
        assertThat(days(store.toString())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(put(store)).noneMatch(key -> key.startsWith("lon"));
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void givesTheBytesOfAStoreThatIsMadeAtOnce(ZarrFormat format) throws Exception {
        Path store = folder.resolve("grown.zarr");
        send(days("first", 0, 6), store.toString(), format);
        update(days("rest", 6, 3), store.toString());
        Path whole = folder.resolve("whole.zarr");
        send(days("all", 0, 9), whole.toString(), format);
        assertThat(DayFiles.contents(store)).isEqualTo(DayFiles.contents(whole));
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void aChunkThatCannotBePutLeavesTheStoreAsItWas(ZarrFormat format) throws Exception {
        Path store = folder.resolve("store.zarr");
        send(days("first", 0, 8), store.toString(), format);
        Path taken = store.resolve(format == ZarrFormat.V2 ? "sst/2.0" : "sst/c/2/0");
        Files.createDirectories(taken.resolve("in the way"));
        String ninth = days("ninth", 8, 1);
        assertThatThrownBy(() -> update(ninth, store.toString()))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("Cannot write");
        assertThat(days(store.toString())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        Files.delete(taken.resolve("in the way"));
        Files.delete(taken);
        assertThat(update(ninth, store.toString()).done()).isTrue();
        assertThat(days(store.toString())).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }
}
