package dev.shoal.zarr.icechunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged and hostile objects give an error that names them: never other values, never all the memory. */
class DamageTest {

    private static final Configuration CONF = new Configuration();

    /** Magic, then the name of the writer: nobody reads meaning into its bytes. */
    private static final int NAMED = 12;

    private static final int HEADER = 39;

    @TempDir
    Path folder;

    private static byte[] values(String location) throws IOException {
        try (ArrayFile file = ArrayStores.open(location, CONF)) {
            VariableHeader variable = file.header().variable("a").orElseThrow();
            return (byte[]) file.read(variable, Window.whole(40)).values();
        }
    }

    private Path repository() throws IOException {
        Path root = folder.resolve("repo");
        IcechunkRepository repository = IcechunkRepository.create(root.toString(), CONF);
        IcechunkSession session = repository.session("main");
        session.array("/a", OfficialLibraryIT.document(40, 4));
        for (int chunk = 0; chunk < 10; chunk++) {
            byte[] bytes = {(byte) chunk, 1, 2, 3};
            session.chunk("/a", new int[] {chunk}, chunk % 2 == 0 ? session.put(bytes) : new ChunkRef.Inline(bytes));
        }
        session.commit("chunks");
        return root;
    }

    private static List<Path> metadata(Path root) throws IOException {
        List<Path> files = new ArrayList<>(List.of(root.resolve("repo")));
        for (String kind : List.of("snapshots", "manifests")) {
            try (Stream<Path> found = Files.list(root.resolve(kind))) {
                found.filter(file -> !file.endsWith(ObjectId.FIRST_SNAPSHOT.toString()))
                        .forEach(files::add);
            }
        }
        return files;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyDamageOfAnObjectIsAnErrorThatNamesIt(long seed) throws Exception {
        Random random = new Random(seed);
        Path root = repository();
        byte[] expected = values(root.toString());
        int same = 0;
        for (Path file : metadata(root)) {
            byte[] whole = Files.readAllBytes(file);
            for (int round = 0; round < 150; round++) {
                byte[] bytes = whole.clone();
                int at = random.nextInt(bytes.length);
                at = at >= NAMED && at < HEADER - 3 ? HEADER : at;
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, random.nextInt(5) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : bytes);
                try {
                    assertThat(values("icechunk:" + root))
                            .as("a bit that means nothing")
                            .isEqualTo(expected);
                    same++;
                } catch (UnreadableException damage) {
                    assertThat(damage).hasMessageContaining(file.getFileName().toString());
                }
            }
            Files.write(file, whole);
        }
        assertThat(values(root.toString())).isEqualTo(expected);
        assertThat(same).isLessThan(20);
    }

    private static byte[] object(ObjectKind kind, byte[] content, int repeats) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = Envelope.open(kind, bytes)) {
            for (int i = 0; i < repeats; i++) {
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        int blocks = (int) (Envelope.mostBytes() >> 20) + 2;
        byte[] bomb = object(ObjectKind.SNAPSHOT, new byte[1 << 20], blocks);
        assertThat(bomb).hasSizeLessThan(1 << 20);
        assertThatThrownBy(() -> Snapshot.parse("the bomb", bomb))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the bomb")
                .hasMessageContaining("it decodes to more bytes");
    }

    /** A list whose million elements are one table with one long text. */
    @Test
    void aTextThatIsNamedAMillionTimesIsNotReadAMillionTimes() {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 24);
        int name = builder.createString("x".repeat(1 << 20));
        int value = builder.createByteVector(new byte[1]);
        builder.startTable(2);
        Tables.offset(builder, 0, name);
        Tables.offset(builder, 1, value);
        int item = builder.endTable();
        int[] items = new int[1 << 20];
        Arrays.fill(items, item);
        int metadata = Tables.offsets(builder, items, items.length);
        int nodes = Tables.offsets(builder, new int[0], 0);
        builder.startTable(9);
        Tables.id(builder, 0, ObjectId.FIRST_SNAPSHOT);
        Tables.offset(builder, 2, nodes);
        Tables.offset(builder, 5, metadata);
        builder.finish(builder.endTable());
        byte[] bytes = Envelope.wrap(ObjectKind.SNAPSHOT, builder);
        assertThatThrownBy(() -> Snapshot.parse("the snapshot", bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the snapshot")
                .hasMessageContaining("named so often");
    }

    /** A log whose million indices are all one index of a million numbers. */
    @Test
    void indicesOfManyAxesAreNotMultiplied() {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 24);
        int coords = Tables.ints(builder, new int[1 << 18], 0, 1 << 18);
        builder.startTable(1);
        Tables.offset(builder, 0, coords);
        int index = builder.endTable();
        int[] indices = new int[1 << 12];
        Arrays.fill(indices, index);
        int chunks = Tables.offsets(builder, indices, indices.length);
        builder.startTable(2);
        Tables.id(builder, 0, ObjectId.random(ObjectId.NODE_BYTES, new Random(1)));
        Tables.offset(builder, 1, chunks);
        int arrays = Tables.offsets(builder, new int[] {builder.endTable()}, 1);
        builder.startTable(10);
        Tables.id(builder, 0, ObjectId.FIRST_SNAPSHOT);
        Tables.offset(builder, 7, arrays);
        builder.finish(builder.endTable());
        byte[] bytes = Envelope.wrap(ObjectKind.TRANSACTION_LOG, builder);
        assertThatThrownBy(() -> TransactionLog.parse("the log", bytes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the log")
                .hasMessageContaining("named so often");
    }

    @Test
    void valuesInsideValuesAreCounted() {
        Object value = "leaf";
        for (int level = 0; level < 6; level++) {
            List<Object> wider = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                wider.add(value);
            }
            value = wider;
        }
        byte[] bytes = FlexValue.bytes(value);
        assertThatThrownBy(() -> FlexValue.parse(bytes)).hasMessageContaining("100000 values");
    }
}
