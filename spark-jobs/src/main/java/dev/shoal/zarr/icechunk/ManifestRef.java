package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A manifest and the chunks of one array that it tells of.
 *
 * @param manifest its id
 * @param starts index of the window's first chunk, one number for each axis; not copied
 * @param ends one past the last
 */
public record ManifestRef(ObjectId manifest, int[] starts, int[] ends) implements Serializable {

    /** Refuses windows that are none. */
    public ManifestRef {
        if (starts.length != ends.length) {
            throw new IllegalArgumentException("a window from " + Arrays.toString(starts) + " to "
                    + Arrays.toString(ends) + ", expected as many ends as starts");
        }
    }

    static ManifestRef parse(Fields fields) throws DamageException {
        ObjectId id = fields.id(0, ObjectId.OBJECT_BYTES);
        int rank = fields.allowed(1, 8, 8);
        int[] starts = new int[rank];
        int[] ends = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            starts[axis] = fields.buffer().getInt(fields.first(1, 8) + 8 * axis);
            ends[axis] = fields.buffer().getInt(fields.first(1, 8) + 8 * axis + 4);
        }
        return new ManifestRef(id, starts, ends);
    }

    int table(FlatBufferBuilder builder) {
        builder.startVector(8, starts.length, 4);
        for (int axis = starts.length - 1; axis >= 0; axis--) {
            builder.putInt(ends[axis]);
            builder.putInt(starts[axis]);
        }
        int extents = builder.endVector();
        builder.startTable(2);
        Tables.id(builder, 0, manifest);
        Tables.offset(builder, 1, extents);
        return builder.endTable();
    }

    /** Tells whether the window holds a chunk. */
    boolean contains(int... index) {
        boolean inside = index.length == starts.length;
        for (int axis = 0; inside && axis < starts.length; axis++) {
            inside = Integer.compareUnsigned(index[axis], starts[axis]) >= 0
                    && Integer.compareUnsigned(index[axis], ends[axis]) < 0;
        }
        return inside;
    }

    /** Tells whether two windows share a chunk. */
    boolean overlaps(ManifestRef other) {
        boolean both = true;
        for (int axis = 0; both && axis < starts.length; axis++) {
            both = Integer.compareUnsigned(starts[axis], other.ends[axis]) < 0
                    && Integer.compareUnsigned(other.starts[axis], ends[axis]) < 0;
        }
        return both;
    }

    /** Returns windows that hold what this one holds and another does not; they do not overlap. */
    List<ManifestRef> without(ManifestRef other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<ManifestRef> rest = new ArrayList<>();
        int[] low = starts.clone();
        int[] high = ends.clone();
        for (int axis = 0; axis < starts.length; axis++) {
            if (low[axis] < other.starts[axis]) {
                int[] before = high.clone();
                before[axis] = other.starts[axis];
                rest.add(new ManifestRef(manifest, low.clone(), before));
                low[axis] = other.starts[axis];
            }
            if (other.ends[axis] < high[axis]) {
                int[] after = low.clone();
                after[axis] = other.ends[axis];
                rest.add(new ManifestRef(manifest, after, high.clone()));
                high[axis] = other.ends[axis];
            }
        }
        return rest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ManifestRef ref
                && manifest.equals(ref.manifest)
                && Arrays.equals(starts, ref.starts)
                && Arrays.equals(ends, ref.ends);
    }

    @Override
    public int hashCode() {
        return 31 * manifest.hashCode() + Arrays.hashCode(starts);
    }

    @Override
    public String toString() {
        return manifest + " " + Arrays.toString(starts) + " to " + Arrays.toString(ends);
    }
}
