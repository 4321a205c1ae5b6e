package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The coordinates, or their bounds, of the cells of a pyramid's levels.
 *
 * @param kind what a block of them becomes
 * @param values of level 0, decoded, row-major; owned by this record
 * @param grid of the levels
 * @param levels as they are above level 0
 */
record PyramidCoordinate(Kind kind, double[] values, PyramidGrid grid, List<ZarrArray> levels) {

    private static final double CIRCLE = 360;

    /** What a block of coordinates becomes. */
    enum Kind {
        /** Their mean. */
        MEAN,
        /** Their mean on the circle: 359 and 1 become 0, not 180. */
        LONGITUDE,
        /** The outer bounds of the first and the last: the last axis has two bounds. */
        BOUNDS
    }

    PyramidCoordinate {
        levels = new ArrayList<>(levels);
    }

    /** Writes all levels. */
    void write(ZarrStore store) throws IOException {
        for (int level = 1; level <= levels.size(); level++) {
            ZarrArray array = levels.get(level - 1);
            for (long[] index : ChunkGrid.walk(array.grid().touching(Window.whole(array.shape())))) {
                store.writeChunk(array, index, chunk(array, level, array.grid().window(index)));
            }
        }
    }

    private Object chunk(ZarrArray array, int level, Window window) {
        Object out = RechunkPieces.allocate(array.type(), Math.toIntExact(window.size()));
        int place = 0;
        for (long[] cell : ChunkGrid.walk(window)) {
            double value = of(level, cell);
            if (array.type() == ElementType.FLOAT) {
                ((float[]) out)[place++] = (float) value;
            } else {
                ((double[]) out)[place++] = value;
            }
        }
        return out;
    }

    /** Returns what the cells of level 0 that a cell of a level is made of become. */
    double of(int level, long... cell) {
        long[] end = cell.clone();
        for (int axis = 0; axis < end.length; axis++) {
            end[axis]++;
        }
        Window block = grid.below(level, new Window(cell, end), 0);
        long[] ones = new long[cell.length];
        Arrays.fill(ones, 1);
        ChunkGrid places = new ChunkGrid(grid.shape(), ones);
        if (kind == Kind.BOUNDS) {
            long[] outer = block.start().clone();
            outer[0] = cell[cell.length - 1] == 0 ? block.start(0) : block.end(0) - 1;
            return values[(int) places.ordinal(outer)];
        }
        return mean(block, places);
    }

    private double mean(Window block, ChunkGrid places) {
        double first = Double.NaN;
        double sum = 0;
        int count = 0;
        boolean around = false;
        boolean west = false;
        for (long[] index : ChunkGrid.walk(block)) {
            double value = values[(int) places.ordinal(index)];
            if (Double.isNaN(value)) {
                continue;
            }
            first = count == 0 ? value : first;
            double turns = kind == Kind.LONGITUDE ? Math.rint((value - first) / CIRCLE) : 0;
            around |= turns != 0;
            west |= value < 0;
            sum += value - turns * CIRCLE;
            count++;
        }
        double mean = sum / count;
        return around ? wrapped(mean, west ? -CIRCLE / 2 : 0) : mean;
    }

    private static double wrapped(double longitude, double least) {
        return longitude - CIRCLE * Math.floor((longitude - least) / CIRCLE);
    }
}
