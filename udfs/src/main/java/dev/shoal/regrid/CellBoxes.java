package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.Set;

/**
 * The boxes of longitude and latitude around a grid's cells, as floats rounded outward: 16 bytes a cell. What has no
 * cell has no box.
 */
final class CellBoxes {
    private static final float NONE = -1;
    private static final int CELLS_PER_PART = 8192;

    private final float[] south;
    private final float[] north;
    private final float[] west;
    private final float[] width;

    private CellBoxes(int cells) {
        south = new float[cells];
        north = new float[cells];
        west = new float[cells];
        width = new float[cells];
    }

    /** Takes all cells of a grid. */
    static CellBoxes of(CellPolygons cells, int count, int threads) {
        CellBoxes boxes = new CellBoxes(count);
        int parts = count / CELLS_PER_PART + 1;
        Parallel.each(threads, parts, part -> {
            SphericalPolygon polygon = new SphericalPolygon();
            CellBox box = new CellBox();
            int end = Parallel.start(count, parts, part + 1);
            for (int cell = Parallel.start(count, parts, part); cell < end; cell++) {
                if (cells.load(cell, polygon) > 0) {
                    box.measure(polygon);
                    boxes.set(cell, box);
                } else {
                    boxes.width[cell] = NONE;
                }
            }
        });
        return boxes;
    }

    /** Takes boxes away. */
    void remove(Set<Integer> cells) {
        cells.forEach(cell -> width[cell] = NONE);
    }

    int count() {
        return south.length;
    }

    /** Tells whether there is a cell. */
    boolean exists(int cell) {
        return width[cell] >= 0;
    }

    float south(int cell) {
        return south[cell];
    }

    float north(int cell) {
        return north[cell];
    }

    /** Returns the western edge in [-180, 180). */
    float west(int cell) {
        return west[cell];
    }

    /** Returns the width in degrees, 360 where the cell has a pole. */
    float width(int cell) {
        return width[cell];
    }

    /** Tells whether a cell's box meets another. */
    boolean meets(int cell, CellBox other) {
        if (width[cell] < 0 || north[cell] < other.south || south[cell] > other.north) {
            return false;
        }
        float ahead = other.west - west[cell];
        ahead = ahead < 0 ? ahead + 360 : ahead;
        return ahead <= width[cell] || ahead + other.width >= 360;
    }

    private void set(int cell, CellBox box) {
        south[cell] = box.south;
        north[cell] = box.north;
        west[cell] = box.west;
        width[cell] = box.width;
    }
}
