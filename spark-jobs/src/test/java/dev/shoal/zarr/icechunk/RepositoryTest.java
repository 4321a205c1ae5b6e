package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    private String root = "";
    private IcechunkRepository repository;

    @BeforeEach
    void create() throws Exception {
        root = folder.resolve("a repo").toString();
        repository = IcechunkRepository.create(root, CONF);
    }

    /** A document of unsigned bytes, in chunks of 1 by 2, filled with 7. */
    private static byte[] document(int rows, int columns) {
        return ("{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[" + rows + "," + columns
                        + "],\"data_type\":\"int8\","
                        + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[1,2]}},"
                        + "\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":{\"separator\":\"/\"}},"
                        + "\"fill_value\":7,\"codecs\":[{\"name\":\"bytes\"}],\"attributes\":{\"units\":\"m\"},"
                        + "\"dimension_names\":[\"y\",\"x\"]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] values(String location, String array) throws IOException {
        try (ArrayFile file = ArrayStores.open(location, CONF)) {
            VariableHeader variable = file.header().variable(array).orElseThrow();
            return (byte[]) file.read(variable, Window.whole(variable.shape())).values();
        }
    }

    private static ChunkRef inline(int... bytes) {
        byte[] out = new byte[bytes.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (byte) bytes[i];
        }
        return new ChunkRef.Inline(out);
    }

    @Test
    void opensAsAnyStoreByBranchTagAndSnapshot() throws Exception {
        Path source = folder.resolve("a source+.bin");
        Files.write(source, new byte[] {0, 1, 2, 3, 4, 5});
        SourceFile file = SourceFile.withEtag(
                source.toUri().toString().replace("file:/", "file:///"), SourceState.ofFile(source));
        IcechunkSession session = repository.session("main");
        session.group("/g", Documents.group("{}"));
        session.array("/g/a", document(2, 4));
        session.chunk("/g/a", new int[] {0, 0}, inline(1, 2));
        session.chunk("/g/a", new int[] {0, 1}, session.put(new byte[] {3, 4}));
        session.chunk("/g/a", new int[] {1, 1}, new ChunkRef.Virtual(file, 4, 2));
        ObjectId first = session.commit("first");
        repository.tag("v1", first);
        session.chunk("/g/a", new int[] {1, 0}, inline(8, 9));
        session.erase("/g/a", 0, 0);
        session.commit("second");

        assertThat(values(root, "g/a")).containsExactly(7, 7, 3, 4, 8, 9, 4, 5);
        assertThat(values("icechunk:" + root, "g/a")).containsExactly(7, 7, 3, 4, 8, 9, 4, 5);
        assertThat(values("icechunk:" + root + "@v1", "g/a")).containsExactly(1, 2, 3, 4, 7, 7, 4, 5);
        assertThat(values("icechunk:" + root + "@" + first, "g/a")).containsExactly(1, 2, 3, 4, 7, 7, 4, 5);
        assertThatThrownBy(() -> ArrayStores.open("icechunk:" + root + "@v2", CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("v2")
                .hasMessageContaining("found branches [main] and tags [v1]");
        assertThat(ArrayStores.document(root, CONF)).endsWith("a repo/repo");

        Files.write(source, new byte[] {0, 1, 2, 3, 4, 6});
        Files.setLastModifiedTime(source, FileTime.fromMillis(1));
        assertThatThrownBy(() -> values(root, "g/a"))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("was changed since it was referenced: found etag");
    }

    @Test
    void aSourceThatIsNewerThanItsReferenceIsNotRead() throws Exception {
        Path source = folder.resolve("source.bin");
        Files.write(source, new byte[] {0, 1, 2});
        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000));
        SourceFile file = SourceFile.modifiedAt("file://" + source, 1000);
        IcechunkSession session = repository.session("main");
        session.array("/a", document(1, 2));
        session.chunk("/a", new int[] {0, 0}, new ChunkRef.Virtual(file, 1, 2));
        session.commit("virtual");
        assertThat(values(root, "a")).containsExactly(1, 2);

        Files.setLastModifiedTime(source, FileTime.fromMillis(1_001_000));
        assertThatThrownBy(() -> values(root, "a"))
                .hasMessageContaining("Cannot read a/c/0/0 of Icechunk repository")
                .hasMessageContaining("modified 1001 s after 1970, expected at most 1000");
        Files.write(source, new byte[] {0, 1});
        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000));
        assertThatThrownBy(() -> values(root, "a"))
                .hasMessageContaining("ends at byte 2, expected 2 bytes from byte 1");
    }

    @Test
    void oneCommitOfTwoThatChangeTheSameArrayIsRefused() throws Exception {
        IcechunkSession setup = repository.session("main");
        setup.array("/a", document(1, 2));
        setup.array("/b", document(1, 2));
        setup.commit("arrays");
        IcechunkSession one = repository.session("main");
        IcechunkSession other = repository.session("main");
        IcechunkSession apart = repository.session("main");
        one.chunk("/a", new int[] {0, 0}, inline(1, 1));
        other.chunk("/a", new int[] {0, 0}, inline(2, 2));
        apart.chunk("/b", new int[] {0, 0}, inline(3, 3));
        apart.array("/c", document(1, 2));
        one.commit("one");

        assertThatThrownBy(() -> other.commit("other"))
                .isInstanceOf(CommitConflictException.class)
                .hasMessageContaining("(one) changed chunk [0, 0] of /a too");
        apart.commit("apart");
        assertThat(values(root, "a")).containsExactly(1, 1);
        assertThat(values(root, "b")).containsExactly(3, 3);
        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::message)
                .containsExactly("apart", "one", "arrays", "Repository initialized");
        IcechunkSession late = repository.session("main");
        IcechunkSession first = repository.session("main");
        late.array("/d", document(1, 2));
        first.array("/d", document(1, 4));
        first.commit("first");
        assertThatThrownBy(() -> late.commit("late")).hasMessageContaining("another commit made, moved or deleted /d");
    }

    @Test
    void concurrentCommitsOfDifferentArraysAllArrive() throws Exception {
        int writers = 8;
        IcechunkSession setup = repository.session("main");
        for (int i = 0; i < writers; i++) {
            setup.array("/a" + i, document(5, 2));
        }
        setup.commit("arrays");
        assertThat(Committers.failures(writers, array -> {
                    for (int round = 0; round < 5; round++) {
                        IcechunkSession session =
                                IcechunkRepository.open(root, CONF).session("main");
                        session.chunk("/a" + array, new int[] {round, 0}, inline(array, round));
                        session.commit("writer " + array);
                    }
                }))
                .isEmpty();
        assertThat(repository.history("main")).hasSize(2 + writers * 5);
        for (int i = 0; i < writers; i++) {
            assertThat(values(root, "a" + i)).containsExactly(i, 0, i, 1, i, 2, i, 3, i, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void manyCommitsOfAnyChunksLeaveTheLastOfEach(long seed) throws Exception {
        Random random = new Random(seed);
        int rows = 12;
        IcechunkSession session = repository.session("main");
        session.array("/a", document(rows, 8));
        byte[] expected = new byte[rows * 8];
        java.util.Arrays.fill(expected, (byte) 7);
        for (int round = 0; round < 15; round++) {
            if (random.nextInt(3) == 0) {
                int start = random.nextInt(rows);
                int end = start + 1 + random.nextInt(rows - start);
                session.add("/a", part(session, start, end, expected, random));
            }
            TreeMap<Integer, Integer> some = new TreeMap<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                some.put(random.nextInt(rows * 4), random.nextInt(100));
            }
            for (int chunk : some.keySet()) {
                int value = some.getOrDefault(chunk, 0);
                boolean erase = value < 20;
                if (erase) {
                    session.erase("/a", chunk / 4, chunk % 4);
                } else {
                    session.chunk("/a", new int[] {chunk / 4, chunk % 4}, inline(value, value));
                }
                expected[2 * chunk] = (byte) (erase ? 7 : value);
                expected[2 * chunk + 1] = expected[2 * chunk];
            }
            session.commit("round " + round);
            assertThat(values(root, "a")).isEqualTo(expected);
            requireApart(session.base().node("/a").orElseThrow().chunking().manifests());
        }
        assertThat(session.base().manifests()).allMatch(file -> file.bytes() > 0 && file.references() > 0);
    }

    private static void requireApart(List<ManifestRef> refs) {
        for (ManifestRef one : refs) {
            assertThat(refs).filteredOn(one::overlaps).containsExactly(one);
        }
    }

    /** A manifest of whole rows into a file whose bytes count up. */
    private ManifestPart part(IcechunkSession session, int start, int end, byte[] expected, Random random)
            throws IOException {
        Path source = folder.resolve("s" + random.nextLong());
        byte[] bytes = new byte[(end - start) * 8];
        random.nextBytes(bytes);
        Files.write(source, bytes);
        System.arraycopy(bytes, 0, expected, start * 8, bytes.length);
        int count = (end - start) * 4;
        int[] indices = new int[2 * count];
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        for (int i = 0; i < count; i++) {
            indices[2 * i] = start + i / 4;
            indices[2 * i + 1] = i % 4;
            offsets[i] = 2L * i;
            lengths[i] = 2;
        }
        SourceFile[] files = {SourceFile.modifiedAt("file://" + source, 0)};
        return session.writer("/a")
                .write(new VirtualRefs(count, indices, files, new int[count], offsets, lengths), CONF);
    }

    @Test
    void refusesWhatNoRepositoryCanHold() throws Exception {
        IcechunkSession session = repository.session("main");
        assertThatThrownBy(() -> session.array("/a/../b", document(1, 2))).hasMessageContaining("/a/../b");
        assertThatThrownBy(() -> session.array("/a", Documents.group("{}"))).hasMessageContaining("a Zarr v3 array");
        assertThatThrownBy(() -> session.chunk("/a", new int[] {0}, inline(1))).hasMessageContaining("chunks of /a");
        session.array("/a", document(1, 2));
        assertThatThrownBy(() -> session.chunk("/a", new int[] {0, 1}, inline(1)))
                .hasMessageContaining("chunk [0, 1] of array /a, expected one of its grid [1, 1]");
        session.array("/no/parent", document(1, 2));
        assertThatThrownBy(() -> session.commit("bad")).hasMessageContaining("/no/parent has no group /no above it");
        assertThatThrownBy(() -> IcechunkRepository.create(root, CONF))
                .isInstanceOf(CommitConflictException.class)
                .hasMessageContaining("found one there");
        assertThatThrownBy(() -> repository.session("other")).hasMessageContaining("found branches [main]");
        repository.tag("t", repository.resolve("main"));
        assertThatThrownBy(() -> repository.tag("t", repository.resolve("main")))
                .hasMessageContaining("tag t is or was there");
        assertThat(repository.history("main")).hasSize(1);
    }

    @Test
    void deletedNodesComeBackAsOthers() throws Exception {
        IcechunkSession session = repository.session("main");
        session.group("/g", Documents.group("{}"));
        session.array("/g/a", document(1, 2));
        session.chunk("/g/a", new int[] {0, 0}, inline(1, 1));
        session.commit("there");
        ObjectId before = session.base().node("/g/a").orElseThrow().id();
        session.delete("/g");
        session.group("/g", Documents.group("{}"));
        session.array("/g/a", document(1, 2));
        session.commit("anew");
        assertThat(session.base().node("/g/a").orElseThrow().id()).isNotEqualTo(before);
        assertThat(values(root, "g/a")).containsExactly(7, 7);
        session.delete("/g");
        session.commit("gone");
        assertThat(session.base().nodes()).extracting(Node::path).containsExactly("/");
        assertThat(session.base().manifests()).isEmpty();
    }
}
