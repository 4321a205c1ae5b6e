package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The points of a grid in an order in which those near each other follow each other, and a {@link BoxTree} over every
 * eight of them: for finding the nearest, by {@link PointSearch}. Immutable once built, and safe to share between
 * threads.
 */
final class PointTree {
    private static final int PER_LEAF = 8;
    private static final int PARTS_PER_THREAD = 8;

    private final int[] point;
    private final double[] xyz;
    private final BoxTree boxes;

    private PointTree(int[] order, double[] unit, int threads) {
        this.point = order;
        this.xyz = new double[3 * order.length];
        int leaves = (order.length + PER_LEAF - 1) / PER_LEAF;
        BoxTree.Leaves box = new BoxTree.Leaves(leaves);
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            int end = Parallel.start(leaves, parts, part + 1);
            for (int leaf = Parallel.start(leaves, parts, part); leaf < end; leaf++) {
                for (int place = start(leaf); place < end(leaf); place++) {
                    System.arraycopy(unit, 3 * point[place], xyz, 3 * place, 3);
                    box.stretch(leaf, xyz, place, 0);
                }
            }
        });
        this.boxes = new BoxTree(box);
    }

    /**
     * Builds the tree of a grid's points.
     *
     * @param unit the points as unit vectors; holes are passed over; not changed
     * @param threads how many may build; the tree finds the same whatever their number
     */
    static PointTree of(Grid grid, double[] unit, int threads) {
        boolean rows = grid.ny() > 1 && grid.nx() > 1;
        return new PointTree(
                rows ? placed(BlockOrder.of(grid.ny(), grid.nx()), unit) : ScatterOrder.of(unit, threads),
                unit,
                threads);
    }

    /** Returns the numbers of the points that have a position, rising, in a new array. */
    static int[] placed(double[] unit) {
        int[] all = new int[unit.length / 3];
        Arrays.setAll(all, k -> k);
        return placed(all, unit);
    }

    private static int[] placed(int[] order, double[] unit) {
        int count = 0;
        for (int each : order) {
            if (!Double.isNaN(unit[3 * each]) && !Double.isNaN(unit[3 * each + 2])) {
                order[count++] = each;
            }
        }
        return count == order.length ? order : Arrays.copyOf(order, count);
    }

    /** Returns the number of points. */
    int size() {
        return point.length;
    }

    /** Returns the boxes, whose leaves hold the points from {@link #start} to {@link #end}. */
    BoxTree boxes() {
        return boxes;
    }

    /** Returns the leaf that holds the point at a place. */
    int leaf(int place) {
        return place / PER_LEAF;
    }

    int start(int leaf) {
        return PER_LEAF * leaf;
    }

    int end(int leaf) {
        return Math.min(point.length, PER_LEAF * (leaf + 1));
    }

    /** Returns the number of the point at a place of the order. */
    int point(int place) {
        return point[place];
    }

    /** Returns a coordinate of the point at a place. */
    double coordinate(int place, int along) {
        return xyz[3 * place + along];
    }

    /** Returns the squared distance of the point at a place, rounded to a float as CDO does it. */
    float distance2(int place, double x, double y, double z) {
        double dx = x - xyz[3 * place];
        double dy = y - xyz[3 * place + 1];
        double dz = z - xyz[3 * place + 2];
        return (float) (dx * dx + dy * dy + dz * dz);
    }
}
