package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.OutsideProgram;
import dev.shoal.zarr.icechunk.IcechunkObjects;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.SnapshotInfo;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends to branches of Icechunk repositories, and updates them. */
class CommitJobIT {

    private static final Configuration CONF = new Configuration();

    @TempDir
    static Path folder;

    private static List<String> first = new ArrayList<>();
    private static List<String> later = new ArrayList<>();

    /** Nine days in files of three; then days 7 to 13 anew: two over what is there. */
    @BeforeAll
    static void makeFiles() throws Exception {
        OutsideProgram.requirePython();
        first = DayFiles.make(folder.resolve("first"), 0, 3, 3);
        later = DayFiles.make(folder.resolve("later"), 7, 7, 1, "hours since 2019-12-31 12:00");
    }

    private static StoreOutcome send(List<String> files, String store, CommitRequest commit) {
        return new SendJob(Workers.of(SharedSpark.session()), DayFiles.request(files, store, 4), commit, Progress.NONE)
                .run();
    }

    private static StoreOutcome update(List<String> files, String store) {
        CommitRequest commit = new CommitRequest("", "", CommitRequest.Commits.ONE);
        return new UpdateJob(
                        Workers.of(SharedSpark.session()),
                        StoreRequest.of(files, store),
                        UpdateOptions.NONE,
                        commit,
                        Progress.NONE)
                .run();
    }

    private static List<String> messages(Path repository, String branch) throws Exception {
        return IcechunkRepository.open(repository.toString(), CONF).history(branch).stream()
                .map(SnapshotInfo::message)
                .toList();
    }

    /** Returns all values and attributes of a store. */
    private static Map<String, String> values(String location) throws Exception {
        Map<String, String> values = new TreeMap<>();
        try (ArrayFile file = ArrayStores.open(location, CONF)) {
            values.put("", file.header().attributes().toString());
            for (VariableHeader variable : file.header().variables()) {
                ArrayBlock block = file.read(variable, Window.whole(variable.shape()));
                values.put(
                        variable.name(),
                        variable.attributes() + " "
                                + Arrays.toString(ArrayBlock.bytes(block.values(), ByteOrder.LITTLE_ENDIAN)));
            }
        }
        return values;
    }

    private static long objects(Path repository, String kind) throws Exception {
        try (java.util.stream.Stream<Path> files = Files.list(repository.resolve(kind))) {
            return files.count();
        }
    }

    @Test
    void holdsTheValuesOfAFolderAndIsUpdatedByOneCommit() throws Exception {
        Path repository = folder.resolve("days");
        Path plain = folder.resolve("days.zarr");
        String main = "icechunk:" + repository + "@main";
        assertThat(send(first, main, CommitRequest.STANDARD).done()).isTrue();
        new SendJob(SharedSpark.session(), DayFiles.request(first, plain.toString(), 4), Progress.NONE).run();
        assertThat(values(main)).isEqualTo(values(plain.toString()));
        assertThat(messages(repository, "main")).containsExactly("Send 3 files", "Repository initialized");
        assertThat(send(first, main, CommitRequest.STANDARD).done()).isFalse();

        assertThat(update(later, main).steps().appended()).isEqualTo(5);
        new UpdateJob(SharedSpark.session(), StoreRequest.of(later, plain.toString()), Progress.NONE).run();
        assertThat(values(main)).isEqualTo(values(plain.toString()));
        assertThat(messages(repository, "main")).startsWith("Update with 1 file", "Send 3 files");
        assertThat(update(later, main).done()).isFalse();
        requireReadByTheLibrary(repository);
        long manifests = objects(repository, "manifests");
        update(first, main);
        assertThat(messages(repository, "main"))
                .as("files whose values are there change nothing")
                .hasSize(3);
        assertThat(objects(repository, "manifests")).isEqualTo(manifests);
        assertThatThrownBy(() -> send(later, main, CommitRequest.STANDARD))
                .isInstanceOf(StageException.class)
                .hasMessageContaining("found arrays in that branch")
                .hasMessageContaining("shoal zarr update");
    }

    /** The format's own library finds the bytes of every chunk that we find. */
    private static void requireReadByTheLibrary(Path repository) throws Exception {
        OutsideProgram.requireIcechunk();
        List<String> arguments = new ArrayList<>(List.of(repository.toString(), folder.toString()));
        List<String> expected = new ArrayList<>();
        try (IcechunkObjects objects = IcechunkObjects.open(repository.toString(), "main", CONF)) {
            for (String key : List.of("time/c/0", "sst/c/0/0/0", "sst/c/3/0/0", "chl/c/1/0/0", "crs/c", "area/c/0/0")) {
                arguments.add(key);
                expected.add(HexFormat.of()
                        .formatHex(objects.read(key, Integer.MAX_VALUE).orElseThrow()));
            }
        }
        String[] words = arguments.toArray(String[]::new);
        assertThat(OutsideProgram.icechunk("read_chunks.mjs", words).lines().toList())
                .isEqualTo(expected);
    }

    private static StoreRequest some(String store) {
        StoreRequest all = StoreRequest.of(first, store);
        return new StoreRequest(
                first,
                store,
                "",
                List.of("time", "lat"),
                List.of(),
                List.of(),
                all.chunks(),
                "",
                all.coordinates(),
                all.renames(),
                all.attributes(),
                StoreRequest.Verification.TRUST,
                all.form());
    }

    @Test
    void everyVariableMayBeACommitOfAnotherBranch() throws Exception {
        Path repository = folder.resolve("branches");
        IcechunkRepository made = IcechunkRepository.create(repository.toString(), CONF);
        made.branch("work", made.resolve("main"));
        CommitRequest each = new CommitRequest("work", "Days", CommitRequest.Commits.EACH_VARIABLE);
        StoreRequest request = some("icechunk:" + repository);
        assertThat(new SendJob(Workers.of(SharedSpark.session()), request, each, Progress.NONE)
                        .run()
                        .done())
                .isTrue();
        assertThat(messages(repository, "main")).containsExactly("Repository initialized");
        assertThat(messages(repository, "work"))
                .containsExactlyInAnyOrder("Days: time", "Days: time_bnds", "Days: lat", "Repository initialized");
        assertThat(new SendJob(Workers.of(SharedSpark.session()), request, each, Progress.NONE)
                        .run()
                        .done())
                .isFalse();
        Path plain = folder.resolve("branches.zarr");
        new SendJob(SharedSpark.session(), some(plain.toString()), Progress.NONE).run();
        assertThat(values("icechunk:" + repository + "@work")).isEqualTo(values(plain.toString()));
    }

    @Test
    void whatIsInterruptedLeavesNoCommit() throws Exception {
        Path repository = folder.resolve("broken");
        String main = "icechunk:" + repository;
        IcechunkRepository.create(repository.toString(), CONF);
        Path inTheWay = Files.write(repository.resolve("manifests"), new byte[0]);
        assertThatThrownBy(() -> send(first, main, CommitRequest.STANDARD)).isInstanceOf(StageException.class);
        assertThat(messages(repository, "main")).containsExactly("Repository initialized");
        assertThat(values(main)).hasSize(1);
        Files.delete(inTheWay);
        assertThat(send(first, main, CommitRequest.STANDARD).done()).isTrue();
        assertThat(messages(repository, "main")).hasSize(2);
    }

    @Test
    void updatesOfDifferentStepsAtATimeAreBothKeptAndAppendsAreRefusedByName() throws Exception {
        Path repository = folder.resolve("concurrent");
        String main = "icechunk:" + repository;
        send(first, main, CommitRequest.STANDARD);
        List<String> early = DayFiles.make(folder.resolve("early"), 0, 2, 1, "days since 2020-01-01", "0.01", "1");
        List<String> late = DayFiles.make(folder.resolve("late"), 8, 1, 1, "days since 2020-01-01", "0.01", "2");
        CompletableFuture<StoreOutcome> one = CompletableFuture.supplyAsync(() -> update(early, main));
        CompletableFuture<StoreOutcome> other = CompletableFuture.supplyAsync(() -> update(late, main));
        assertThat(one.get().done()).isTrue();
        assertThat(other.get().done()).isTrue();
        Path plain = folder.resolve("concurrent.zarr");
        new SendJob(SharedSpark.session(), DayFiles.request(first, plain.toString(), 4), Progress.NONE).run();
        for (List<String> files : List.of(early, late)) {
            new UpdateJob(SharedSpark.session(), StoreRequest.of(files, plain.toString()), Progress.NONE).run();
        }
        assertThat(values(main)).isEqualTo(values(plain.toString()));

        StoreRequest request = StoreRequest.of(later, main);
        CommitTarget late1 = CommitTarget.open(request, CommitRequest.STANDARD, CONF);
        update(later, main);
        late1.session()
                .array("/time", late1.session().node("/time").orElseThrow().document());
        assertThatThrownBy(() -> late1.session().commit("late"))
                .hasMessageContaining("Update with 1 file) changed the document of /time too");
    }
}
