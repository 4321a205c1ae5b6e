package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.BoxBudget;
import dev.shoal.plan.ChunkBoxes;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.DataType;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How the variables of files lie in the store. */
final class ArrayLayout {

    private final StoreRequest request;
    private final SourceTemplate template;
    private final long steps;
    private final BoxBudget boxes;
    private final StoreChunks chunks;

    /**
     * Prepares layouts.
     *
     * @param steps length of the append dimension in the store
     * @param boxes what boxes of chunks may take
     */
    ArrayLayout(StoreRequest request, SourceTemplate template, long steps, BoxBudget boxes) {
        this.request = request;
        this.template = template;
        this.steps = steps;
        this.boxes = boxes;
        this.chunks = new StoreChunks(request.chunks(), template.append(), template.coordinate());
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
        ZarrArray plain = ZarrArray.of(path, shape, chunks.of(variable, shape, type), type)
                .withDimensions(variable.dimensions().stream()
                        .map(ArrayLayout::dimension)
                        .toList())
                .withAttributes(SourceAttributes.ofArray(variable, type, form));
        boolean truths = SourceAttributes.saysTruths(variable, type);
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

    /** Returns the name of a dimension without the groups that it lies in. */
    static String dimension(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Returns the attributes of the store. */
    Attributes ofStore() {
        return SourceAttributes.ofStore(template.attributes(), request.attributes());
    }

    private ChunkBoxes boxes(ZarrArray array, VariableHeader variable, int append) {
        return boxes(array, sourceChunk(variable), append, boxes);
    }

    /** Returns what is read of a variable at once; of elements that lie end to end, any part. */
    static long[] sourceChunk(VariableHeader variable) {
        long[] chunk = new long[variable.rank()];
        Arrays.fill(chunk, 1);
        boolean chunked = variable.storage().chunked() && variable.storage().chunk().length == chunk.length;
        return chunked ? variable.storage().chunk() : chunk;
    }

    /** Shares the chunks of an array out to tasks; texts, which may be of any length, one by one. */
    static ChunkBoxes boxes(ZarrArray array, long[] sourceChunk, int append, BoxBudget boxes) {
        if (array.dataType().varies()) {
            long[] one = new long[array.rank()];
            Arrays.fill(one, 1);
            return new ChunkBoxes(array.grid(), one);
        }
        return ChunkBoxes.choose(
                array.grid(), sourceChunk, append, Math.max(StoreChunks.cellBytes(array.type()), 4), boxes);
    }
}
