package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Looks for cells that occur more than once, by a hash of their places. Takes about 16 bytes a cell while it runs. */
final class DuplicateSearch {
    /** Degrees on a side of the boxes that places are told apart by. */
    private static final double BIN = 1e-3;

    /** Degrees that the place of the same cell may differ by: what floats leave of 180 degrees, and some. */
    private static final double SAME_PLACE = 1e-4;

    private static final long BINS_AROUND = Math.round(360 / BIN);

    /** Squared share of a cell's size that corners or points of the same cell may be apart. */
    private static final double SAME2 = 1e-6;

    private final Grid grid;
    private final CellPolygons cells;
    private final CellBoxes boxes;
    private final int[] head;
    private final int[] next;
    private final boolean byPoints;
    private final BitSet found = new BitSet();
    private final Map<Integer, Integer> kept = new HashMap<>();
    private final SphericalPolygon one = new SphericalPolygon();
    private final SphericalPolygon other = new SphericalPolygon();

    private DuplicateSearch(Grid grid, CellPolygons cells, CellBoxes boxes) {
        this.grid = grid;
        this.cells = cells;
        this.boxes = boxes;
        byPoints = cells instanceof ReckonedCells;
        head = new int[Integer.highestOneBit(Math.max(1, boxes.count())) * 2];
        next = new int[boxes.count()];
        Arrays.fill(head, -1);
    }

    /**
     * Returns the cells to be left out. Control volumes of nodes occur once, since they are made of triangles; where
     * two nodes are at one place each has its own part.
     */
    static BitSet of(Grid grid, CellPolygons cells, CellBoxes boxes) {
        return cells instanceof DualCells ? new BitSet() : new DuplicateSearch(grid, cells, boxes).run();
    }

    /** Returns for each cell to be left out one that is the same and was found before or is kept. */
    static Map<Integer, Integer> same(Grid grid, CellPolygons cells, CellBoxes boxes) {
        if (cells instanceof DualCells) {
            return Map.of();
        }
        DuplicateSearch search = new DuplicateSearch(grid, cells, boxes);
        search.run();
        return search.kept;
    }

    private BitSet run() {
        for (int cell = 0; cell < boxes.count(); cell++) {
            if (boxes.exists(cell)) {
                int same = same(cell);
                if (same >= 0) {
                    boolean keepsNew = inside(cell) > inside(same);
                    found.set(keepsNew ? same : cell);
                    kept.put(keepsNew ? same : cell, keepsNew ? cell : same);
                }
                int bucket = bucket(latBin(lat(cell)), lonBin(lon(cell)));
                next[cell] = head[bucket];
                head[bucket] = cell;
            }
        }
        return found;
    }

    /** Returns the kept cell of those seen that is the same; -1 where there is none. */
    private int same(int cell) {
        double lat = lat(cell);
        double lon = lon(cell);
        long south = latBin(lat - SAME_PLACE);
        long north = latBin(lat + SAME_PLACE);
        long west = lonBin(lon - SAME_PLACE);
        long east = lonBin(lon + SAME_PLACE);
        int same = same(cell, bucket(south, west));
        same = same < 0 && north != south ? same(cell, bucket(north, west)) : same;
        same = same < 0 && east != west ? same(cell, bucket(south, east)) : same;
        return same < 0 && north != south && east != west ? same(cell, bucket(north, east)) : same;
    }

    private int same(int cell, int bucket) {
        for (int seen = head[bucket]; seen >= 0; seen = next[seen]) {
            if (!found.get(seen) && isNear(cell, seen) && isSame(cell, seen)) {
                return seen;
            }
        }
        return -1;
    }

    private boolean isSame(int cell, int seen) {
        double area = cells.load(cell, one);
        if (byPoints) {
            return Sphere.chord2(lat(cell), lon(cell), lat(seen), lon(seen)) <= SAME2 * area;
        }
        cells.load(seen, other);
        return one.size() == other.size() && holds(one, other, SAME2 * area) && holds(other, one, SAME2 * area);
    }

    /** Tells whether each vertex of one polygon is beside a vertex of another. */
    private static boolean holds(SphericalPolygon polygon, SphericalPolygon vertices, double apart2) {
        for (int v = 0; v < vertices.size(); v++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < polygon.size(); k++) {
                double dx = polygon.x(k) - vertices.x(v);
                double dy = polygon.y(k) - vertices.y(v);
                double dz = polygon.z(k) - vertices.z(v);
                least = Math.min(least, dx * dx + dy * dy + dz * dz);
            }
            if (least > apart2) {
                return false;
            }
        }
        return true;
    }

    private boolean isNear(int cell, int seen) {
        return Math.abs(lat(cell) - lat(seen)) <= SAME_PLACE
                && Math.abs(Longitudes.step(lon(seen), lon(cell))) <= SAME_PLACE;
    }

    /**
     * Returns a number that is greater the more rows or columns a cell is away from the nearest edge of the arrays; of
     * those as near to one the more columns it is away. Grids without rows have no inside.
     */
    private long inside(int cell) {
        if (grid.ny() == 1) {
            return 0;
        }
        int row = cell / grid.nx();
        int column = cell - row * grid.nx();
        int columns = Math.min(column, grid.nx() - 1 - column);
        int nearest = Math.min(Math.min(row, grid.ny() - 1 - row), columns);
        return (long) nearest * grid.nx() + columns;
    }

    private double lat(int cell) {
        return byPoints ? grid.lat(cell / grid.nx(), cell % grid.nx()) : boxes.south(cell);
    }

    private double lon(int cell) {
        if (byPoints) {
            return grid.lon(cell / grid.nx(), cell % grid.nx());
        }
        return boxes.width(cell) >= 360 ? 0 : boxes.west(cell) + 0.5 * boxes.width(cell);
    }

    private int bucket(long latBin, long lonBin) {
        long mixed = (latBin * BINS_AROUND + lonBin) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (head.length - 1);
    }

    private static long latBin(double lat) {
        return (long) Math.floor(lat / BIN);
    }

    private static long lonBin(double lon) {
        return Math.floorMod((long) Math.floor(lon / BIN), BINS_AROUND);
    }
}
