package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commits that others made meanwhile: what contradicts is refused by name, all else is kept. */
class RebaseTest {

    private static final Configuration CONF = new Configuration();
    private static final int CELLS = 80;

    @TempDir
    Path folder;

    private String root = "";
    private IcechunkRepository repository;

    @BeforeEach
    void create() throws Exception {
        root = folder.resolve("repo").toString();
        repository = IcechunkRepository.create(root, CONF);
        IcechunkSession session = repository.session("main");
        session.group("/g", Documents.group("{}"));
        session.array("/a", OfficialLibraryIT.document(CELLS, 4));
        session.commit("array");
    }

    private static byte[] four(int value) {
        byte[] bytes = new byte[4];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private byte[] values() throws IOException {
        try (ArrayFile file = ArrayStores.open("icechunk:" + root, CONF)) {
            VariableHeader variable = file.header().variable("a").orElseThrow();
            return (byte[]) file.read(variable, Window.whole(CELLS)).values();
        }
    }

    @Test
    void manyCommittersOfDifferentChunksOfOneArrayAllArrive() throws Exception {
        int writers = 5;
        assertThat(Committers.failures(writers, writer -> {
                    for (int round = 0; round < 4; round++) {
                        IcechunkSession session =
                                IcechunkRepository.open(root, CONF).session("main");
                        int chunk = round * writers + writer;
                        session.chunk("/a", new int[] {chunk}, session.put(four(chunk)));
                        session.commit("chunk " + chunk);
                    }
                }))
                .isEmpty();
        byte[] expected = new byte[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            expected[cell] = (byte) (cell / 4);
        }
        assertThat(values()).isEqualTo(expected);
        assertThat(repository.history("main")).hasSize(2 + CELLS / 4);
        assertThat(repository
                        .session("main")
                        .base()
                        .node("/a")
                        .orElseThrow()
                        .chunking()
                        .manifests())
                .as("small manifests are joined")
                .hasSize(1);
        assertThat(RepositoryCheck.of(repository, "main").problems()).isEmpty();
    }

    private static void change(IcechunkSession session, String what) {
        switch (what) {
            case "chunk-0" -> session.chunk("/a", new int[] {0}, new ChunkRef.Inline(four(7)));
            case "chunk-1" -> session.chunk("/a", new int[] {1}, new ChunkRef.Inline(four(8)));
            case "erase-0" -> session.erase("/a", 0);
            case "longer" -> session.array("/a", OfficialLibraryIT.document(CELLS + 4, 4));
            case "delete" -> session.delete("/a");
            case "anew" -> {
                session.delete("/a");
                session.array("/a", OfficialLibraryIT.document(8, 4));
            }
            case "group" -> session.group("/g", Documents.group("{\"title\": \"t\"}"));
            case "no-group" -> session.delete("/g");
            case "in-group" -> session.array("/g/b", OfficialLibraryIT.document(8, 4));
            case "new" -> session.array("/b", OfficialLibraryIT.document(8, 4));
            default -> throw new IllegalArgumentException(what);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chunk-0, chunk-0, changed chunk [0] of /a too",
        "chunk-0, erase-0, changed chunk [0] of /a too",
        "chunk-0, chunk-1, ''",
        "chunk-0, longer, ''",
        "longer, chunk-0, changed the document of /a too",
        "longer, longer, changed the document of /a too",
        "delete, chunk-0, deleted /a too",
        "delete, longer, deleted /a too",
        "chunk-0, delete, changed chunks of /a too",
        "longer, delete, changed the document of /a too",
        "chunk-0, anew, changed chunks of /a too",
        "anew, chunk-0, deleted /a too",
        "group, group, changed the document of /g too",
        "group, chunk-0, ''",
        "no-group, in-group, 'has no group /g above it'",
        "in-group, no-group, 'has no group /g above it'",
        "new, new, 'made, moved or deleted /b'",
        "new, chunk-0, ''",
        "group, no-group, changed the document of /g too"
    })
    void theRulesAreThoseOfTheFormat(String theirs, String ours, String conflict) throws Exception {
        IcechunkSession one = repository.session("main");
        IcechunkSession other = repository.session("main");
        change(one, theirs);
        change(other, ours);
        one.commit("theirs");
        if (conflict.isEmpty()) {
            other.commit("ours");
            assertThat(repository.history("main")).hasSize(4);
        } else {
            assertThatThrownBy(() -> other.commit("ours"))
                    .isInstanceOf(CommitConflictException.class)
                    .hasMessageContaining(conflict);
            assertThat(repository.history("main")).hasSize(3);
        }
    }

    /** Sets chunks in a session of another process, as executors do. */
    private static void work(IcechunkSession session, int start, int end, int value) throws IOException {
        CommitDraft draft = session.draft();
        IcechunkSession task = draft.session(CONF);
        try (SessionObjects objects = new SessionObjects(task, CONF)) {
            for (int chunk = start; chunk < end; chunk++) {
                objects.put("a/c/" + chunk, four(value));
            }
        }
        for (Map.Entry<String, byte[]> packed : draft.packed(task).entrySet()) {
            session.take(draft.merged(packed.getKey(), List.of(packed.getValue()), CONF));
        }
        assertThatThrownBy(() -> task.commit("task")).hasMessageContaining("writes for another one");
    }

    @Test
    void whatProcessesWroteIsMergedChunkByChunk() throws Exception {
        IcechunkSession one = repository.session("main");
        IcechunkSession other = repository.session("main");
        IcechunkSession late = repository.session("main");
        work(one, 0, 9, 1);
        work(other, 9, 20, 2);
        work(late, 8, 9, 3);
        one.commit("one");
        other.commit("other");
        assertThatThrownBy(() -> late.commit("late")).hasMessageContaining("(one) changed chunk [8] of /a too");
        byte[] expected = new byte[CELLS];
        Arrays.fill(expected, 0, 36, (byte) 1);
        Arrays.fill(expected, 36, CELLS, (byte) 2);
        assertThat(values()).isEqualTo(expected);
        IcechunkSession again = repository.session("main");
        work(again, 0, 20, 2);
        again.commit("the same in part");
        assertThat(repository.log(again.base().id()).updatedChunks().get(0).count())
                .as("chunks that have these bytes are not written")
                .isEqualTo(9);
        IcechunkSession nothing = repository.session("main");
        work(nothing, 0, 20, 2);
        assertThat(nothing.isEmpty()).isTrue();
    }

    @Test
    void manyChunksOfProcessesLieInTheirOwnManifests() throws Exception {
        int chunks = 30_000;
        IcechunkSession session = repository.session("main");
        session.array("/b", OfficialLibraryIT.document(4 * chunks, 4));
        many(session, 0, chunks, 0);
        session.commit("many");
        assertThat(session.base().node("/b").orElseThrow().chunking().manifests())
                .hasSize(1);
        assertThat(session.base().manifests().get(0).references()).isEqualTo(chunks);
        work(session, 3, 4, 1);
        session.commit("few");
        assertThat(RepositoryCheck.of(repository, "main"))
                .isEqualTo(new RepositoryCheck.Findings(2, chunks + 1, CELLS / 4 - 1, List.of()));
        IcechunkSession again = repository.session("main");
        many(again, 5_000, 25_000, 1);
        again.commit("over others");
        assertThat(RepositoryCheck.of(repository, "main"))
                .isEqualTo(new RepositoryCheck.Findings(2, chunks + 1, CELLS / 4 - 1, List.of()));
        try (SessionObjects objects = new SessionObjects(repository.session("main"), CONF)) {
            for (int chunk : new int[] {0, 4_999, 5_000, 24_999, 25_000, chunks - 1}) {
                assertThat(objects.read("b/c/" + chunk, 4))
                        .contains(four(chunk + (chunk >= 5_000 && chunk < 25_000 ? 1 : 0)));
            }
        }
    }

    /** Sets chunks to their number and a little in three processes. */
    private static void many(IcechunkSession session, int start, int end, int more) throws IOException {
        CommitDraft draft = session.draft();
        Map<String, List<byte[]>> packed = new TreeMap<>();
        for (int task = 0; task < 3; task++) {
            IcechunkSession writing = draft.session(CONF);
            try (SessionObjects objects = new SessionObjects(writing, CONF)) {
                for (int chunk = start + task; chunk < end; chunk += 3) {
                    objects.put("b/c/" + chunk, four(chunk + more));
                }
            }
            draft.packed(writing)
                    .forEach((key, bytes) -> packed.computeIfAbsent(key, none -> new ArrayList<>())
                            .add(bytes));
        }
        for (Map.Entry<String, List<byte[]>> window : packed.entrySet()) {
            session.take(draft.merged(window.getKey(), window.getValue(), CONF));
        }
    }

    @Test
    void theLogOfManyChunksIsComplete() throws Exception {
        int chunks = 1_100_000;
        IcechunkSession session = repository.session("main");
        session.array("/b", OfficialLibraryIT.document(4 * chunks, 4));
        SourceFile[] files = {SourceFile.modifiedAt("file:///source", 0)};
        int[] indices = new int[chunks];
        long[] lengths = new long[chunks];
        Arrays.fill(lengths, 4);
        for (int i = 0; i < chunks; i++) {
            indices[i] = i;
        }
        VirtualRefs refs = new VirtualRefs(chunks, indices, files, new int[chunks], new long[chunks], lengths);
        session.add("/b", session.writer("/b").write(refs, CONF));
        ObjectId id = session.commit("many");
        TransactionLog.UpdatedChunks told = repository.log(id).updatedChunks().get(0);
        assertThat(told.count()).isEqualTo(chunks);
        assertThat(told.indices()).isEqualTo(indices);
    }
}
