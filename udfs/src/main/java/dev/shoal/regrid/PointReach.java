package dev.shoal.regrid;

/**
 * How far from each point of a grid a target may lie to be within the grid: as far as the point's own farthest
 * neighbour. Neighbours are, in a curvilinear grid, those before and after in the row and in the column that are
 * neighbours on the sphere too (see {@link Spacing}); in an unstructured grid those along the edges of its triangles;
 * where there are none, the four nearest points elsewhere.
 */
final class PointReach {
    private static final int NEIGHBOURS = 4;
    private static final int PARTS_PER_THREAD = 8;

    private final float[] reach2;
    private final float farthest2;

    private PointReach(float[] reach2) {
        this.reach2 = reach2;
        float most = 0;
        for (float each : reach2) {
            most = Math.max(most, each);
        }
        this.farthest2 = most;
    }

    /** Makes one under which everything is within the grid. */
    static PointReach everywhere() {
        return new PointReach(new float[0]);
    }

    /**
     * Finds how far the points of a grid reach.
     *
     * @param unit its points as unit vectors
     * @param tree of those points
     */
    static PointReach of(Grid grid, double[] unit, PointTree tree, int threads) {
        if (grid instanceof CurvilinearGrid curvilinear) {
            return ofRows(curvilinear.nx(), Spacing.of(curvilinear), unit, threads);
        }
        if (grid instanceof UnstructuredGrid mesh && mesh.triangles().count() > 0) {
            return ofTriangles(mesh.triangles(), unit);
        }
        return ofNearest(unit, tree, threads);
    }

    /** Tells whether a target at a squared distance from a point is within the grid. */
    boolean holds(int point, float distance2) {
        return reach2.length == 0 || distance2 <= reach2[point];
    }

    /** Returns the squared distance beyond which no target is within the grid. */
    double farthest2() {
        return reach2.length == 0 ? Double.MAX_VALUE : farthest2;
    }

    private static PointReach ofRows(int nx, Spacing spacing, double[] unit, int threads) {
        float[] reach2 = new float[unit.length / 3];
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            int end = Parallel.start(reach2.length, parts, part + 1);
            for (int k = Parallel.start(reach2.length, parts, part); k < end; k++) {
                int column = k % nx;
                double before = column > 0 ? step2(unit, k, k - 1, spacing.row2()) : 0;
                double after = column + 1 < nx ? step2(unit, k, k + 1, spacing.row2()) : 0;
                double above = step2(unit, k, k - nx, spacing.column2());
                double below = step2(unit, k, k + nx, spacing.column2());
                reach2[k] = (float) Math.max(Math.max(before, after), Math.max(above, below));
            }
        });
        return new PointReach(reach2);
    }

    private static double step2(double[] unit, int point, int neighbour, double longest2) {
        if (neighbour < 0 || 3 * neighbour >= unit.length) {
            return 0;
        }
        double step2 = UnitVectors.chord2(unit, point, neighbour);
        return step2 <= longest2 ? step2 : 0;
    }

    private static PointReach ofTriangles(Triangles triangles, double[] unit) {
        float[] reach2 = new float[unit.length / 3];
        int[] node = triangles.node();
        for (int i = 0; i < node.length; i++) {
            int other = node[i % 3 == 2 ? i - 2 : i + 1];
            float edge2 = (float) UnitVectors.chord2(unit, node[i], other);
            if (edge2 > 0) {
                reach2[node[i]] = Math.max(reach2[node[i]], edge2);
                reach2[other] = Math.max(reach2[other], edge2);
            }
        }
        return new PointReach(reach2);
    }

    private static PointReach ofNearest(double[] unit, PointTree tree, int threads) {
        float[] reach2 = new float[unit.length / 3];
        int parts = PARTS_PER_THREAD * threads;
        Parallel.each(threads, parts, part -> {
            PointSearch search = new PointSearch(tree, NEIGHBOURS);
            int end = Parallel.start(tree.size(), parts, part + 1);
            for (int place = Parallel.start(tree.size(), parts, part); place < end; place++) {
                int found = search.findElsewhere(
                        tree.coordinate(place, 0), tree.coordinate(place, 1), tree.coordinate(place, 2));
                reach2[tree.point(place)] = found == 0 ? 0 : search.distance2(found - 1);
            }
        });
        return new PointReach(reach2);
    }
}
