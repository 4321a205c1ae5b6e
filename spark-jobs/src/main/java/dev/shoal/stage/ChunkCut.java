package dev.shoal.stage;

import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.qc.flag.QcFlag;
import dev.shoal.zarr.ZarrArray;
import java.lang.reflect.Array;
import java.util.Arrays;

/** Cuts a chunk out of a block; what stands over the array's end is the fill value. */
final class ChunkCut {

    private ChunkCut() {}

    static Object values(ZarrArray array, long[] chunk, UnitBlock block) {
        Object cut = UnitBlock.missing(StoredNumbers.held(array.type()), array.chunkSize());
        copy(array, chunk, block, block.values(), cut);
        return StoredNumbers.stored(array, cut);
    }

    static Object flags(ZarrArray array, long[] chunk, UnitBlock block) {
        byte[] cut = new byte[array.chunkSize()];
        Arrays.fill(cut, QcFlag.MISSING);
        copy(array, chunk, block, block.flags(), cut);
        return cut;
    }

    static Object fractions(ZarrArray array, long[] chunk, UnitBlock block) {
        Object cut = UnitBlock.missing(array.type(), array.chunkSize());
        copy(array, chunk, block, block.fractions(), cut);
        return cut;
    }

    /**
     * Returns the part of a chunk that lies inside the array.
     *
     * @param box of whole chunks
     * @param values its cells, an array of primitives
     */
    static Object part(ZarrArray array, long[] chunk, Window box, Object values) {
        Window cells = array.grid().window(chunk);
        if (cells.equals(box)) {
            return values;
        }
        Object cut = Array.newInstance(values.getClass().getComponentType(), Math.toIntExact(cells.size()));
        rows(cells, box, values, cells.start(), cells.shape(), cut);
        return cut;
    }

    private static void copy(ZarrArray array, long[] chunk, UnitBlock block, Object from, Object to) {
        Window cells = array.grid().window(chunk);
        long[] chunkOrigin = new long[cells.rank()];
        for (int axis = 0; axis < chunkOrigin.length; axis++) {
            chunkOrigin[axis] = chunk[axis] * array.chunk()[axis];
        }
        rows(cells, block.cells(), from, chunkOrigin, array.chunk(), to);
    }

    private static void rows(Window cells, Window box, Object from, long[] origin, long[] shape, Object to) {
        int last = cells.rank() - 1;
        int run = (int) cells.length(last);
        Window rows = cells.with(last, cells.start(last), cells.start(last) + 1);
        for (long[] row : ChunkGrid.walk(rows)) {
            int source = offset(row, box.start(), box.shape());
            int target = offset(row, origin, shape);
            System.arraycopy(from, source, to, target, run);
        }
    }

    private static int offset(long[] index, long[] origin, long[] shape) {
        long offset = 0;
        for (int axis = 0; axis < index.length; axis++) {
            offset = offset * shape[axis] + index[axis] - origin[axis];
        }
        return Math.toIntExact(offset);
    }
}
