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
 */
record TargetArray(ZarrArray array, String source, int file, int axis, Form form, ChunkBoxes boxes, long oldSteps)
        implements Serializable {

    /** What becomes of stored numbers. */
    enum Form {
        /** They stay; times are told in the units of the first file. */
        STORED,
        /** They are decoded; missing is NaN. */
        DECODED
    }
}
