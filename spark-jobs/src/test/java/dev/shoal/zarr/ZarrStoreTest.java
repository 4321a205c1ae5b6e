package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.codec.Blosc;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZarrStoreTest {

    private static final Attributes GLOBAL = new Attributes(List.of(
            Attribute.of("title", "Température à 10 °C"),
            Attribute.of("größe", "m²"),
            new Attribute("count", ElementType.INT, List.of(3)),
            new Attribute("big", ElementType.LONG, List.of(1L << 40)),
            Attribute.of("range", 0.5, Double.NaN, Double.POSITIVE_INFINITY),
            new Attribute("names", ElementType.STRING, List.of("a", "b"))));

    private static final ZarrArray SST = ZarrArray.of("sst", new long[] {5, 6}, new long[] {2, 4}, ElementType.FLOAT)
            .withFill(Double.NaN)
            .withDimensions("lat", "lon")
            .withAttributes(
                    new Attributes(List.of(Attribute.of("units", "°C"), Attribute.of("valid_min", Double.NaN))));

    @TempDir
    Path folder;

    private String root = "";

    @BeforeEach
    void nameTheRoot() {
        root = folder.resolve("a store.zarr").toString();
    }

    private ZarrStore create(ZarrArray... arrays) throws IOException {
        return ZarrStore.create(root, Samples.CONF, GLOBAL, List.of(arrays));
    }

    private List<String> keys() throws IOException {
        return new HadoopStore(root, Samples.CONF).getRelativeLeafKeys("").toList();
    }

    private Path file(String key) {
        return Path.of(root).resolve(key);
    }

    @Test
    void keepsAttributesAndTheirTypes() throws Exception {
        create(SST);

        ZarrStore store = ZarrStore.open(root, Samples.CONF);

        assertThat(store.attributes()).isEqualTo(GLOBAL);
        assertThat(store.array("sst")).contains(SST);
        assertThat(Files.readString(file(".zattrs"), StandardCharsets.US_ASCII)).contains("\\u00B0C");
    }

    @Test
    void keepsAttributesOfAStoreThatIsNotShownYet() throws Exception {
        Attributes ascii = new Attributes(List.of(Attribute.of("units", "°C"), Attribute.of("n", 1.5)));

        ZarrStore store = ZarrStore.create(root, Samples.CONF, ascii, List.of());

        assertThat(ZarrStore.open(root, Samples.CONF).attributes()).isEqualTo(ascii);
        assertThat(store.attributes()).isEqualTo(ascii);
    }

    @Test
    void leavesNothingButDocumentsAndChunks() throws Exception {
        ZarrStore store = create(SST);
        Samples.write(store, SST, Samples.values(ElementType.FLOAT, 30));
        store.consolidate();

        assertThat(keys())
                .containsExactly(
                        ".zattrs",
                        ".zgroup",
                        ".zmetadata",
                        "sst/.zarray",
                        "sst/.zattrs",
                        "sst/0.0",
                        "sst/0.1",
                        "sst/1.0",
                        "sst/1.1",
                        "sst/2.0",
                        "sst/2.1");
        try (java.util.stream.Stream<Path> files = Files.walk(file("sst"))) {
            assertThat(files).hasSize(9);
        }
    }

    @Test
    void leavesOutChunksOfNothingButFill() throws Exception {
        ZarrStore store = create(SST);
        float[] missing = new float[8];
        java.util.Arrays.fill(missing, Float.NaN);
        store.writeChunk(SST, new long[] {0, 0}, new float[8]);
        assertThat(file("sst/0.0")).exists();

        store.writeChunk(SST, new long[] {0, 0}, missing);
        store.writeChunk(SST, new long[] {2, 1}, new float[] {Float.NaN, Float.NaN});

        assertThat(keys()).noneMatch(key -> key.startsWith("sst/0") || key.startsWith("sst/2"));
        assertThat((float[]) store.read(SST, Window.whole(2, 2)).values()).containsOnly(Float.NaN);

        store.withEmptyChunks(EmptyChunks.WRITE).writeChunk(SST, new long[] {0, 0}, missing);
        assertThat(file("sst/0.0")).exists();
    }

    @Test
    void writesZerosWhereThereIsNoFillValue() throws Exception {
        ZarrArray array = ZarrArray.of("n", new long[] {2}, new long[] {2}, ElementType.INT);
        ZarrStore store = create(array);
        store.writeChunk(array, new long[] {0}, new int[2]);

        assertThat(file("n/0")).exists();
        assertThat(Files.readString(file("n/.zarray"))).contains("\"fill_value\" : null");
    }

    @Test
    void showsFillInTheCellsThatAnArrayGainsByGrowing() throws Exception {
        ZarrStore store = create(SST);
        float[] given = new float[8];
        store.writeChunk(SST, new long[] {2, 1}, given);
        store.consolidate();

        ZarrStore grown = store.resize("sst", 6, 8);
        ZarrArray after = grown.array("sst").orElseThrow();

        assertThat((float[]) grown.read(after, Window.at(new long[] {4, 4}, new long[] {2, 4}))
                        .values())
                .containsExactly(0, 0, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Float.NaN);
        assertThat(ZarrStore.open(root, Samples.CONF).array("sst")).contains(SST);
        grown.consolidate();
        assertThat(ZarrStore.open(root, Samples.CONF).array("sst")).contains(after);
        assertThatThrownBy(() -> grown.resize("sst", 6, 7))
                .hasMessageContaining("to [6, 7]: it is longer, [6, 8]. Arrays only grow.");
        assertThatThrownBy(() -> grown.resize("sss", 6, 7)).hasMessageContaining("there is no such array");
    }

    @Test
    void goesOnWithAStoreThatIsThere() throws Exception {
        ZarrStore store = create(SST);
        store.writeChunk(SST, new long[] {0, 0}, new float[8]);
        ZarrArray other = ZarrArray.of("other", new long[] {2}, new long[] {2}, ElementType.SHORT);

        ZarrStore again = create(other, SST);

        assertThat(file("sst/0.0")).exists();
        assertThat(again.arrays()).containsExactlyInAnyOrder(SST, other);
        assertThat(create(other).arrays()).containsExactlyInAnyOrder(SST, other);
    }

    @Test
    void refusesAnArrayThatIsThereWithAnotherHeader() throws Exception {
        create(SST).writeChunk(SST, new long[] {0, 0}, new float[8]);

        assertThatThrownBy(() -> create(SST.withCodec(Codec.NONE).withShape(9, 6)))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("Cannot create array sst of Zarr store")
                .hasMessageContaining("is there (sst <f4 [5, 6] in chunks of [2, 4]), expected sst <f4 [9, 6]")
                .hasMessageEndingWith("Delete the store, resize the array, or name another root.");
        assertThat(file("sst/0.0")).exists();
        assertThat(create().array("sst")).contains(SST);
    }

    @Test
    void refusesArraysItCannotWrite() {
        assertThatThrownBy(() -> create(SST, SST)).hasMessageContaining("expected paths apart");
        assertThatThrownBy(() -> create(SST, ZarrArray.of("sst/x", new long[] {1}, new long[] {1}, ElementType.INT)))
                .hasMessageContaining("expected paths apart");
        assertThatThrownBy(() -> create(SST.withCodec(Codec.of(new Blosc("snappy", 5, 1, 4)))))
                .hasMessageContaining("is read only, expected steps of which each can be written");
        assertThat(file(".zgroup")).doesNotExist();
    }

    @Test
    void refusesChunksThatAreNotOfTheArray() throws Exception {
        ZarrStore store = create(SST);

        assertThatThrownBy(() -> store.writeChunk(SST, new long[] {3, 0}, new float[8]))
                .hasMessage("Cannot write chunk [3, 0] of array sst: it is not one of [5, 6] in chunks of [2, 4].");
        assertThatThrownBy(() -> store.writeChunk(SST, new long[] {0}, new float[8]))
                .hasMessageContaining("Cannot write chunk [0]");
        assertThatThrownBy(() -> store.writeChunk(SST, new long[] {2, 1}, new float[3]))
                .hasMessage("Cannot write chunk sst/2.1: found float[] of length 3, expected FLOAT elements, 8 of the"
                        + " whole chunk or 2 inside the array.");
        assertThatThrownBy(() -> store.writeChunk(SST, new long[] {0, 0}, new double[8]))
                .hasMessageContaining("found double[] of length 8");
        assertThatThrownBy(() -> store.read(SST, Window.whole(5, 7)))
                .hasMessageContaining("Cannot read [0:5, 0:7] of array sst")
                .hasMessageContaining("expected a window inside [5, 6]");
    }

    @Test
    void namesTheDamagedChunk() throws Exception {
        ZarrStore store = create(SST);
        Samples.write(store, SST, Samples.values(ElementType.FLOAT, 30));
        Files.write(file("sst/1.1"), new byte[] {1, 2, 3});

        assertThat(store.read(SST, Window.whole(2, 6)).size()).isEqualTo(12);
        assertThatThrownBy(() -> store.read(SST, Window.whole(5, 6)))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("Cannot read chunk sst/1.1 of Zarr store ")
                .hasMessageContaining("it does not begin with the header of a blosc 1 frame")
                .hasMessageEndingWith("Write the chunk again.");
    }

    @Test
    void writesFromManyThreads() throws Exception {
        ZarrArray array = ZarrArray.of("a/b/c", new long[] {64, 8}, new long[] {1, 8}, ElementType.INT)
                .withSeparator("/");
        ZarrStore store = create(array);

        IntStream.range(0, 64).parallel().forEach(row -> {
            try {
                store.writeChunk(array, new long[] {row, 0}, Samples.values(ElementType.INT, 8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });

        int[] row = (int[]) Samples.values(ElementType.INT, 8);
        for (int n = 0; n < 64; n++) {
            Window window = Window.at(new long[] {n, 0}, new long[] {1, 8});
            assertThat(ZarrStore.open(root, Samples.CONF).read(array, window).values())
                    .isEqualTo(row);
        }
    }

    @Test
    void showsAReaderTheOldChunkOrTheNew() throws Exception {
        ZarrArray array = ZarrArray.of("a", new long[] {50_000}, new long[] {50_000}, ElementType.INT)
                .withCodec(Codec.NONE);
        ZarrStore store = create(array);
        int[] values = new int[50_000];
        store.writeChunk(array, new long[] {0}, values);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int n = 1; n <= 200; n++) {
                java.util.Arrays.fill(values, n);
                write(store, array, values);
            }
            done.set(true);
        });

        while (!done.get() && !writing.isCompletedExceptionally()) {
            int[] seen = (int[]) store.read(array, Window.whole(50_000)).values();
            assertThat(seen[0]).isEqualTo(seen[25_000]).isEqualTo(seen[49_999]);
        }
        writing.join();
    }

    private static void write(ZarrStore store, ZarrArray array, int[] values) {
        try {
            store.writeChunk(array, new long[] {0}, values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void sendsArraysToTasks() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(SST);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(SST);
        }
    }

    @Test
    void namesTheChunkThatCouldNotBeWritten() throws Exception {
        ZarrStore store = create(SST);
        Files.createDirectories(file("sst/0.0/in the way"));

        assertThatThrownBy(() -> store.writeChunk(SST, new long[] {0, 0}, new float[8]))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write sst/0.0 of Zarr store ");
        assertThat(keys()).noneMatch(key -> key.contains("part"));
    }

    @Test
    void opensNothingThatIsNotAZarrGroup() throws Exception {
        assertThatThrownBy(() -> ZarrStore.open(root, Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("it has none of .zmetadata, zarr.json and .zgroup, expected a Zarr group.");
        Files.createDirectories(Path.of(root));
        Files.writeString(file("zarr.json"), "{}");
        assertThatThrownBy(() -> ZarrStore.open(root, Samples.CONF))
                .hasMessageContaining("found zarr_format , expected 3");
        Files.delete(file("zarr.json"));
        Files.writeString(file(".zarray"), "{}");
        assertThatThrownBy(() -> ZarrStore.open(root, Samples.CONF)).hasMessageContaining("it is a single array");
        Files.writeString(file(".zmetadata"), "{\"zarr_consolidated_format\": 7}");
        assertThatThrownBy(() -> ZarrStore.open(root, Samples.CONF))
                .hasMessageContaining("zarr_consolidated_format is 7, expected 1");
        Files.writeString(file(".zmetadata"), "{\"zarr");
        assertThatThrownBy(() -> ZarrStore.open(root, Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("Cannot read .zmetadata of Zarr store")
                .hasMessageContaining("it is not a JSON object");
    }
}
