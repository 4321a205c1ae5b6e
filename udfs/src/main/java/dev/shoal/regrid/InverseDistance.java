package dev.shoal.regrid;

/**
 * Weights by inverse distance from the nearest points of a grid, made ready once. Safe to share between threads.
 *
 * <p>The distance is what CDO takes: the chord, its square rounded to a float, and {@link #NO_DISTANCE} in the place of
 * 0, so that a point that is met takes all but 1e-12 of the weight and its neighbours stand in where it is missing.
 */
final class InverseDistance {
    /** What stands for a distance of 0, in radii of the Earth. */
    static final double NO_DISTANCE = 1e-14;

    private final PointTree tree;
    private final PointReach reach;
    private final int neighbours;

    private InverseDistance(PointTree tree, PointReach reach, int neighbours) {
        this.tree = tree;
        this.reach = reach;
        this.neighbours = Math.min(neighbours, tree.size());
    }

    static InverseDistance of(Grid grid, int neighbours, Reach reach, int threads) {
        double[] unit = UnitVectors.of(grid, threads);
        PointTree tree = PointTree.of(grid, unit, threads);
        PointReach limit =
                reach == Reach.EVERYWHERE ? PointReach.everywhere() : PointReach.of(grid, unit, tree, threads);
        return new InverseDistance(tree, limit, neighbours);
    }

    /** Returns a maker for one thread. */
    PointMaker maker() {
        PointSearch search = new PointSearch(tree, neighbours);
        double[] share = new double[neighbours];
        return (at, i, list) -> {
            int found = search.find(at.x(i), at.y(i), at.z(i), Double.MAX_VALUE);
            if (found > 0 && reach.holds(search.point(0), search.distance2(0))) {
                for (int rank = 0; rank < found; rank++) {
                    double distance = Math.sqrt(search.distance2(rank));
                    share[rank] = 1 / (distance > 0 ? distance : NO_DISTANCE);
                }
                normalise(share, found);
                for (int rank = 0; rank < found; rank++) {
                    list.add(search.point(rank), share[rank]);
                }
            }
        };
    }

    /** Divides the first {@code count} shares by their sum. */
    static void normalise(double[] share, int count) {
        double sum = 0;
        for (int rank = 0; rank < count; rank++) {
            sum += share[rank];
        }
        for (int rank = 0; rank < count; rank++) {
            share[rank] /= sum;
        }
    }
}
