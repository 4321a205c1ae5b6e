package dev.shoal.stage.zarr;

import dev.shoal.plan.ChunkBoxes;
import dev.shoal.zarr.ZarrArray;
import java.io.Serializable;

/**
 * An array of the store, and where its values come from.
 *
 * @param array as it is to be
 * @param source name of the variable in the files
 * @param file position of the one file that the whole array comes from, or -1 where it has the append dimension
 * @param axis of the append dimension, or -1
 * @param form what becomes of stored numbers
 * @param boxes its chunks, shared out to tasks
 * @param oldSteps its length along the append dimension before the work; 0 where it is new
 * @param before the array as it is in the store; where it is new, as it is to be
 */
record TargetArray(
        ZarrArray array,
        String source,
        int file,
        int axis,
        Form form,
        ChunkBoxes boxes,
        long oldSteps,
        ZarrArray before)
        implements Serializable {

    /** An array that is new. */
    TargetArray(ZarrArray array, String source, int file, int axis, Form form, ChunkBoxes boxes, long oldSteps) {
        this(array, source, file, axis, form, boxes, oldSteps, array);
    }

    /** What becomes of stored numbers. */
    enum Form {
        /** They stay; times are told in the units of the first file. */
        STORED,
        /** They are decoded; missing is NaN. */
        DECODED
    }

    /** Returns the same with another header of an array that is new. */
    TargetArray with(ZarrArray changed) {
        return new TargetArray(changed, source, file, axis, form, boxes, oldSteps, changed);
    }

    /** Tells whether the store does not have it yet. */
    boolean isNew() {
        return oldSteps == 0;
    }

    /** Tells whether its chunks have other keys than before: readers of the old ones see nothing of them. */
    boolean isApart() {
        long[] first = new long[array.rank()];
        return !array.chunkKey(first).equals(before.chunkKey(first));
    }
}
