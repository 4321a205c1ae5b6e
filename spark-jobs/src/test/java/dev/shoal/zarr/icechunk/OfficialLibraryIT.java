package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.zarr.OutsideProgram;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Icechunk's own library reads what we write, commits on top, and we read that. */
final class OfficialLibraryIT {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    @BeforeAll
    static void requireLibrary() throws Exception {
        OutsideProgram.requireIcechunk();
    }

    static byte[] document(int cells, int chunk) {
        return ("{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[" + cells + "],\"data_type\":\"uint8\","
                        + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[" + chunk + "]}},"
                        + "\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":{\"separator\":\"/\"}},"
                        + "\"fill_value\":0,\"codecs\":[{\"name\":\"bytes\"}],\"attributes\":{},"
                        + "\"dimension_names\":[\"x\"]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsOursAndCommitsOnTop() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path source = sources.resolve("source.bin");
        Files.write(source, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        String root = folder.resolve("repo").toString();
        IcechunkRepository repository = IcechunkRepository.create(root, CONF);
        repository.tag("v1", repository.resolve("main"));
        IcechunkSession session = repository.session("main");
        session.group("/g", Documents.group("{\"title\": \"t\"}"));
        session.array("/native", document(8, 4));
        session.chunk("/native", new int[] {0}, session.put(new byte[] {1, 2, 3, 4}));
        session.array("/g/inline", document(8, 4));
        session.chunk("/g/inline", new int[] {1}, new ChunkRef.Inline(new byte[] {5, 6, 7, 8}));
        session.array("/g/virtual", document(12, 4));
        SourceFile file = SourceFile.modifiedAt(
                "file://" + source, Files.getLastModifiedTime(source).toMillis() / 1000 + 1);
        SourceFile undated = SourceFile.modifiedAt("file://" + source, 0);
        session.add(
                "/g/virtual",
                session.writer("/g/virtual")
                        .write(
                                new VirtualRefs(
                                        2,
                                        new int[] {0, 2},
                                        new SourceFile[] {file, undated},
                                        new int[] {0, 1},
                                        new long[] {2, 6},
                                        new long[] {4, 4}),
                                CONF));
        ObjectId ours = session.commit("ours");

        JsonNode found =
                new ObjectMapper().readTree(OutsideProgram.icechunk("check_and_commit.mjs", root, sources.toString()));

        assertThat(found.path("branches").toString()).isEqualTo("[\"main\"]");
        assertThat(found.path("tags").toString()).isEqualTo("[\"v1\"]");
        assertThat(found.path("history").toString()).isEqualTo("[\"ours\",\"Repository initialized\"]");
        assertThat(found.path("chunks").toString())
                .isEqualTo("{\"g/inline/c/1\":\"05060708\",\"g/virtual/c/0\":\"02030405\","
                        + "\"g/virtual/c/2\":\"06070809\",\"native/c/0\":\"01020304\"}");
        assertThat(found.path("tagged").toString()).isEqualTo("[\"zarr.json\"]");
        assertThat(found.path("newArrays").toString()).contains("/native", "/g/inline", "/g/virtual");

        ObjectId theirs = ObjectId.parse(found.path("commit").asText());
        assertThat(repository.branches()).containsEntry("main", theirs);
        assertThat(repository.tags()).containsEntry("v2", theirs);
        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::message)
                .containsExactly("from the library", "ours", "Repository initialized");
        Snapshot snapshot = repository.snapshot(theirs);
        assertThat(chunk(repository, snapshot, "/native", 1)).contains("09090909");
        assertThat(chunk(repository, snapshot, "/native", 0)).contains("01020304");
        assertThat(chunk(repository, snapshot, "/added", 0)).contains("05".repeat(600));
        assertThat(repository.log(theirs).newArrays()).hasSize(1);

        IcechunkSession again = repository.session("main");
        again.chunk("/native", new int[] {1}, new ChunkRef.Inline(new byte[] {1}));
        again.delete("/added");
        again.commit("ours again");
        assertThat(repository.history("main").get(1).id()).isEqualTo(theirs);
        assertThat(ours).isNotEqualTo(theirs);
    }

    private static void set(IcechunkRepository repository, int value, String message, int... chunks) throws Exception {
        IcechunkSession session = repository.session("main");
        CommitDraft draft = session.draft();
        IcechunkSession task = draft.session(CONF);
        try (SessionObjects objects = new SessionObjects(task, CONF)) {
            for (int chunk : chunks) {
                byte[] bytes = new byte[chunk % 2 == 0 ? 4 : 600];
                Arrays.fill(bytes, (byte) value);
                objects.put((chunk % 2 == 0 ? "inline" : "native") + "/c/" + chunk, bytes);
            }
        }
        for (Map.Entry<String, byte[]> packed : draft.packed(task).entrySet()) {
            session.take(draft.merged(packed.getKey(), List.of(packed.getValue()), CONF));
        }
        session.commit(message, Map.of("by", "test"));
    }

    /** Native, inline and virtual chunks, changed and erased, by many commits, expired and collected. */
    @Test
    void readsWhatWasUpdatedExpiredAndCollectedAndRebasesOnOurs() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("files"));
        Path source = Files.write(sources.resolve("source.bin"), new byte[] {0, 1, 2, 3, 4, 5});
        String root = folder.resolve("kept").toString();
        IcechunkRepository repository = IcechunkRepository.create(root, CONF);
        IcechunkSession session = repository.session("main");
        for (String path : List.of("/inline", "/native", "/virtual")) {
            session.array(path, document(40, 4));
        }
        session.chunk(
                "/virtual", new int[] {9}, new ChunkRef.Virtual(SourceFile.modifiedAt("file://" + source, 0), 1, 4));
        session.commit("arrays");
        set(repository, 1, "one", 0, 1, 2, 3, 4, 5);
        set(repository, 2, "two", 2, 3, 8, 9);
        repository.tag("v1", repository.resolve("main"));
        set(repository, 3, "three", 3, 4, 6);
        IcechunkSession erasing = repository.session("main");
        erasing.erase("/inline", 0);
        erasing.commit("erased");
        repository.branch("side", repository.resolve("main"));
        Instant later = Instant.now().plusSeconds(60);
        assertThat(new Expiry(repository, later, Expiry.OldRefs.KEEP, Expiry.OldRefs.KEEP)
                        .run()
                        .snapshots())
                .hasSize(3);
        assertThat(new GarbageCollection(repository, later).run().count(ObjectKind.CHUNK))
                .as("the third chunk of the first commit")
                .isEqualTo(1);

        Path begun = folder.resolve("begun");
        Path goOn = folder.resolve("go-on");
        CompletableFuture<String> library = CompletableFuture.supplyAsync(() -> {
            try {
                return OutsideProgram.icechunk(
                        "read_and_rebase.mjs", root, sources.toString(), begun.toString(), goOn.toString());
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
        while (!Files.exists(begun) && !library.isDone()) {
            Thread.sleep(50);
        }
        set(repository, 4, "meanwhile", 3, 8);
        Files.createFile(goOn);
        JsonNode found = new ObjectMapper().readTree(library.get());

        String one = "01".repeat(600);
        String virtual = "\"virtual/c/9\":\"01020304\"";
        String main = "{\"inline/c/2\":\"02020202\",\"inline/c/4\":\"03030303\",\"inline/c/6\":\"03030303\","
                + "\"inline/c/8\":\"02020202\",\"native/c/1\":\"" + one + "\",\"native/c/3\":\""
                + "03".repeat(600) + "\",\"native/c/5\":\"" + one + "\",\"native/c/9\":\"" + "02".repeat(600)
                + "\"," + virtual + "}";
        assertThat(found.path("refs").path("main").toString()).isEqualTo(main);
        assertThat(found.path("refs").path("side").toString()).isEqualTo(main);
        assertThat(found.path("refs").path("v1").path("native/c/3").asText()).isEqualTo("02".repeat(600));
        assertThat(found.path("refs").path("v1").path("inline/c/0").asText()).isEqualTo("01010101");
        assertThat(found.path("history").path("main").toString())
                .isEqualTo("[\"erased\",\"two\",\"Repository initialized\"]");
        assertThat(found.path("diff").path("updatedChunks").toString())
                .as("logs of commits that went are kept")
                .contains("/inline", "/native");
        assertThat(found.path("conflict").asText()).isNotEmpty();

        assertThat(repository.history("main"))
                .extracting(SnapshotInfo::message)
                .startsWith("rebased", "meanwhile", "erased");
        Snapshot snapshot =
                repository.snapshot(ObjectId.parse(found.path("commit").asText()));
        assertThat(chunk(repository, snapshot, "/native", 7)).contains("07070707");
        assertThat(chunk(repository, snapshot, "/native", 3)).contains("04".repeat(600));
        assertThat(chunk(repository, snapshot, "/inline", 8)).contains("04".repeat(4));
        assertThat(RepositoryCheck.of(repository, "main").problems()).isEmpty();
        set(repository, 5, "again", 7);
        assertThat(new GarbageCollection(repository, later.plusSeconds(60))
                        .run()
                        .names())
                .isNotNull();
        assertThat(RepositoryCheck.of(repository, "main").problems()).isEmpty();
    }

    private static Optional<String> chunk(IcechunkRepository repository, Snapshot snapshot, String path, int index)
            throws Exception {
        Node node = snapshot.node(path).orElseThrow();
        for (ManifestRef ref : node.chunking().manifests()) {
            Optional<ChunkRef> chunk = repository.manifest(ref.manifest()).find(node.id(), index);
            if (chunk.orElse(null) instanceof ChunkRef.Inline inline) {
                return Optional.of(HexFormat.of().formatHex(inline.bytes()));
            }
            if (chunk.orElse(null) instanceof ChunkRef.Native part) {
                byte[] bytes = repository.files().read("chunks/" + part.chunk());
                return Optional.of(HexFormat.of().formatHex(Arrays.copyOfRange(bytes, (int) part.offset(), (int)
                        (part.offset() + part.length()))));
            }
        }
        return Optional.empty();
    }
}
