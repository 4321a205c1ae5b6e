package dev.shoal.regrid;

/**
 * Weights from the three corners of the triangle around a target point, for one target after another: those by which
 * the corners, as points in space, make up a point on the target's ray from the Earth's centre. They are linear in the
 * plane of the triangle, and the same on both sides of an edge. Of several triangles that hold a target the one with
 * the lowest number wins.
 */
final class BilinearOfTriangles implements PointMaker {
    private static final double INSIDE = 1e-9;
    private static final double SNAP = 1e-11;
    private static final double NO_AREA = 1e-12;

    private final TriangleIndex index;
    private final BoxTree.Holding search;
    private final double[] share = new double[3];
    private final double[] bestShare = new double[3];
    private int best;
    private double bestExcess;

    BilinearOfTriangles(TriangleIndex index) {
        this.index = index;
        this.search = index.search();
    }

    @Override
    public void add(TargetPoints at, int i, WeightList list) {
        best = Integer.MAX_VALUE;
        bestExcess = Axis.EDGE;
        search.start(at.x(i), at.y(i), at.z(i));
        for (int leaf = search.next(); leaf >= 0; leaf = search.next()) {
            for (int place = index.start(leaf); place < index.end(leaf); place++) {
                consider(index.triangle(place), at.x(i), at.y(i), at.z(i));
            }
        }
        if (best < Integer.MAX_VALUE) {
            InverseDistance.normalise(bestShare, 3);
            for (int k = 0; k < 3; k++) {
                list.add(index.node(best, k), bestShare[k]);
            }
        }
    }

    private void consider(int triangle, double x, double y, double z) {
        double excess = solve(triangle, x, y, z);
        if (excess < bestExcess || (excess == bestExcess && triangle < best)) {
            best = triangle;
            bestExcess = excess;
            for (int k = 0; k < 3; k++) {
                bestShare[k] = share[k] < SNAP ? 0 : share[k];
            }
        }
    }

    /** Finds the shares of the corners; returns how far below 0 the least is, infinite where there is no solution. */
    private double solve(int triangle, double x, double y, double z) {
        double sum = 0;
        double size = 0;
        for (int k = 0; k < 3; k++) {
            share[k] = volume(index.node(triangle, (k + 1) % 3), index.node(triangle, (k + 2) % 3), x, y, z);
            sum += share[k];
            size = Math.max(size, index.chord2(triangle, k));
        }
        // The volume has the sign of the way round, and the far side of the Earth the other one.
        boolean solved = Math.abs(sum) > NO_AREA * size && sum > 0 == index.isCounterclockwise(triangle);
        if (!solved) {
            return Double.POSITIVE_INFINITY;
        }
        double excess = 0;
        for (int k = 0; k < 3; k++) {
            share[k] /= sum;
            excess = Math.max(excess, -share[k]);
        }
        return excess <= INSIDE ? 0 : excess;
    }

    /** Returns six times the volume between the Earth's centre, two nodes and the target, signed. */
    private double volume(int a, int b, double x, double y, double z) {
        double[] unit = index.unit();
        double ax = unit[3 * a] - x;
        double ay = unit[3 * a + 1] - y;
        double az = unit[3 * a + 2] - z;
        double bx = unit[3 * b] - x;
        double by = unit[3 * b + 1] - y;
        double bz = unit[3 * b + 2] - z;
        return x * (ay * bz - az * by) + y * (az * bx - ax * bz) + z * (ax * by - ay * bx);
    }
}
