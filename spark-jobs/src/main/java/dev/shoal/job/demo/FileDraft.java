package dev.shoal.job.demo;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file's content while it is put together: header and values, of either format. One thread. */
final class FileDraft {

    private final FileFormat format;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<VariableHeader> variables = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Flaw> flaws = new ArrayList<>();

    /** Something wrong with a variable; see {@link Fault}. */
    record Flaw(String variable, Fault.Kind kind, int values) {}

    FileDraft(FileFormat format) {
        this.format = format;
    }

    /** Adds a dimension. */
    FileDraft dimension(String name, int length) {
        dimensions.add(new Dimension(name, length, false));
        return this;
    }

    /** Adds attributes of the file. */
    FileDraft attributes(Attribute... added) {
        attributes.addAll(List.of(added));
        return this;
    }

    /** Adds a variable stored in one piece; see {@link #chunked}. */
    FileDraft variable(String name, Object data, List<String> axes, Attribute... added) {
        return chunked(name, data, axes, new int[0], added);
    }

    /**
     * Adds a variable.
     *
     * @param data flat primitive array or {@code char[]}; not changed, not copied
     * @param axes dimensions added before; none for a scalar
     * @param chunk its chunk, or empty for one piece; netCDF-3 has none and ignores it
     */
    FileDraft chunked(String name, Object data, List<String> axes, int[] chunk, Attribute... added) {
        long[] shape = axes.stream().mapToLong(this::length).toArray();
        boolean inChunks = chunk.length > 0 && format == FileFormat.HDF5;
        long[] block = shape.clone();
        for (int axis = 0; inChunks && axis < block.length; axis++) {
            block[axis] = Math.min(block[axis], chunk[axis]);
        }
        Storage storage = new Storage(inChunks, block, inChunks ? List.of("shuffle", "deflate") : List.of());
        variables.add(new VariableHeader(name, type(data), axes, shape, new Attributes(List.of(added)), storage));
        values.put(name, data);
        return this;
    }

    /** Notes what was made wrong in a variable; nothing where no value was. */
    FileDraft flaw(String variable, Fault.Kind kind, int count) {
        if (count > 0) {
            flaws.add(new Flaw(variable, kind, count));
        }
        return this;
    }

    /** Returns what was made wrong. */
    List<Flaw> flaws() {
        return flaws;
    }

    /** Returns the header. */
    Header header() {
        return new Header(format, dimensions, variables, new Attributes(attributes));
    }

    /** Returns the flat values of a variable. */
    Object values(String variable) {
        return Objects.requireNonNull(values.get(variable), variable);
    }

    /** Returns the bytes of all values once they are unpacked. */
    long decodedBytes() {
        return variables.stream()
                .mapToLong(variable -> variable.size()
                        * variable.attributes()
                                .find("scale_factor")
                                .map(Attribute::type)
                                .orElse(variable.type())
                                .bytes())
                .sum();
    }

    /** Makes an attribute of text. */
    static Attribute text(String name, String value) {
        return Attribute.of(name, value);
    }

    /** Makes an attribute of one number of its own type. */
    static Attribute number(String name, Number value) {
        ElementType type;
        if (value instanceof Short) {
            type = ElementType.SHORT;
        } else if (value instanceof Integer) {
            type = ElementType.INT;
        } else if (value instanceof Float) {
            type = ElementType.FLOAT;
        } else {
            type = ElementType.DOUBLE;
        }
        return new Attribute(name, type, List.of(value));
    }

    private long length(String dimension) {
        return dimensions.stream()
                .filter(known -> known.name().equals(dimension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot use dimension " + dimension + ": not added."))
                .length();
    }

    private static ElementType type(Object data) {
        return switch (data.getClass().getComponentType().getName()) {
            case "char" -> ElementType.CHAR;
            case "byte" -> ElementType.BYTE;
            case "short" -> ElementType.SHORT;
            case "int" -> ElementType.INT;
            case "float" -> ElementType.FLOAT;
            case "double" -> ElementType.DOUBLE;
            default -> throw new IllegalArgumentException("Cannot store an array of " + data.getClass() + ".");
        };
    }
}
