package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;

/**
 * What tasks need to know to rechunk one array: its plan, and which boxes of each stage are to be done.
 *
 * @param array with its plan
 * @param target folder of the store
 * @param needed for each stage the ordinals of the boxes that the next stage needs something of, ascending; of the last
 *     stage those that are to be written
 */
record RechunkWork(RechunkArray array, String target, List<long[]> needed) implements Serializable {

    RechunkWork {
        needed = new ArrayList<>(needed);
    }

    /**
     * Makes the work of writing some boxes.
     *
     * @param remaining ordinals of write boxes, ascending
     */
    static RechunkWork of(RechunkArray array, String target, long[] remaining) {
        List<ChunkGrid> stages = array.plan().stages();
        List<long[]> needed = new ArrayList<>();
        needed.add(remaining);
        for (int stage = stages.size() - 1; stage > 0; stage--) {
            needed.add(0, before(stages.get(stage - 1), stages.get(stage), needed.get(0)));
        }
        return new RechunkWork(array, target, needed);
    }

    private static long[] before(ChunkGrid grid, ChunkGrid next, long[] wanted) {
        if (wanted.length == next.count()) {
            return LongStream.range(0, grid.count()).toArray();
        }
        BitSet touched = new BitSet(Math.toIntExact(grid.count()));
        for (long ordinal : wanted) {
            for (long[] index : ChunkGrid.walk(grid.touching(next.window(next.index(ordinal))))) {
                touched.set((int) grid.ordinal(index));
            }
        }
        return touched.stream().asLongStream().toArray();
    }

    /** Returns the plan. */
    RechunkPlan plan() {
        return array.plan();
    }

    /** Returns the number of stages. */
    int stages() {
        return plan().stages().size();
    }

    /** Returns the number of boxes to be done in a stage. */
    int count(int stage) {
        return needed.get(stage).length;
    }

    /** Returns the ordinal of a box of a stage by its place among those to be done. */
    long ordinal(int stage, int place) {
        return needed.get(stage)[place];
    }

    /** Returns the place of a box among those to be done, or a negative number where it is not one of them. */
    int place(int stage, long ordinal) {
        return Arrays.binarySearch(needed.get(stage), ordinal);
    }

    /** Returns the cells of a box. */
    Window window(int stage, long ordinal) {
        ChunkGrid grid = plan().stages().get(stage);
        return grid.window(grid.index(ordinal));
    }

    /** Returns the number of chunks of the boxes that are to be written. */
    long chunks() {
        int last = stages() - 1;
        long chunks = 0;
        for (int place = 0; place < count(last); place++) {
            chunks +=
                    plan().target().touching(window(last, ordinal(last, place))).size();
        }
        return chunks;
    }

    /** Returns the store, asking nothing of the storage. */
    ZarrStore store(Configuration conf) throws IOException {
        return ZarrStore.of(target, conf, Attributes.NONE, List.of(array.array()));
    }
}
