package dev.shoal.stage.zarr;

import dev.shoal.plan.PyramidGrid;
import dev.shoal.plan.Window;
import dev.shoal.regrid.BlockSums;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;

/**
 * The levels of one variable that are made at once.
 *
 * @param array of the variable
 * @param target folder of the store
 * @param lowest level that they are made of
 * @param highest level; a task makes one chunk of it and all below
 */
record PyramidPass(PyramidArray array, String target, int lowest, int highest) implements Serializable {

    /** Makes a chunk of the highest level; returns the number of chunks written. */
    long make(long ordinal, Configuration conf) {
        PyramidGrid grid = array.grid();
        long[] index = grid.grid(highest).index(ordinal);
        try {
            PyramidChunks chunks = new PyramidChunks(array, target, conf, lowest);
            BlockSums sums = chunks.make(highest, index);
            if (highest < grid.levels()) {
                chunks.keep(highest, index, sums);
            }
        } catch (IOException error) {
            throw StageException.store(target, error);
        }
        Window box = grid.grid(highest).window(index);
        long written = 0;
        for (int level = highest; level > lowest; level--) {
            written +=
                    grid.grid(level).touching(grid.below(highest, box, level)).size();
        }
        return written;
    }
}
