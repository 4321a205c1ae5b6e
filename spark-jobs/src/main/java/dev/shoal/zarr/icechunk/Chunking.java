package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How an array is cut, and where its chunks are told of.
 *
 * @param shape lengths of the axes, slowest first; not copied
 * @param counts chunks along each axis; not copied
 * @param dimensions names of the axes, an empty one where an axis has none; or none at all
 * @param manifests whose windows do not overlap
 */
public record Chunking(long[] shape, int[] counts, List<String> dimensions, List<ManifestRef> manifests) {

    /** Told from the shape of an array without axes by being this one. */
    private static final long[] NO_SHAPE = new long[0];

    /** What a group has. */
    public static final Chunking GROUP = new Chunking(NO_SHAPE, new int[0], List.of(), List.of());

    /** Copies the lists. */
    public Chunking {
        dimensions = new ArrayList<>(dimensions);
        manifests = new ArrayList<>(manifests);
        if (shape.length != counts.length) {
            throw new IllegalArgumentException("a shape " + Arrays.toString(shape) + " in chunks "
                    + Arrays.toString(counts) + ", expected as many numbers");
        }
    }

    /** Tells whether this is of an array. */
    boolean isOfArray() {
        return shape != NO_SHAPE;
    }

    /** Returns the number of axes. */
    int rank() {
        return shape.length;
    }

    /** Returns the number of chunks. */
    long chunks() {
        long chunks = 1;
        for (int count : counts) {
            chunks *= count;
        }
        return chunks;
    }

    Chunking with(List<ManifestRef> others) {
        return new Chunking(shape, counts, dimensions, others);
    }

    static Chunking parse(Fields fields) throws DamageException {
        int rank = fields.allowed(3, 4, 12);
        long[] shape = new long[rank];
        int[] counts = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            Fields dimension = fields.element(3, axis);
            shape[axis] = dimension.int64(0);
            counts[axis] = dimension.int32(1);
        }
        return new Chunking(shape, counts, fields.list(1, name -> name.text(0)), fields.list(2, ManifestRef::parse));
    }

    int table(FlatBufferBuilder builder) {
        builder.startVector(16, 0, 8);
        int noShape = builder.endVector();
        int names = dimensions.isEmpty() ? 0 : Tables.list(builder, dimensions, name -> dimension(builder, name));
        int refs = Tables.list(builder, manifests, ref -> ref.table(builder));
        int[] axes = new int[shape.length];
        for (int axis = 0; axis < axes.length; axis++) {
            builder.startTable(2);
            builder.addLong(0, shape[axis], 0);
            builder.addInt(1, counts[axis], 0);
            axes[axis] = builder.endTable();
        }
        int lengths = Tables.offsets(builder, axes, axes.length);
        builder.startTable(4);
        Tables.offset(builder, 0, noShape);
        Tables.offset(builder, 1, names);
        Tables.offset(builder, 2, refs);
        Tables.offset(builder, 3, lengths);
        return builder.endTable();
    }

    private static int dimension(FlatBufferBuilder builder, String name) {
        int text = Tables.text(builder, name);
        builder.startTable(1);
        Tables.offset(builder, 0, text);
        return builder.endTable();
    }
}
