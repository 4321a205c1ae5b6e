package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Where references are written: in parts, by tasks, and shown at once. */
interface VirtualOutput {

    /**
     * Begins.
     *
     * @return what tasks are sent
     * @throws IOException where the references cannot be written there
     */
    Tasks begin(VirtualPlan plan) throws IOException;

    /**
     * Shows the store.
     *
     * @param answers what {@link Tasks#write} returned, of every part
     */
    void finish(VirtualPlan plan, List<byte[]> answers) throws IOException;

    /** What a task does. */
    interface Tasks extends Serializable {

        /** Returns the number of the part that a chunk belongs to; ordinals of a part follow one another. */
        long part(ArrayPlan array, long ordinal);

        /** Returns the first ordinal behind a part. */
        long end(ArrayPlan array, long part);

        /**
         * Writes all references of a part; once more where a task is run again.
         *
         * @param array position among those of the plan
         * @return an answer for the driver
         */
        byte[] write(VirtualPlan plan, int array, long part, ChunkReferences references, Configuration conf)
                throws IOException;

        /**
         * Puts a chunk that was copied.
         *
         * @param key of the chunk behind the array's path
         * @return the name by which {@link #write} will know it
         */
        String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException;
    }
}
