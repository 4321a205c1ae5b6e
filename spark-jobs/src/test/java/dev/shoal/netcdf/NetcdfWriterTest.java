package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.ChunkGrid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetcdfWriterTest {

    private static final Storage WHOLE = new Storage(false, new long[0], List.of());

    @TempDir
    private Path folder = Path.of("");

    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();

    private static Storage packed(long... chunk) {
        return new Storage(true, chunk, List.of("shuffle", "deflate"));
    }

    private void dimension(String name, long length) {
        dimensions.add(new Dimension(name, length, false));
    }

    private void variable(String name, ElementType type, Storage storage, List<String> axes, Attribute... own) {
        long[] shape = axes.stream()
                .mapToLong(axis -> dimensions.stream()
                        .filter(dimension -> dimension.name().equals(axis))
                        .mapToLong(Dimension::length)
                        .findFirst()
                        .orElse(1))
                .toArray();
        variables.add(new VariableHeader(name, type, axes, shape, new Attributes(Arrays.asList(own)), storage));
    }

    private NetcdfWriter writer() throws IOException {
        Header header = new Header(FileFormat.HDF5, dimensions, variables, new Attributes(attributes));
        return NetcdfWriter.create(header, 1, folder);
    }

    private static byte[] bytes(NetcdfWriter writer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writer.write(bytes);
        return bytes.toByteArray();
    }

    private static ArrayFile open(byte[] bytes) throws IOException {
        return ArrayFiles.open(new MemoryBytes("written.nc", bytes));
    }

    private static Object read(ArrayFile file, String name) throws IOException {
        return file.read(file.header().variable(name).orElseThrow()).values();
    }

    private void assertKept(String name, ElementType type, Object values) throws IOException {
        dimensions.clear();
        variables.clear();
        dimension("x", 3);
        variable(name, type, packed(2), List.of("x"));
        try (NetcdfWriter writer = writer()) {
            writer.put(name, values);
            try (ArrayFile file = open(bytes(writer))) {
                VariableHeader found = file.header().variable(name).orElseThrow();
                assertThat(found.type()).isEqualTo(type);
                assertThat(found.storage().filters()).containsExactly("shuffle", "deflate");
                assertThat(found.storage().chunk()).containsExactly(2);
                assertThat(read(file, name)).isEqualTo(values);
            }
        }
    }

    @Test
    void keepsElementsOfEveryType() throws IOException {
        assertKept("b", ElementType.BYTE, new byte[] {1, -2, 3});
        assertKept("ub", ElementType.UBYTE, new byte[] {1, -2, 3});
        assertKept("c", ElementType.CHAR, "abc".getBytes(StandardCharsets.US_ASCII));
        assertKept("s", ElementType.SHORT, new short[] {1, -2, 3});
        assertKept("us", ElementType.USHORT, new short[] {1, -2, 3});
        assertKept("i", ElementType.INT, new int[] {1, -2, 3});
        assertKept("ui", ElementType.UINT, new int[] {1, -2, 3});
        assertKept("l", ElementType.LONG, new long[] {1, Long.MIN_VALUE, 3});
        assertKept("ul", ElementType.ULONG, new long[] {1, -2, 3});
        assertKept("f", ElementType.FLOAT, new float[] {1, Float.NaN, -0.0f});
        assertKept("d", ElementType.DOUBLE, new double[] {Math.PI, 1e300, -3});
    }

    @Test
    void keepsAttributesOfEveryType() throws IOException {
        attributes.add(Attribute.of("title", "Zählung"));
        attributes.add(new Attribute("texts", ElementType.STRING, List.of("a", "", "ß")));
        attributes.add(Attribute.of("history", "a long line, and another\n".repeat(5000)));
        attributes.add(new Attribute("byte", ElementType.BYTE, List.of(-1L)));
        attributes.add(new Attribute("ushort", ElementType.USHORT, List.of(1L, 65535L)));
        attributes.add(new Attribute("long", ElementType.LONG, List.of(Long.MIN_VALUE)));
        attributes.add(new Attribute("ulong", ElementType.ULONG, List.of(new BigInteger("18446744073709551614"))));
        attributes.add(new Attribute("float", ElementType.FLOAT, List.of(1.5f)));
        attributes.add(new Attribute("none", ElementType.INT, List.of()));
        attributes.add(Attribute.of("größe", 1, 2, 3));
        try (NetcdfWriter writer = writer();
                ArrayFile file = open(bytes(writer))) {
            assertThat(file.header().attributes()).hasToString(new Attributes(attributes).toString());
        }
    }

    @Test
    void keepsDimensionsInTheirOrderWhetherVariablesStandForThemOrNot() throws IOException {
        dimension("node", 4);
        dimensions.add(new Dimension("time", 2, true));
        dimension("siglay", 3);
        dimension("größe", 5);
        dimension("lat", 4);
        variable("siglay", ElementType.FLOAT, WHOLE, List.of("siglay", "node"));
        variable("temp", ElementType.SHORT, packed(1, 3, 4), List.of("time", "siglay", "node"));
        variable("time", ElementType.DOUBLE, packed(16), List.of("time"));
        variable("lat", ElementType.DOUBLE, WHOLE, List.of("node"));
        variable("count", ElementType.INT, WHOLE, List.of());
        variable("of", ElementType.INT, WHOLE, List.of("größe"));
        try (NetcdfWriter writer = writer();
                ArrayFile file = open(bytes(writer))) {
            assertThat(file.header().dimensions()).isEqualTo(dimensions);
            assertThat(file.header().variables())
                    .extracting(VariableHeader::name)
                    .containsExactly("siglay", "temp", "time", "lat", "count", "of");
            for (VariableHeader variable : variables) {
                assertThat(file.header().variable(variable.name()).orElseThrow().dimensions())
                        .isEqualTo(variable.dimensions());
            }
        }
    }

    @Test
    void fillsCellsThatNoChunkWasPutFor() throws IOException {
        dimension("x", 5);
        variable(
                "own",
                ElementType.SHORT,
                packed(2),
                List.of("x"),
                new Attribute("_FillValue", ElementType.SHORT, List.of(-9L)));
        variable("default", ElementType.FLOAT, WHOLE, List.of("x"));
        try (NetcdfWriter writer = writer()) {
            writer.put("own", 1, writer.encoder("own").encode(new long[] {1}, new short[] {7, 8}));
            try (ArrayFile file = open(bytes(writer))) {
                assertThat(read(file, "own")).isEqualTo(new short[] {-9, -9, 7, 8, -9});
                assertThat((float[]) read(file, "default")).containsOnly((float) 0x1.ep122);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void makesTheSameBytesInWhateverOrderChunksCome(long seed) throws IOException {
        Random random = new Random(seed);
        int ny = 1 + random.nextInt(90);
        int nx = 1 + random.nextInt(70);
        dimension("y", ny);
        dimension("x", nx);
        variable("v", ElementType.INT, packed(1 + random.nextInt(3), 1 + random.nextInt(4)), List.of("y", "x"));
        int[] values = random.ints((long) ny * nx).toArray();
        byte[] inOrder;
        try (NetcdfWriter writer = writer()) {
            writer.put("v", values);
            inOrder = bytes(writer);
        }
        try (NetcdfWriter writer = writer();
                ArrayFile file = open(inOrder)) {
            assertThat(read(file, "v")).isEqualTo(values);
            ChunkGrid grid = writer.encoder("v").grid();
            List<Long> numbers = new ArrayList<>();
            for (long number = 0; number < grid.count(); number++) {
                numbers.add(number);
            }
            Collections.shuffle(numbers, random);
            writer.put("v", numbers.get(0), new byte[] {1, 2, 3});
            for (long number : numbers) {
                long[] index = grid.index(number);
                Object part = file.read(variables.get(0), grid.window(index)).values();
                writer.put("v", number, writer.encoder("v").encode(index, part));
            }
            assertThat(bytes(writer)).isEqualTo(inOrder);
        }
    }

    @Test
    void findsEachOfManyChunks() throws IOException {
        int count = 64 * 64 + 3;
        dimensions.add(new Dimension("x", count, true));
        variable("v", ElementType.INT, packed(1), List.of("x"));
        int[] values = new Random(1).ints(count).toArray();
        try (NetcdfWriter writer = writer()) {
            writer.put("v", values);
            try (ArrayFile file = open(bytes(writer))) {
                assertThat(read(file, "v")).isEqualTo(values);
            }
        }
    }

    @Test
    void readsFromAnotherFileAChunkAtATime() throws IOException {
        dimension("y", 5);
        dimension("x", 7);
        variable("v", ElementType.DOUBLE, packed(2, 3), List.of("y", "x"));
        double[] values = new Random(2).doubles(35).toArray();
        byte[] first;
        try (NetcdfWriter writer = writer()) {
            writer.put("v", values);
            first = bytes(writer);
        }
        try (NetcdfWriter writer = writer();
                ArrayFile file = open(first)) {
            writer.put("v", file::read);
            assertThat(bytes(writer)).isEqualTo(first);
        }
    }

    @Test
    void leavesTheOldFileWhereWritingFails() throws IOException {
        Path target = folder.resolve("out/kept.nc");
        Files.createDirectories(target.getParent());
        Files.writeString(target, "old");
        assertThatThrownBy(() -> NewFile.write(target.toString(), new Configuration(), out -> fail(out)))
                .hasMessage("full");
        assertThat(target).hasContent("old");
        assertThat(target.getParent())
                .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
        try (NetcdfWriter writer = writer()) {
            writer.publish(target.toString(), new Configuration());
        }
        assertThat(Files.readAllBytes(target)).startsWith(0x89, 'H', 'D', 'F');
    }

    private static void fail(OutputStream out) throws IOException {
        out.write(1);
        throw new IOException("full");
    }

    @Test
    void leavesNothingInTheScratchFolder() throws IOException {
        dimension("x", 3);
        variable("v", ElementType.INT, packed(2), List.of("x"));
        try (NetcdfWriter writer = writer()) {
            writer.put("v", new int[] {1, 2, 3});
        }
        assertThat(folder).isEmptyDirectory();
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::writer).isInstanceOf(UnwritableException.class).hasMessageContaining(message);
        dimensions.clear();
        variables.clear();
        attributes.clear();
    }

    @Test
    void refusesByNameWhatItDoesNotWrite() {
        dimension("x", 3);
        variable("t", ElementType.STRING, WHOLE, List.of("x"));
        assertRefused("Cannot write variable t as netCDF-4: found elements of type STRING");
        dimension("x", 3);
        variable("v", ElementType.INT, new Storage(true, new long[] {2}, List.of("szip")), List.of("x"));
        assertRefused("found the filters [szip]");
        dimension("x", 3);
        variable("v", ElementType.INT, packed(2, 2), List.of("x"));
        assertRefused("found chunks of [2, 2], expected as many axes as [x]");
        dimensions.add(new Dimension("time", 3, true));
        variable("v", ElementType.INT, WHOLE, List.of("time"));
        assertRefused("found no chunks along 'time', which can grow, expected chunks");
        variable("g/v", ElementType.INT, WHOLE, List.of());
        assertRefused("Cannot write variable 'g/v' as netCDF-4: found that name, expected a name without a group");
        variable("v", ElementType.INT, WHOLE, List.of("y"));
        assertRefused("found an axis 'y', expected a dimension of that name");
        attributes.add(Attribute.of("_NCProperties", "x"));
        assertRefused("found an attribute _NCProperties, expected none of that name");
    }

    @Test
    void refusesNumbersThatNoHeaderHolds() throws IOException {
        attributes.add(Attribute.of("table", new double[10000]));
        try (NetcdfWriter writer = writer()) {
            assertThatThrownBy(() -> bytes(writer))
                    .hasMessageContaining("Cannot write attribute table of the file as netCDF-4: its numbers take")
                    .hasMessageEndingWith("Make it a variable.");
        }
    }

    @Test
    void refusesChunksThatAreNone() throws IOException {
        dimension("x", 3);
        variable("v", ElementType.INT, packed(2), List.of("x"));
        try (NetcdfWriter writer = writer()) {
            assertThatThrownBy(() -> writer.put("v", 2, new byte[0]))
                    .hasMessageContaining("Cannot put chunk 2 of variable v: it has 2 chunks");
            assertThatThrownBy(() -> writer.encoder("w")).hasMessageContaining("found no such variable");
            assertThatThrownBy(() -> writer.encoder("v").encode(new long[] {1}, new int[] {1, 2}))
                    .hasMessageContaining("found 2 elements, expected 1");
            assertThatThrownBy(() -> writer.encoder("v").encode(new long[] {1}, new long[] {1}))
                    .hasMessageContaining("found long[], expected elements of type INT");
        }
    }
}
