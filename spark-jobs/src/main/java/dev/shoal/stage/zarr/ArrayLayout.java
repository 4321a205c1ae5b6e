package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkBoxes;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.DataType;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the variables of files lie in the store. */
final class ArrayLayout {

    private static final long MOST_CHUNK_BYTES = 64L << 20;
    private static final long LEAST_CHUNK_BYTES = 4L << 20;
    private static final long LEAST_COORDINATE = 1024;
    private static final int TEXT_BYTES = 64;
    private static final String TYPE = "dtype";

    /** What speaks of the layout of one file, not of its contents. */
    private static final Set<String> OF_LAYOUT = Set.of(
            "_ChunkSizes",
            JoinedTexts.TEXT_BYTES,
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "_NCProperties",
            "_nc3_strict",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "CLASS",
            "NAME",
            "_ARRAY_DIMENSIONS");

    private static final Set<String> OF_STORED_NUMBERS = Set.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "_Unsigned");

    private final StoreRequest request;
    private final SourceTemplate template;
    private final long steps;
    private final long boxBytes;

    /**
     * Prepares layouts.
     *
     * @param steps length of the append dimension in the store
     * @param boxBytes the most bytes of a box of chunks
     */
    ArrayLayout(StoreRequest request, SourceTemplate template, long steps, long boxBytes) {
        this.request = request;
        this.template = template;
        this.steps = steps;
        this.boxBytes = boxBytes;
    }

    /** Refuses lengths of chunks and shards for dimensions that no variable has. */
    void requireKnownChunks() {
        Set<String> known = new LinkedHashSet<>();
        template.variables().forEach(variable -> variable.dimensions().forEach(name -> known.add(dimension(name))));
        requireKnown("chunks", request.chunks().keySet(), known);
        requireKnown("shards", request.form().shards().keySet(), known);
    }

    private void requireKnown(String what, Set<String> asked, Set<String> known) {
        for (String name : asked) {
            if (!known.contains(name)) {
                throw StageException.configuration("Cannot lay out " + what + " along '" + name + "' of "
                        + template.location() + ": there is no such dimension, expected some of " + known
                        + ". Correct --" + what + ".");
            }
        }
    }

    /** Returns the array of a variable of the files. */
    TargetArray array(VariableHeader variable, ElementType unpacked) {
        int axis = variable.axis(template.append());
        TargetArray.Form form =
                template.unpacked().contains(variable.name()) ? TargetArray.Form.DECODED : TargetArray.Form.STORED;
        ElementType type = form == TargetArray.Form.DECODED ? unpacked : variable.type();
        long[] shape = variable.shape().clone();
        if (axis >= 0) {
            shape[axis] = steps;
        }
        ZarrArray array = array(variable, variable.name(), shape, type, form);
        return new TargetArray(array, variable.name(), axis < 0 ? 0 : -1, axis, form, boxes(array, variable, axis), 0);
    }

    /**
     * Returns the array of a variable of the grid file, without its axes of length 1.
     *
     * @param file position of the grid file
     */
    TargetArray ofGrid(VariableHeader variable, String name, int file) {
        List<String> dimensions = new ArrayList<>();
        List<Long> lengths = new ArrayList<>();
        for (int axis = 0; axis < variable.rank(); axis++) {
            if (variable.shape()[axis] != 1) {
                dimensions.add(variable.dimensions().get(axis));
                lengths.add(variable.shape()[axis]);
            }
        }
        long[] shape = lengths.stream().mapToLong(Long::longValue).toArray();
        long[] chunk = new long[shape.length];
        Arrays.fill(chunk, 1);
        VariableHeader squeezed = new VariableHeader(
                variable.name(),
                variable.type(),
                dimensions,
                shape,
                variable.attributes(),
                new dev.shoal.netcdf.Storage(false, chunk, List.of()));
        ZarrArray array = array(squeezed, name, shape, variable.type(), TargetArray.Form.STORED);
        return new TargetArray(
                array, variable.name(), file, -1, TargetArray.Form.STORED, boxes(array, squeezed, -1), 0);
    }

    private ZarrArray array(
            VariableHeader variable, String path, long[] shape, ElementType type, TargetArray.Form form) {
        boolean stored = form == TargetArray.Form.STORED;
        boolean truths = type == ElementType.UBYTE
                && variable.attributes().text(TYPE).filter("bool"::equals).isPresent();
        Set<String> dropped = stored ? Set.of() : OF_STORED_NUMBERS;
        ZarrArray plain = ZarrArray.of(path, shape, chunk(variable, shape, type), type)
                .withDimensions(variable.dimensions().stream()
                        .map(ArrayLayout::dimension)
                        .toList())
                .withAttributes(attributes(variable.attributes(), truths ? Set.of(TYPE) : dropped));
        ZarrArray array = truths ? plain.withDataType(DataType.truth()) : ofTexts(plain, variable);
        if (!stored) {
            return formed(array.withFill(Double.NaN));
        }
        return formed(variable.attributes()
                .find("_FillValue")
                .filter(fill -> !fill.isText() && fill.values().size() == 1)
                .map(fill -> withFill(array, (Number) fill.values().get(0)))
                .orElse(array));
    }

    /**
     * Characters that were joined have a width; texts have any, in the type that Python and JavaScript read in v2 too.
     */
    private ZarrArray ofTexts(ZarrArray array, VariableHeader variable) {
        return variable.attributes()
                .number(JoinedTexts.TEXT_BYTES)
                .filter(width -> request.form().format() == ZarrFormat.V2)
                .map(width -> array.withDataType(DataType.bytesOfText(width.intValue())))
                .orElse(array);
    }

    private ZarrArray formed(ZarrArray array) {
        try {
            return request.form().of(array);
        } catch (IllegalArgumentException unfit) {
            throw StageException.configuration(
                    "Cannot lay out '" + request.store() + "': found " + unfit.getMessage()
                            + ". Correct --shards or --chunks.",
                    unfit);
        }
    }

    /** A fill value that the type cannot hold is met by no element; it stays an attribute. */
    private static ZarrArray withFill(ZarrArray array, Number fill) {
        try {
            return array.withFill(fill);
        } catch (IllegalArgumentException unfit) {
            return array;
        }
    }

    private static String dimension(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private Attributes attributes(Attributes source, Set<String> dropped) {
        List<Attribute> kept = new ArrayList<>();
        for (Attribute attribute : source.list()) {
            if (!OF_LAYOUT.contains(attribute.name()) && !dropped.contains(attribute.name())) {
                kept.add(attribute);
            }
        }
        return new Attributes(kept);
    }

    /** Returns the attributes of the store. */
    Attributes ofStore() {
        Map<String, Attribute> all = new LinkedHashMap<>();
        attributes(template.attributes(), Set.of()).list().forEach(attribute -> all.put(attribute.name(), attribute));
        request.attributes().forEach((name, text) -> all.put(name, Attribute.of(name, text)));
        return new Attributes(new ArrayList<>(all.values()));
    }

    private long[] chunk(VariableHeader variable, long[] shape, ElementType type) {
        long[] chunk = shape.clone();
        boolean coordinate = variable.name().equals(template.coordinate()) && variable.rank() == 1;
        for (int axis = 0; axis < chunk.length; axis++) {
            boolean chunked =
                    variable.storage().chunked() && axis < variable.storage().chunk().length;
            chunk[axis] = Math.max(1, chunked ? Math.min(variable.storage().chunk()[axis], shape[axis]) : shape[axis]);
        }
        if (coordinate) {
            return new long[] {Math.min(1 << 16, Math.max(LEAST_COORDINATE, shape[0]))};
        }
        int append = variable.axis(template.append());
        Set<Integer> fixed = new LinkedHashSet<>();
        for (int axis = 0; axis < chunk.length; axis++) {
            Long asked = request.chunks().get(dimension(variable.dimensions().get(axis)));
            if (asked != null) {
                chunk[axis] = axis == append ? asked : Math.max(1, Math.min(asked, shape[axis]));
                fixed.add(axis);
            }
        }
        fit(chunk, shape, append, fixed, cellBytes(type));
        return chunk;
    }

    /** Texts are taken for so long. */
    private static int cellBytes(ElementType type) {
        return type.bytes() == 0 ? TEXT_BYTES : type.bytes();
    }

    /** Makes chunks neither too large nor too small on the axes that nobody asked for. */
    private static void fit(long[] chunk, long[] shape, int append, Set<Integer> fixed, int bytes) {
        while (bytes(chunk, bytes) > MOST_CHUNK_BYTES) {
            int longest = append >= 0 && !fixed.contains(append) && chunk[append] > 1 ? append : -1;
            for (int axis = 0; axis < chunk.length && longest < 0; axis++) {
                boolean free = !fixed.contains(axis) && chunk[axis] > 1;
                longest = free && chunk[axis] == longest(chunk, fixed) ? axis : -1;
            }
            if (longest < 0) {
                return;
            }
            chunk[longest] = (chunk[longest] + 1) / 2;
        }
        for (int axis = chunk.length - 1; axis >= 0; axis--) {
            while (!fixed.contains(axis) && chunk[axis] < shape[axis] && bytes(chunk, bytes) * 2 <= LEAST_CHUNK_BYTES) {
                chunk[axis] = Math.min(2 * chunk[axis], shape[axis]);
            }
        }
    }

    private static long longest(long[] chunk, Set<Integer> fixed) {
        long longest = 0;
        for (int axis = 0; axis < chunk.length; axis++) {
            longest = fixed.contains(axis) ? longest : Math.max(longest, chunk[axis]);
        }
        return longest;
    }

    private static double bytes(long[] chunk, int bytes) {
        return Arrays.stream(chunk).asDoubleStream().reduce(bytes, (one, other) -> one * other);
    }

    private ChunkBoxes boxes(ZarrArray array, VariableHeader variable, int append) {
        return boxes(array, sourceChunk(variable), append, boxBytes);
    }

    /** Returns what is read of a variable at once; of elements that lie end to end, any part. */
    static long[] sourceChunk(VariableHeader variable) {
        long[] chunk = new long[variable.rank()];
        Arrays.fill(chunk, 1);
        boolean chunked = variable.storage().chunked() && variable.storage().chunk().length == chunk.length;
        return chunked ? variable.storage().chunk() : chunk;
    }

    /** Shares the chunks of an array out to tasks; texts, which may be of any length, one by one. */
    static ChunkBoxes boxes(ZarrArray array, long[] sourceChunk, int append, long boxBytes) {
        if (array.dataType().varies()) {
            long[] one = new long[array.rank()];
            Arrays.fill(one, 1);
            return new ChunkBoxes(array.grid(), one);
        }
        return ChunkBoxes.choose(array.grid(), sourceChunk, append, Math.max(cellBytes(array.type()), 4), boxBytes);
    }
}
