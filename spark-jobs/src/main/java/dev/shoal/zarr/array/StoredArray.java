package dev.shoal.zarr.array;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One array of a store, as reading needs to know it.
 *
 * @param path in its store, groups separated by {@code /}, no leading slash
 * @param grid its shape in chunks, each chunk an object; the chunks of every axis are at least 1 long
 * @param type of the elements
 * @param fill an array of the one element that cells hold which were never written
 * @param keys names of the chunks
 * @param codec of a chunk
 * @param dimensions names of the axes, slowest first, an empty one where an axis has none
 * @param attributes without the names of the axes
 */
public record StoredArray(
        String path,
        ChunkGrid grid,
        StoredType type,
        Object fill,
        ChunkKeys keys,
        ChunkCodec codec,
        List<String> dimensions,
        Attributes attributes) {

    private static final String FILL_VALUE = "_FillValue";
    private static final Pattern PATH = Pattern.compile("[^/]+(/[^/]+)*");
    private static final Pattern OUTWARD = Pattern.compile("(^|/)\\.\\.?(/|$)");

    /** Refuses what no array can be; adds to the attributes what the type tells. */
    public StoredArray {
        if (!PATH.matcher(path).matches() || OUTWARD.matcher(path).find()) {
            throw new IllegalArgumentException("path \"" + path + "\", expected one that stays inside the store");
        }
        try {
            Window.whole(grid.shape()).size();
        } catch (ArithmeticException tooMany) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(grid.shape()) + ", expected fewer than 2^63 cells", tooMany);
        }
        dimensions = new ArrayList<>(dimensions);
        attributes = with(typed(attributes, type), type.attributes());
    }

    /** JSON does not tell the widths of numbers; a {@code _FillValue} has the type of the elements by CF. */
    private static Attributes typed(Attributes said, StoredType type) {
        return said.find(FILL_VALUE)
                .flatMap(fill -> FillJson.typed(fill, type.element()))
                .map(fill -> new Attributes(said.list().stream()
                        .map(attribute -> attribute.name().equals(FILL_VALUE) ? fill : attribute)
                        .toList()))
                .orElse(said);
    }

    /** What the type tells goes before what an attribute of the same name says. */
    private static Attributes with(Attributes said, List<Attribute> told) {
        List<Attribute> list = new ArrayList<>(said.list());
        told.forEach(attribute -> {
            list.removeIf(other -> other.name().equals(attribute.name()));
            list.add(attribute);
        });
        return new Attributes(list);
    }

    /** Returns the lengths of the axes, slowest first; not to be changed by the receiver. */
    public long[] shape() {
        return grid.shape();
    }

    /** Returns the number of axes; 0 for a scalar. */
    public int rank() {
        return grid.rank();
    }
}
