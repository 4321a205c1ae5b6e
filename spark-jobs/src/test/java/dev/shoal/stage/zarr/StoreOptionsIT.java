package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.virtual.Copying;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code send} and {@code update} can be asked for beside files and a store, compared by xarray. */
class StoreOptionsIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/dev/shoal/stage/zarr");

    @TempDir
    static Path folder;

    private static List<String> days = new ArrayList<>();

    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.python(SCRIPTS.resolve("make_options.py"), folder.toString());
        days = DayFiles.make(folder.resolve("days"), 0, 4, 4);
    }

    private static String model(int number) {
        return folder.resolve("model-" + number + ".nc").toString();
    }

    private static UpdateJob update(StoreRequest request, String... added) {
        return new UpdateJob(
                SharedSpark.session(), request, new UpdateOptions(Set.of(), List.of(added)), Progress.NONE);
    }

    /** What an ocean model's files need: other names, coordinates of a grid file, decoded values. */
    private static StoreRequest model(List<String> files, Path store) {
        return new StoreRequest(
                files,
                store.toString(),
                "time_counter",
                List.of("tos", "sal", "word"),
                List.of(),
                List.of("sal"),
                map("time", 4L),
                folder.resolve("mesh.nc").toString(),
                map("lon", "glamt", "lat", "gphit"),
                map("time_counter", "time", "nav_lon", "lon", "nav_lat", "lat"),
                map("title", "Other", "licence", "CC0"),
                StoreRequest.Verification.READ_BACK,
                StoreForm.STANDARD);
    }

    private static Map<String, Long> map(String name, long length) {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put(name, length);
        return map;
    }

    private static Map<String, String> map(String... words) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return map;
    }

    private static void check(Path store, int files) throws Exception {
        OutsideProgram.python(
                SCRIPTS.resolve("check_options.py"), store.toString(), folder.toString(), String.valueOf(files));
    }

    @Test
    void renamesTakesCoordinatesOfAGridFileAndDecodesOnSendAndOnUpdate() throws Exception {
        Path store = folder.resolve("model.zarr");
        new SendJob(SharedSpark.session(), model(List.of(model(0), model(1), model(2)), store), Progress.NONE).run();
        check(store, 3);
        update(model(List.of(model(2), model(3), model(4)), store)).run();
        check(store, 5);
        assertThatThrownBy(() -> update(model(List.of(model(4)), store).unpacking(List.of()))
                        .run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("--unpack sal");
    }

    @Test
    void takesGroupsAndTheirVariables() throws Exception {
        Path store = folder.resolve("groups.zarr");
        StoreRequest request =
                StoreRequest.of(List.of(model(0), model(1)), store.toString()).taking(List.of("bio/chl", "count"));
        new SendJob(SharedSpark.session(), request, Progress.NONE).run();
        update(StoreRequest.of(List.of(model(2)), store.toString())).run();
        try (ArrayFile file = ArrayStores.open(store.toString(), new Configuration())) {
            assertThat(file.read(file.header().variable("bio/chl").orElseThrow())
                            .toDoubles())
                    .startsWith(0, 1, 2, 3, 4, 5, 10, 11)
                    .endsWith(20, 21, 22, 23, 24, 25);
            assertThat(file.read(file.header().variable("count").orElseThrow()).toDoubles())
                    .containsExactly(0, 1, 2, 3, 4, 5);
        }
    }

    @Test
    void addsAVariableLaterAndTellsOfStepsThatItLacks() throws Exception {
        Path store = folder.resolve("later.zarr");
        StoreRequest all = DayFiles.request(days.subList(0, 3), store.toString(), 4);
        new SendJob(SharedSpark.session(), all.taking(List.of("sst", "area")), Progress.NONE).run();
        StoreOutcome some = update(StoreRequest.of(days.subList(1, 3), store.toString()), "chl")
                .plan();
        assertThat(some.notes()).anyMatch(note -> note.contains("chl gets the fill value at 4 steps"));
        assertThat(some.arrays()).extracting(StoreOutcome.ArrayChange::name).containsExactly("chl");
        assertThatThrownBy(() ->
                        update(StoreRequest.of(days, store.toString()), "chl").run())
                .hasMessageContaining("4 steps would be added without variable");
        assertThatThrownBy(() ->
                        update(StoreRequest.of(days, store.toString()), "sst").run())
                .hasMessageContaining("it is there already");
        StoreRequest adding = StoreRequest.of(days.subList(1, 3), store.toString());
        assertThat(update(adding, "chl").run().done()).isTrue();
        assertThat(update(adding, "chl").run().done()).as("what was done last").isFalse();
        update(StoreRequest.of(days.subList(0, 1), store.toString()).taking(List.of("chl")))
                .run();
        DayFiles.check(store, days.subList(0, 3));
        assertThat(update(StoreRequest.of(days.subList(3, 4), store.toString()))
                        .run()
                        .steps()
                        .appended())
                .isEqualTo(4);
        DayFiles.check(store, days);
    }

    @Test
    void takesStoresAndReferencesAsSources() throws Exception {
        Path first = folder.resolve("first.zarr");
        new SendJob(SharedSpark.session(), DayFiles.request(days.subList(0, 2), first.toString(), 3), Progress.NONE)
                .run();
        Path references = folder.resolve("later.json");
        new VirtualJob(
                        SharedSpark.session(),
                        new VirtualRequest(
                                days.subList(2, 4),
                                references.toString(),
                                VirtualRequest.Format.JSON,
                                "main",
                                "time",
                                List.of(),
                                Copying.REFUSE,
                                1000),
                        Progress.NONE)
                .run();
        Path store = folder.resolve("both.zarr");
        new SendJob(
                        SharedSpark.session(),
                        DayFiles.request(List.of(references.toString(), first.toString()), store.toString(), 4),
                        Progress.NONE)
                .run();
        DayFiles.check(store, days);
    }

    @Test
    void updatesOfDifferentChunksGoOnAtTheSameTimeAndLoseNothing() throws Exception {
        Path store = folder.resolve("parallel.zarr");
        new SendJob(SharedSpark.session(), DayFiles.request(days.subList(0, 3), store.toString(), 4), Progress.NONE)
                .run();
        List<CompletableFuture<Boolean>> running = new ArrayList<>();
        for (int file = 0; file < 4; file++) {
            StoreRequest request = StoreRequest.of(days.subList(file, file + 1), store.toString());
            running.add(
                    CompletableFuture.supplyAsync(() -> update(request).run().done()));
        }
        for (CompletableFuture<Boolean> one : running) {
            assertThat(one.get()).isTrue();
        }
        DayFiles.check(store, days);
        StoreJournal journal = new StoreJournal(store.toString(), new Configuration());
        assertThat(journal.unfinished()).isEmpty();
        StoreClaim claim = new StoreClaim(Map.of("sst", new StoreClaim.Range(1, 2)), false);
        journal.begin(new StoreJournal.Entry(
                "update", "other", StoreJournal.Phase.WRITING, 1, "files", "another file", claim));
        update(StoreRequest.of(days.subList(0, 1), store.toString())).run();
        assertThatThrownBy(() -> update(StoreRequest.of(days.subList(1, 2), store.toString()))
                        .run())
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found an unfinished update of another file there");
    }

    @Test
    void putsStepsInFrontOfABranchInOneCommit() throws Exception {
        String branch = "icechunk:" + folder.resolve("repository") + "@main";
        new SendJob(SharedSpark.session(), DayFiles.request(days.subList(1, 3), branch, 3), Progress.NONE).run();
        new UpdateJob(
                        SharedSpark.session(),
                        StoreRequest.of(days.subList(0, 1), branch),
                        new UpdateOptions(Set.of(UpdateOptions.Insertion.PREPEND), List.of()),
                        Progress.NONE)
                .run();
        Path plain = folder.resolve("plain.zarr");
        new SendJob(SharedSpark.session(), DayFiles.request(days.subList(0, 3), plain.toString(), 3), Progress.NONE)
                .run();
        try (ArrayFile found = ArrayStores.open(branch, new Configuration());
                ArrayFile expected = ArrayStores.open(plain.toString(), new Configuration())) {
            for (String name : List.of("time", "sst", "chl")) {
                assertThat(found.read(found.header().variable(name).orElseThrow())
                                .toDoubles())
                        .isEqualTo(
                                expected.read(expected.header().variable(name).orElseThrow())
                                        .toDoubles());
            }
        }
    }
}
