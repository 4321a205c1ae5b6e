package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.RechunkWay;
import dev.shoal.plan.Window;
import dev.shoal.stage.Progress;
import dev.shoal.stage.zarr.KillLaw.Meanwhile;
import dev.shoal.stage.zarr.UpdateOptions.Insertion;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The {@link KillLaw} of all jobs that make or change a store in a folder. */
class KilledAnywhereIT {

    private static final StoreForm IN_SHARDS = new StoreForm(ZarrFormat.V3, Map.of("time", 4L, "lat", 13L), "");

    @TempDir
    static Path folder;

    private static List<String> first = List.of();
    private static List<String> later = List.of();
    private static List<String> earlier = List.of();
    private static String source = "";
    private static String cube = "";

    /**
     * Five days in chunks of four; then days 4 to 9: one over what is there, within a chunk. Before them two that push
     * all others within their chunks.
     */
    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        first = DayFiles.make(folder.resolve("first"), 0, 5, 1);
        later = DayFiles.make(folder.resolve("later"), 4, 6, 1);
        earlier = DayFiles.make(folder.resolve("earlier"), -2, 2, 1);
        source = folder.resolve("source.zarr").toString();
        send(source);
        cube = folder.resolve("cube.zarr").toString();
        makeCube();
    }

    /** An array that is too large to be copied by the driver alone. */
    private static void makeCube() throws IOException {
        ZarrArray sst = ZarrArray.of("sst", new long[] {8, 520, 520}, new long[] {2, 260, 260}, ElementType.SHORT)
                .withDimensions("time", "lat", "lon");
        ZarrStore store = ZarrStore.create(cube, new Configuration(), Attributes.NONE, List.of(sst));
        short[] cells = new short[2 * 260 * 260];
        for (long[] index : ChunkGrid.walk(sst.grid().touching(Window.whole(sst.shape())))) {
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = (short) (cell + 31 * index[0] + 7 * index[1] + 3 * index[2]);
            }
            store.writeChunk(sst, index, cells);
        }
        store.consolidate();
    }

    private static Configuration conf() {
        return SharedSpark.session().sparkContext().hadoopConfiguration();
    }

    private static void send(String store) {
        new SendJob(SharedSpark.session(), DayFiles.request(first, store, 4), Progress.NONE).run();
    }

    private static void sendInShards(String store) {
        StoreRequest request = DayFiles.request(first, store, 2).withForm(IN_SHARDS);
        new SendJob(SharedSpark.session(), request, Progress.NONE).run();
    }

    private static void update(String store) {
        new UpdateJob(SharedSpark.session(), StoreRequest.of(later, store), Progress.NONE).run();
    }

    private static void prepend(String store) {
        UpdateOptions options = new UpdateOptions(Set.of(Insertion.PREPEND), List.of());
        new UpdateJob(SharedSpark.session(), StoreRequest.of(earlier, store), options, Progress.NONE).run();
    }

    private static RechunkRequest request(String from, String store, ChunkLayout layout, Optional<RechunkWay> way) {
        return new RechunkRequest(from, store, List.of(layout), List.of(), 16 << 20, Long.MAX_VALUE, way);
    }

    private static void rechunk(RechunkRequest request) throws IOException {
        new RechunkStage(SharedSpark.session(), Progress.NONE).run(RechunkLayout.plan(request, conf(), 4));
    }

    private static void rechunkCube(String store, RechunkWay way) throws IOException {
        StoreForm shards = new StoreForm(ZarrFormat.V3, Map.of("lat", 260L, "lon", 260L), "");
        ChunkLayout layout = new ChunkLayout("", Map.of("time", 8L, "lat", 130L, "lon", 130L), shards);
        rechunk(request(cube, store, layout, Optional.of(way)));
    }

    private static void pyramid(String store, StoreForm form) throws IOException {
        RechunkRequest base = request(
                source,
                store,
                new ChunkLayout(PyramidRequest.BASE, Map.of("time", 2L, "lat", 4L, "lon", 8L), form),
                Optional.empty());
        PyramidRequest request = new PyramidRequest(
                base, Optional.of(2), 2, List.of(), Optional.empty(), PyramidRequest.Masking.BY_FLAGS, 0);
        new PyramidStage(SharedSpark.session(), Progress.NONE).run(PyramidLayout.plan(request, conf(), 4));
    }

    private static KillLaw law(String name, Meanwhile meanwhile) {
        return new KillLaw(folder, name, meanwhile);
    }

    @Test
    void aSentStoreIsThereWholeOrDoesNotOpen() throws Exception {
        law("send", Meanwhile.OLD_OR_NEW).holds(store -> {}, KilledAnywhereIT::send);
    }

    @Test
    void anUpdatedStoreIsTheOldOrTheNew() throws Exception {
        law("update", Meanwhile.SOME_STEPS_REPLACED).holds(KilledAnywhereIT::send, KilledAnywhereIT::update);
    }

    @Test
    void aStoreWithStepsInFrontIsTheOldOrTheNewOrDoesNotOpen() throws Exception {
        law("prepend", Meanwhile.NONE_TOO).holds(KilledAnywhereIT::send, KilledAnywhereIT::prepend);
    }

    @Test
    void aStoreOfShardsWithStepsInFrontIsTheOldOrTheNew() throws Exception {
        law("prepend to shards", Meanwhile.OLD_OR_NEW).holds(KilledAnywhereIT::sendInShards, KilledAnywhereIT::prepend);
    }

    @Test
    void aStoreWithAnotherVariableIsTheOldOrTheNew() throws Exception {
        UpdateOptions options = new UpdateOptions(Set.of(), List.of("chl"));
        law("add", Meanwhile.OLD_OR_NEW)
                .holds(
                        store -> new SendJob(
                                        SharedSpark.session(),
                                        DayFiles.request(first, store, 4).taking(List.of("sst")),
                                        Progress.NONE)
                                .run(),
                        store -> new UpdateJob(
                                        SharedSpark.session(), StoreRequest.of(first, store), options, Progress.NONE)
                                .run());
    }

    @Test
    void aRechunkedStoreIsThereWholeOrDoesNotOpen() throws Exception {
        ChunkLayout layout = new ChunkLayout("", Map.of("time", 5L, "lat", 4L), StoreForm.STANDARD);
        law("rechunk", Meanwhile.OLD_OR_NEW)
                .holds(store -> {}, store -> rechunk(request(source, store, layout, Optional.empty())));
    }

    @ParameterizedTest
    @EnumSource
    void aStoreRechunkedIntoShardsIsThereWholeOrDoesNotOpen(RechunkWay way) throws Exception {
        law("rechunk " + way, Meanwhile.OLD_OR_NEW).holds(store -> {}, store -> rechunkCube(store, way));
    }

    @Test
    void aPyramidIsThereWholeOrDoesNotOpen() throws Exception {
        law("pyramid", Meanwhile.OLD_OR_NEW).holds(store -> {}, store -> pyramid(store, StoreForm.STANDARD));
    }
}
