package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {

    private static final ObjectId NODE = id(8, 1);
    private static final ObjectId OTHER = id(8, 2);
    private static final SourceFile PLAIN = SourceFile.modifiedAt("file:///a/b.nc", 0);
    private static final SourceFile DATED = SourceFile.modifiedAt("s3://bucket/key", 4_000_000_000L);
    private static final SourceFile TAGGED = SourceFile.withEtag("s3://bucket/key", "\"etag\"");

    private static ObjectId id(int length, long seed) {
        return ObjectId.random(length, new Random(seed));
    }

    @Test
    void idsAreWrittenAsTheSpecificationSays() {
        byte[] first = {
            0x0b, 0x1c, (byte) 0xc8, (byte) 0xd6, 0x78, 0x75, (byte) 0x80, (byte) 0xf0, (byte) 0xe3, 0x3a, 0x65, 0x34
        };
        assertThat(ObjectId.of(first)).hasToString("1CECHNKREP0F1RSTCMT0").isEqualTo(ObjectId.FIRST_SNAPSHOT);
        for (int seed = 0; seed < 200; seed++) {
            ObjectId id = id(seed % 2 == 0 ? 8 : 12, seed);
            assertThat(id.toString()).hasSize(seed % 2 == 0 ? 13 : 20);
            assertThat(ObjectId.parse(id.toString())).isEqualTo(id);
        }
        assertThatThrownBy(() -> ObjectId.parse("1CECHNKREP0F1RSTCMTU")).hasMessageContaining("Crockford");
        assertThatThrownBy(() -> ObjectId.parse("1CECHNKREP0F1RSTCMT1")).hasMessageContaining("zero bits");
    }

    @Test
    void valuesSurviveFlexBuffers() throws Exception {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("a", List.of(1L, 2.5, "text", true, List.of()));
        map.put("b", Map.of("deep", Map.of("x", -7L)));
        map.put("c", 1L << 40);
        assertThat(FlexValue.parse(FlexValue.bytes(map))).isEqualTo(map);
        assertThat(FlexValue.parse(FlexValue.bytes(null))).isNull();
    }

    private static byte[] manifest() {
        ManifestBuilder builder = new ManifestBuilder(id(12, 3), NODE, 2, 1);
        builder.add(new int[] {0, 0}, new ChunkRef.Inline(new byte[] {1, 2, 3}));
        builder.add(new int[] {0, 1}, new ChunkRef.Native(id(12, 4), 7, 1L << 40));
        builder.add(new int[] {0, 300}, new ChunkRef.Virtual(PLAIN, 0, 10));
        builder.add(new int[] {2, 0}, new ChunkRef.Virtual(DATED, 1L << 35, 10));
        builder.add(new int[] {2, 1}, new ChunkRef.Virtual(TAGGED, 5, 10));
        return builder.finish();
    }

    @Test
    void aManifestFindsEveryKindOfReference() throws Exception {
        Manifest manifest = Manifest.parse("m", manifest());
        assertThat(((ChunkRef.Inline) manifest.find(NODE, 0, 0).orElseThrow()).bytes())
                .containsExactly(1, 2, 3);
        assertThat(manifest.find(NODE, 0, 1)).contains(new ChunkRef.Native(id(12, 4), 7, 1L << 40));
        assertThat(manifest.find(NODE, 0, 300)).contains(new ChunkRef.Virtual(PLAIN, 0, 10));
        assertThat(manifest.find(NODE, 2, 0)).contains(new ChunkRef.Virtual(DATED, 1L << 35, 10));
        assertThat(manifest.find(NODE, 2, 1)).contains(new ChunkRef.Virtual(TAGGED, 5, 10));
        assertThat(manifest.find(NODE, 1, 0)).isEmpty();
        assertThat(manifest.find(NODE, 2, 2)).isEmpty();
        assertThat(manifest.find(OTHER, 0, 0)).isEmpty();
        assertThat(manifest()).isEqualTo(manifest());
    }

    @Test
    void aManifestTakesReferencesInOrderOnly() {
        ManifestBuilder builder = new ManifestBuilder(id(12, 3), NODE, 2, 1);
        builder.add(new int[] {1, 1}, new ChunkRef.Virtual(PLAIN, 0, 10));
        assertThatThrownBy(() -> builder.add(new int[] {1, 1}, new ChunkRef.Virtual(PLAIN, 0, 10)))
                .hasMessageContaining("chunk [1, 1] after [1, 1], expected ascending order");
    }

    private static Snapshot snapshot() {
        byte[] document = "{\"zarr_format\":3}".getBytes(StandardCharsets.UTF_8);
        ManifestRef ref = new ManifestRef(id(12, 3), new int[] {0, 0}, new int[] {3, 301});
        Chunking chunking =
                new Chunking(new long[] {30, 1L << 40}, new int[] {3, 400}, List.of("time", ""), List.of(ref));
        return new Snapshot(
                id(12, 9),
                1234567890123456L,
                "message \u00e9",
                List.of(new MetadataItem("who", FlexValue.bytes("me"))),
                List.of(
                        new Node(id(8, 5), "/a/b", document, chunking),
                        new Node(id(8, 6), "/a-b", document, Chunking.GROUP),
                        new Node(id(8, 7), "/", document, Chunking.GROUP)),
                List.of(new ManifestFile(id(12, 3), 99, 5)));
    }

    @Test
    void aSnapshotKeepsItsNodesInTheOrderOfTheirBytes() throws Exception {
        Snapshot read = Snapshot.parse("s", snapshot().bytes());
        assertThat(read.nodes()).extracting(Node::path).containsExactly("/", "/a-b", "/a/b");
        assertThat(read).usingRecursiveComparison().isEqualTo(snapshot());
        assertThat(read.bytes()).isEqualTo(snapshot().bytes());
    }

    private static TransactionLog log() {
        return new TransactionLog(
                id(12, 9),
                List.of(id(8, 6), id(8, 7)),
                List.of(id(8, 5)),
                List.of(),
                List.of(id(8, 10)),
                List.of(id(8, 11)),
                List.of(),
                List.of(new TransactionLog.UpdatedChunks(NODE, 2, new int[] {0, 0, 0, 1, 2, 1})),
                0);
    }

    @Test
    void aLogOfChangesIsReadAsItWasWritten() throws Exception {
        assertThat(TransactionLog.parse("t", log().bytes()))
                .usingRecursiveComparison()
                .isEqualTo(log());
    }

    private static RepoInfo repo() {
        SnapshotInfo first = new SnapshotInfo(ObjectId.FIRST_SNAPSHOT, List.of(), 5, "first", List.of(), List.of());
        SnapshotInfo second = new SnapshotInfo(
                id(12, 9),
                List.of(first.id()),
                6,
                "second",
                List.of(new MetadataItem("a", FlexValue.bytes(1))),
                List.of(id(12, 77)));
        return RepoInfo.initial(first, 5)
                .tagged("v1", first.id(), 6)
                .committed("main", second, 7)
                .withBackup("repo.1.X");
    }

    @Test
    void theRepositoryKeepsHistoryBranchesAndTags() throws Exception {
        RepoInfo read = RepoInfo.parse("repo", repo().bytes());
        assertThat(read).usingRecursiveComparison().isEqualTo(repo());
        assertThat(read.updates().get(1).backup()).isEqualTo("repo.1.X");
        assertThat(read.bytes()).isEqualTo(repo().bytes());
    }

    @Test
    void everyOperationOfTheLogIsHandedOn() throws Exception {
        List<ObjectId> ids = List.of(id(12, 1), id(12, 2));
        String[] names = {"", "", "", "", "", "n", "n", "n", "n", "n", "n", "n", "", "", "", "", ""};
        int[] snapshots = {0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1, 2, 1, 0, 0, 0, 0};
        int[] numbers = {0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0};
        for (int type = 1; type <= 16; type++) {
            Update update = new Update(
                    type,
                    names[type],
                    ids.subList(0, snapshots[type]),
                    List.of(1, 0, 1).subList(0, numbers[type]),
                    type == 16 ? new Status(1, 8, "why") : Status.NONE,
                    9,
                    "");
            RepoInfo repo = repo();
            RepoInfo with = new RepoInfo(
                    repo.tags(),
                    repo.branches(),
                    List.of("deleted"),
                    repo.snapshots(),
                    repo.status(),
                    List.of(),
                    List.of(update),
                    "older",
                    new RepoInfo.Rest(new byte[] {1}, new int[] {1, 2}, new int[] {3}, new byte[] {4}));
            assertThat(RepoInfo.parse("repo", with.bytes()))
                    .usingRecursiveComparison()
                    .isEqualTo(with);
            assertThat(RepoInfo.parse("repo", with.bytes()).updates().get(0)).isEqualTo(update);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damageIsAnErrorThatNamesTheObject(long seed) throws Exception {
        Random random = new Random(seed);
        byte[] manifestBytes = manifest();
        byte[] snapshotBytes = snapshot().bytes();
        byte[] logBytes = log().bytes();
        byte[] repoBytes = repo().bytes();
        for (int round = 0; round < 2000; round++) {
            damaged(random, manifestBytes, bytes -> {
                Manifest manifest = Manifest.parse("object", bytes);
                manifest.find(NODE, 0, 300);
                manifest.forEach(NODE, (index, ref) -> {});
            });
            damaged(random, snapshotBytes, bytes -> Snapshot.parse("object", bytes));
            damaged(random, logBytes, bytes -> TransactionLog.parse("object", bytes));
            damaged(random, repoBytes, bytes -> RepoInfo.parse("object", bytes));
        }
    }

    private interface Reading {
        void of(byte[] bytes) throws IOException;
    }

    /** Damages the flatbuffer itself, uncompressed, or cuts the object. */
    private static void damaged(Random random, byte[] whole, Reading reading) {
        byte[] content = com.github.luben.zstd.Zstd.decompress(Arrays.copyOfRange(whole, 39, whole.length), 1 << 16);
        byte[] bytes = Arrays.copyOf(whole, 39 + content.length);
        bytes[38] = 0;
        System.arraycopy(content, 0, bytes, 39, content.length);
        for (int i = 0; i < 3; i++) {
            bytes[39 + random.nextInt(content.length)] = (byte) random.nextInt();
        }
        if (random.nextInt(4) == 0) {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
        try {
            reading.of(bytes);
        } catch (UnreadableException damage) {
            assertThat(damage).hasMessageContaining("object").hasMessageContaining("found");
        } catch (IOException other) {
            throw new AssertionError(other);
        }
    }
}
