package dev.shoal.source;

import dev.shoal.plan.ChunkGrid;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;

/** The row-major number of a cell, or of the chunk that it lies in. */
final class PlaceColumn implements CellColumn {

    private final ChunkGrid chunks;
    private final LongVector vector = new LongVector(DataTypes.LongType);
    private long[] shown = new long[0];

    /** Numbers the chunks of a grid; chunks of one cell number the cells. */
    PlaceColumn(ChunkGrid chunks) {
        this.chunks = chunks;
    }

    @Override
    public ColumnVector vector() {
        return vector;
    }

    @Override
    public void show(CellCursor cursor) {
        int count = cursor.count();
        shown = shown.length < cursor.most() ? new long[cursor.most()] : shown;
        java.util.Arrays.fill(shown, 0, count, 0);
        for (int axis = 0; axis < chunks.rank(); axis++) {
            int[] indexes = cursor.indexes(axis);
            long length = chunks.count(axis);
            int chunk = (int) Math.min(Integer.MAX_VALUE, chunks.chunk()[axis]);
            for (int row = 0; row < count; row++) {
                shown[row] = shown[row] * length + indexes[row] / chunk;
            }
        }
        vector.show(shown, 0, count);
    }
}
