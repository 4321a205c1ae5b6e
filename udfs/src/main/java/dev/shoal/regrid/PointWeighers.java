package dev.shoal.regrid;

import java.util.function.Supplier;

/** Makes the weighers of methods that look at points: nearest ones, and those around a target. */
final class PointWeighers {
    private static final int CORNERS = 4;

    private PointWeighers() {}

    /** Makes a weigher of {@link Method#NEAREST}. */
    static Weigher nearest(Grid source, Reach reach, int threads) {
        if (source instanceof RectilinearGrid grid && reach == Reach.EVERYWHERE) {
            Supplier<PointMaker> maker = LonLatNeighbours.everywhere(grid, 1, threads);
            return (target, window) -> maker.get().weights(source, target, window, 1);
        }
        NearestPoints points = NearestPoints.of(source, reach, threads);
        return (target, window) -> points.search().weights(source, target, window, 1);
    }

    /** Makes a weigher of {@link Method#NEAREST_D2S}. */
    static Weigher nearestTargets(Grid source, Reach reach, int threads) {
        return new NearestTargets(source, reach, threads);
    }

    /** Makes a weigher of {@link Method#INVERSE_DISTANCE}. */
    static Weigher inverseDistance(Grid source, Scheme scheme, int threads) {
        int neighbours = Math.min(scheme.neighbours(), source.size());
        Supplier<PointMaker> maker = source instanceof RectilinearGrid grid
                ? inverseDistance(grid, neighbours, scheme.reach(), threads)
                : InverseDistance.of(source, neighbours, scheme.reach(), threads)::maker;
        return (target, window) -> maker.get().weights(source, target, window, neighbours);
    }

    private static Supplier<PointMaker> inverseDistance(
            RectilinearGrid source, int neighbours, Reach reach, int threads) {
        return reach == Reach.EVERYWHERE
                ? LonLatNeighbours.everywhere(source, neighbours, threads)
                : LonLatNeighbours.within(source, neighbours, threads);
    }

    /**
     * Makes a weigher of {@link Method#BILINEAR}.
     *
     * @throws IllegalArgumentException where an unstructured grid has neither triangles nor corners
     */
    static Weigher bilinear(Grid source, Reach reach, int threads) {
        if (source instanceof RectilinearGrid grid) {
            return bilinear(grid, reach);
        }
        Supplier<PointMaker> inside = source instanceof CurvilinearGrid grid
                ? quadrilaterals(grid, threads)
                : triangles((UnstructuredGrid) source, threads);
        Supplier<PointMaker> maker = reach == Reach.EVERYWHERE ? filled(source, inside, threads) : inside;
        return (target, window) -> maker.get().weights(source, target, window, CORNERS);
    }

    private static Weigher bilinear(RectilinearGrid source, Reach reach) {
        BilinearOfRectilinear bilinear = new BilinearOfRectilinear(source);
        Supplier<PointMaker> maker =
                reach == Reach.EVERYWHERE ? LonLatNeighbours.bilinear(source, bilinear) : () -> bilinear;
        return (target, window) -> reach == Reach.WITHIN_SOURCE && target instanceof RectilinearGrid grid
                ? bilinear.weights(source, grid, window)
                : maker.get().weights(source, target, window, CORNERS);
    }

    private static Supplier<PointMaker> quadrilaterals(CurvilinearGrid grid, int threads) {
        QuadIndex index = QuadIndex.of(grid, threads);
        return () -> new BilinearOfCurvilinear(index);
    }

    private static Supplier<PointMaker> triangles(UnstructuredGrid grid, int threads) {
        if (grid.triangles().count() == 0 && grid.corners().isEmpty()) {
            throw new IllegalArgumentException("Cannot regrid an " + grid + " by bilinear"
                    + ": it has neither triangles nor cells' corners, expected one of them. Take inverse-distance, "
                    + "or nearest.");
        }
        double[] unit = UnitVectors.of(grid, threads);
        Triangles triangles =
                grid.triangles().count() > 0 ? grid.triangles() : DualTriangles.of(grid.corners(), unit, threads);
        TriangleIndex index = new TriangleIndex(triangles, unit, threads);
        return () -> new BilinearOfTriangles(index);
    }

    /** Targets that lie outside get the four nearest points by inverse distance, as in CDO. */
    private static Supplier<PointMaker> filled(Grid source, Supplier<PointMaker> inside, int threads) {
        InverseDistance points = InverseDistance.of(source, CORNERS, Reach.EVERYWHERE, threads);
        return () -> {
            PointMaker first = inside.get();
            PointMaker second = points.maker();
            return (at, i, list) -> {
                int before = list.entries();
                first.add(at, i, list);
                if (list.entries() == before) {
                    second.add(at, i, list);
                }
            };
        };
    }
}
