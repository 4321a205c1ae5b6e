package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassicWriterTest {

    private static final Storage STORAGE = new Storage(false, new long[0], List.of());

    private final Map<String, Object> arrays = new TreeMap<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();

    private void dimension(String name, long length) {
        dimensions.add(new Dimension(name, length, false));
    }

    private void records(String name, long length) {
        dimensions.add(new Dimension(name, length, true));
    }

    private void variable(String name, ElementType type, Object values, List<String> axes, Attribute... own) {
        long[] shape = axes.stream()
                .mapToLong(axis -> dimensions.stream()
                        .filter(dimension -> dimension.name().equals(axis))
                        .mapToLong(Dimension::length)
                        .findFirst()
                        .orElse(1))
                .toArray();
        variables.add(new VariableHeader(name, type, axes, shape, new Attributes(Arrays.asList(own)), STORAGE));
        arrays.put(name, values);
    }

    private Header header() {
        return new Header(FileFormat.NETCDF3_CLASSIC, dimensions, variables, new Attributes(attributes));
    }

    private ArrayBlock read(VariableHeader variable, Window window) {
        Object all = Objects.requireNonNull(arrays.get(variable.name()));
        Object part = Array.newInstance(all.getClass().getComponentType(), (int) window.size());
        ChunkGrid cells = new ChunkGrid(
                variable.shape(),
                Arrays.stream(variable.shape()).map(length -> 1).toArray());
        int to = 0;
        for (long[] index : ChunkGrid.walk(window)) {
            Array.set(part, to++, Array.get(all, (int) cells.ordinal(index)));
        }
        return new ArrayBlock(variable.type(), window.shape(), part);
    }

    private ArrayFile written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ClassicWriter.write(header(), this::read, bytes);
        return ArrayFiles.open(new MemoryBytes("written.nc", bytes.toByteArray()));
    }

    private void assertWritten(FileFormat format) throws IOException {
        try (ArrayFile file = written()) {
            assertThat(file.header().format()).isEqualTo(format);
            assertThat(file.header().dimensions()).isEqualTo(dimensions);
            assertThat(file.header().attributes()).hasToString(new Attributes(attributes).toString());
            for (VariableHeader variable : variables) {
                VariableHeader found = file.header().variable(variable.name()).orElseThrow();
                assertThat(found.type()).isEqualTo(variable.type());
                assertThat(found.dimensions()).isEqualTo(variable.dimensions());
                assertThat(found.attributes()).hasToString(variable.attributes().toString());
                assertThat(file.read(found).values()).isEqualTo(arrays.get(variable.name()));
            }
        }
    }

    @Test
    void keepsArraysAndAttributesOfTheClassicTypes() throws IOException {
        dimension("x", 3);
        dimension("länge", 5);
        attributes.add(Attribute.of("title", "Zählung"));
        attributes.add(Attribute.of("empty", ""));
        attributes.add(new Attribute("none", ElementType.INT, List.of()));
        variable("b", ElementType.BYTE, new byte[] {1, -2, 3}, List.of("x"), Attribute.of("units", "°C"));
        variable("c", ElementType.CHAR, "abcdefghijklmno".getBytes(StandardCharsets.US_ASCII), List.of("x", "länge"));
        variable(
                "s",
                ElementType.SHORT,
                new short[] {-1},
                List.of(),
                new Attribute("valid_range", ElementType.SHORT, List.of(-5L, 7L)));
        variable("i", ElementType.INT, new int[] {1 << 30, -7, 0}, List.of("x"));
        variable("f", ElementType.FLOAT, new float[] {1.5f, Float.NaN, -0.0f}, List.of("x"));
        variable(
                "d",
                ElementType.DOUBLE,
                new double[] {Math.PI, 1e300, -3},
                List.of("x"),
                new Attribute("_FillValue", ElementType.DOUBLE, List.of(-999.5)));
        assertWritten(FileFormat.NETCDF3_CLASSIC);
    }

    @Test
    void takesCdf5ForIntegersOfMoreBitsAndWithoutASign() throws IOException {
        dimension("x", 2);
        variable("ub", ElementType.UBYTE, new byte[] {-1, 3}, List.of("x"));
        variable("us", ElementType.USHORT, new short[] {-1, 3}, List.of("x"));
        variable("ui", ElementType.UINT, new int[] {-1, 3}, List.of("x"));
        variable("l", ElementType.LONG, new long[] {Long.MIN_VALUE, 3}, List.of("x"));
        variable(
                "ul",
                ElementType.ULONG,
                new long[] {-1, 3},
                List.of("x"),
                new Attribute("_FillValue", ElementType.ULONG, List.of(new BigInteger("18446744073709551614"))),
                new Attribute("flag_masks", ElementType.UBYTE, List.of(1L, 255L)));
        assertWritten(FileFormat.NETCDF5);
    }

    @Test
    void takesCdf5ForOneAttribute() throws IOException {
        attributes.add(new Attribute("count", ElementType.LONG, List.of(1L << 40)));
        dimension("x", 1);
        variable("v", ElementType.BYTE, new byte[] {1}, List.of("x"));
        assertWritten(FileFormat.NETCDF5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsRecords(long seed) throws IOException {
        Random random = new Random(seed);
        records("time", random.nextInt(5));
        dimension("x", 1 + random.nextInt(3));
        int records = (int) dimensions.get(0).length();
        int width = (int) dimensions.get(1).length();
        variable("whole", ElementType.SHORT, new short[width], List.of("x"));
        for (int i = 0; i < seed; i++) {
            byte[] values = new byte[records * width];
            random.nextBytes(values);
            variable("r" + i, ElementType.BYTE, values, List.of("time", "x"));
        }
        variable("time", ElementType.DOUBLE, random.doubles(records).toArray(), List.of("time"));
        assertWritten(FileFormat.NETCDF3_CLASSIC);
    }

    @Test
    void packsTheOnlyVariableWithRecordsWithoutGaps() throws IOException {
        records("time", 5);
        variable("flag", ElementType.BYTE, new byte[] {1, 2, 3, 4, 9}, List.of("time"));
        assertWritten(FileFormat.NETCDF3_CLASSIC);
    }

    @Test
    void fixesTheLengthsOfDimensionsThatCannotCountRecords() throws IOException {
        records("time", 2);
        records("obs", 3);
        variable("v", ElementType.INT, new int[] {1, 2, 3, 4, 5, 6}, List.of("obs", "time"));
        try (ArrayFile file = written()) {
            assertThat(file.header().dimension("obs").orElseThrow().unlimited()).isTrue();
            assertThat(file.header().dimension("time").orElseThrow().unlimited())
                    .isFalse();
            assertThat(file.read(file.header().variable("v").orElseThrow()).values())
                    .isEqualTo(new int[] {1, 2, 3, 4, 5, 6});
        }
    }

    @Test
    void keepsTheFormatOfALargerFile() throws IOException {
        dimension("x", 1);
        variable("v", ElementType.BYTE, new byte[] {1}, List.of("x"));
        Header large = new Header(FileFormat.NETCDF3_64BIT_OFFSET, dimensions, variables, new Attributes(attributes));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ClassicWriter.write(large, this::read, bytes)).isEqualTo(FileFormat.NETCDF3_64BIT_OFFSET);
        try (ArrayFile file = ArrayFiles.open(new MemoryBytes("written.nc", bytes.toByteArray()))) {
            assertThat(file.read(file.header().variables().get(0)).values()).isEqualTo(new byte[] {1});
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"STRING", "VLEN", "OTHER"})
    void refusesTypesWithoutAPlace(ElementType type) {
        variable("v", type, new Object[1], List.of());
        assertThatThrownBy(this::written)
                .hasMessage(
                        "Cannot write variable v as netCDF classic: found the type " + type + ", expected numbers or"
                                + " characters along dimensions, outside of groups. Leave it out of the file first.");
    }

    @Test
    void refusesGroupsListsOfTextsAndSecondEmptyDimensions() {
        variable("group/v", ElementType.INT, new int[1], List.of());
        assertThatThrownBy(this::written)
                .hasMessageStartingWith("Cannot write variable group/v as netCDF classic: found a group,");
        variables.clear();
        attributes.add(new Attribute("list", ElementType.STRING, List.of("a", "b")));
        assertThatThrownBy(this::written)
                .hasMessageStartingWith("Cannot write global attribute list as netCDF classic: found 2 texts,");
        attributes.clear();
        dimension("none", 0);
        dimension("nothing", 0);
        variable("v", ElementType.INT, new int[0], List.of("none"));
        assertThatThrownBy(this::written)
                .hasMessageStartingWith("Cannot write dimension nothing as netCDF classic: found a length of 0");
        variables.clear();
        variable("v", ElementType.INT, new int[1], List.of("elsewhere"));
        assertThatThrownBy(this::written)
                .hasMessageStartingWith("Cannot write variable v as netCDF classic: found an axis without a dimension");
    }
}
