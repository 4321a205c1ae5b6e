package dev.shoal.regrid;

import java.util.function.Supplier;

/** A grid's points made ready for finding the nearest of them. Safe to share between threads. */
final class NearestPoints {
    private final Supplier<NearestPoint> search;

    private NearestPoints(Supplier<NearestPoint> search) {
        this.search = search;
    }

    static NearestPoints of(Grid grid, Reach reach, int threads) {
        if (grid instanceof RectilinearGrid rectilinear) {
            NearestOfRectilinear nearest = new NearestOfRectilinear(rectilinear, reach);
            return new NearestPoints(() -> nearest);
        }
        double[] unit = UnitVectors.of(grid, threads);
        PointTree tree = PointTree.of(grid, unit, threads);
        PointReach limit =
                reach == Reach.EVERYWHERE ? PointReach.everywhere() : PointReach.of(grid, unit, tree, threads);
        return new NearestPoints(() -> {
            PointSearch nearest = new PointSearch(tree, 1);
            return (at, i) -> {
                int found = nearest.find(at.x(i), at.y(i), at.z(i), limit.farthest2());
                return found > 0 && limit.holds(nearest.point(0), nearest.distance2(0)) ? nearest.point(0) : -1;
            };
        });
    }

    /** Returns a search for one thread. */
    NearestPoint search() {
        return search.get();
    }
}
