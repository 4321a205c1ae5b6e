package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expiry and garbage collection. */
class UpkeepTest {

    private static final Configuration CONF = new Configuration();
    private static final int CELLS = 40;

    @TempDir
    Path folder;

    private String root = "";
    private IcechunkRepository repository;

    @BeforeEach
    void create() throws Exception {
        root = folder.resolve("repo").toString();
        repository = IcechunkRepository.create(root, CONF);
        IcechunkSession session = repository.session("main");
        session.array("/a", OfficialLibraryIT.document(CELLS, 4));
        session.commit("array");
    }

    private ObjectId commit(String branch, int chunk, int value) throws IOException {
        IcechunkSession session = repository.session(branch);
        byte[] bytes = new byte[4];
        Arrays.fill(bytes, (byte) value);
        session.chunk("/a", new int[] {chunk}, session.put(bytes));
        return session.commit("set " + chunk + " to " + value);
    }

    private byte[] values(String ref) throws IOException {
        try (ArrayFile file = ArrayStores.open("icechunk:" + root + "@" + ref, CONF)) {
            VariableHeader variable = file.header().variable("a").orElseThrow();
            return (byte[]) file.read(variable, Window.whole(CELLS)).values();
        }
    }

    private long count(String kind) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("repo").resolve(kind))) {
            return files.count();
        }
    }

    private Expiry expiry(Instant before, Expiry.OldRefs refs) {
        return new Expiry(repository, before, refs, refs);
    }

    private GarbageCollection garbage() {
        return new GarbageCollection(repository, Instant.now().plusSeconds(60));
    }

    private static Instant pause() throws InterruptedException {
        Thread.sleep(5);
        Instant now = Instant.now();
        Thread.sleep(5);
        return now;
    }

    @Test
    void oldCommitsGoAndWhatNamesThemStays() throws Exception {
        ObjectId one = commit("main", 0, 1);
        ObjectId two = commit("main", 0, 2);
        repository.tag("v1", two);
        ObjectId three = commit("main", 1, 3);
        Instant before = pause();
        ObjectId four = commit("main", 1, 4);
        byte[] tagged = values("v1");
        byte[] now = values("main");

        Expiry.Expired would = expiry(before, Expiry.OldRefs.KEEP).plan();
        assertThat(would.snapshots()).hasSize(3).contains(one, three).doesNotContain(two, four);
        assertThat(repository.history("main")).hasSize(6);
        assertThat(expiry(before, Expiry.OldRefs.KEEP).run()).isEqualTo(would);
        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::id)
                .containsExactly(four, two, ObjectId.FIRST_SNAPSHOT);
        assertThat(repository.history("main").get(0).prunedLogs()).containsExactly(three);
        assertThat(repository.history("v1").get(0).prunedLogs()).hasSize(2).endsWith(one);
        assertThat(expiry(before, Expiry.OldRefs.KEEP).run().snapshots()).isEmpty();

        assertThat(expiry(before, Expiry.OldRefs.DELETE).run().tags()).containsExactly("v1");
        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::id)
                .containsExactly(four, ObjectId.FIRST_SNAPSHOT);
        assertThat(repository.history("main").get(0).prunedLogs()).hasSize(4).endsWith(two, three);
        assertThatThrownBy(() -> repository.tag("v1", four)).hasMessageContaining("tag v1 is or was there");
        assertThat(values("main")).isEqualTo(now);
        assertThat(tagged).isNotEqualTo(now);
        IcechunkSession session = repository.session("main");
        session.erase("/a", 0);
        session.commit("after expiry");
    }

    @Test
    void onlyOldObjectsThatNothingLeadsToAreCollected() throws Exception {
        commit("main", 0, 1);
        repository.branch("side", commit("main", 0, 2));
        commit("side", 3, 9);
        IcechunkSession begun = repository.session("main");
        begun.put(new byte[] {1, 2, 3, 4});
        ObjectId side = repository.resolve("side");
        repository.deleteBranch("side");
        byte[] now = values("main");

        assertThat(new GarbageCollection(repository, Instant.now().minusSeconds(60))
                        .run()
                        .names())
                .isEmpty();
        GarbageCollection.Garbage would = garbage().plan();
        assertThat(would.names()).contains("snapshots/" + side, "transactions/" + side);
        assertThat(would.count(ObjectKind.CHUNK)).as("side's, and the orphan").isEqualTo(2);
        assertThat(would.count(ObjectKind.MANIFEST)).isEqualTo(1);
        assertThat(would.bytes()).isPositive();
        long chunks = count("chunks");
        assertThat(garbage().run().names()).isEqualTo(would.names());
        assertThat(count("chunks")).isEqualTo(chunks - 2);
        assertThat(values("main")).isEqualTo(now);
        assertThat(garbage().run().names()).isEmpty();
        assertThatThrownBy(() -> repository.resolve(side.toString())).isInstanceOf(UnreadableException.class);
        assertThat(RepositoryCheck.of(repository, "main").problems()).isEmpty();
    }

    @Test
    void nothingIsCollectedWhereWhatLeadsToOthersIsDamaged() throws Exception {
        commit("main", 0, 1);
        ObjectId manifest = repository.session("main").base().manifests().get(0).id();
        Path file = folder.resolve("repo/manifests/" + manifest);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 6] ^= 1;
        Files.write(file, bytes);
        long chunks = count("chunks");
        assertThatThrownBy(() -> garbage().run())
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(manifest.toString());
        assertThat(count("chunks")).isEqualTo(chunks);
        assertThat(RepositoryCheck.of(repository, "main").problems())
                .hasSize(1)
                .first()
                .asString()
                .contains(manifest.toString());
    }

    @Test
    void aMissingChunkIsFoundWithoutReadingOne() throws Exception {
        commit("main", 5, 1);
        try (Stream<Path> files = Files.list(folder.resolve("repo/chunks"))) {
            Files.delete(files.findFirst().orElseThrow());
        }
        assertThat(RepositoryCheck.of(repository, "main").problems())
                .singleElement()
                .asString()
                .contains("Array /a: chunk [5] is to lie in")
                .contains("which is not there");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsExpiredAndCollectedEveryNameHasItsValues(long seed) throws Exception {
        Random random = new Random(seed);
        List<Instant> times = new ArrayList<>();
        for (int round = 0; round < 25; round++) {
            List<String> branches = new ArrayList<>(repository.branches().keySet());
            String branch = branches.get(random.nextInt(branches.size()));
            ObjectId made = commit(branch, random.nextInt(CELLS / 4), random.nextInt(100));
            switch (random.nextInt(8)) {
                case 0 -> repository.tag("t" + round, made);
                case 1 -> repository.branch("b" + round, made);
                case 2 ->
                    repository.reset(branch, repository.history(branch).get(1).id());
                case 3 -> times.add(pause());
                default -> repository.session(branch).put(new byte[] {1});
            }
        }
        times.add(pause());
        Map<String, byte[]> before = all();
        expiry(times.get(0), Expiry.OldRefs.KEEP).run();
        garbage().run();
        same(before);
        expiry(times.get(times.size() - 1), Expiry.OldRefs.KEEP).run();
        garbage().run();
        same(before);
        assertThat(garbage().run().names()).isEmpty();
        for (String branch : repository.branches().keySet()) {
            commit(branch, 0, 1);
        }
    }

    private Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        for (String name : repository.branches().keySet()) {
            all.put(name, values(name));
        }
        for (String name : repository.tags().keySet()) {
            all.put(name, values(name));
        }
        return all;
    }

    private void same(Map<String, byte[]> before) throws IOException {
        Map<String, byte[]> now = all();
        assertThat(now).containsOnlyKeys(before.keySet());
        for (Map.Entry<String, byte[]> known : before.entrySet()) {
            assertThat(now.get(known.getKey())).isEqualTo(known.getValue());
            assertThat(RepositoryCheck.of(repository, known.getKey()).problems())
                    .isEmpty();
            for (SnapshotInfo commit : repository.history(known.getKey())) {
                for (ObjectId log : commit.prunedLogs()) {
                    repository.log(log);
                }
                repository.log(commit.id());
            }
        }
    }
}
