package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A file in memory: dimensions, attributes and arrays as given. */
final class MemoryFile implements ArrayFile {

    private static final Map<Class<?>, ElementType> TYPES = Map.of(
            byte[].class, ElementType.BYTE,
            short[].class, ElementType.SHORT,
            int[].class, ElementType.INT,
            long[].class, ElementType.LONG,
            float[].class, ElementType.FLOAT,
            double[].class, ElementType.DOUBLE,
            String[].class, ElementType.STRING,
            Object[].class, ElementType.VLEN);

    private final String location;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, Object> arrays = new TreeMap<>();
    private long mostCellsRead;

    MemoryFile(String location) {
        this.location = location;
    }

    /** Adds a dimension. */
    MemoryFile dimension(String name, long length) {
        dimensions.add(new Dimension(name, length, false));
        return this;
    }

    /** Adds a global attribute. */
    MemoryFile attribute(String name, String text) {
        attributes.add(Attribute.of(name, text));
        return this;
    }

    /**
     * Adds a variable.
     *
     * @param axes names of its dimensions, separated by blanks
     * @param values a primitive array, or {@code String[]}
     * @param attributes of the variable
     */
    MemoryFile variable(String name, String axes, Object values, Attribute... attributes) {
        return variable(name, axes, type(values), values, attributes);
    }

    /** Adds texts of a fixed length along a dimension. */
    MemoryFile texts(String name, String axes, int length, List<String> texts, Attribute... attributes) {
        byte[] bytes = new byte[length * texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(text, 0, bytes, i * length, text.length);
        }
        return variable(name, axes, ElementType.CHAR, bytes, attributes);
    }

    MemoryFile variable(String name, String axes, ElementType type, Object values, Attribute... attributes) {
        List<String> names = axes.isBlank() ? List.of() : Arrays.asList(axes.split(" ", -1));
        long[] shape = names.stream()
                .mapToLong(axis -> dimensions.stream()
                        .filter(dimension -> dimension.name().equals(axis))
                        .findFirst()
                        .orElseThrow()
                        .length())
                .toArray();
        variables.add(new VariableHeader(
                name,
                type,
                names,
                shape,
                new Attributes(Arrays.asList(attributes)),
                new Storage(false, shape, List.of())));
        arrays.put(name, values);
        return this;
    }

    private static ElementType type(Object values) {
        return TYPES.getOrDefault(values.getClass(), ElementType.OTHER);
    }

    /** Returns the most cells that one read asked for. */
    long mostCellsRead() {
        return mostCellsRead;
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Header header() {
        return new Header(FileFormat.HDF5, dimensions, variables, new Attributes(attributes));
    }

    @Override
    public ArrayBlock read(VariableHeader variable, Window window) {
        Object all = Objects.requireNonNull(arrays.get(variable.name()));
        Object part = Array.newInstance(all.getClass().getComponentType(), (int) window.size());
        ChunkGrid cells = new ChunkGrid(
                variable.shape(),
                Arrays.stream(variable.shape()).map(length -> 1).toArray());
        int to = 0;
        for (long[] index : ChunkGrid.walk(window)) {
            Array.set(part, to++, Array.get(all, (int) cells.ordinal(index)));
        }
        mostCellsRead = Math.max(mostCellsRead, window.size());
        return new ArrayBlock(variable.type(), window.shape(), part);
    }

    @Override
    public void close() {}
}
