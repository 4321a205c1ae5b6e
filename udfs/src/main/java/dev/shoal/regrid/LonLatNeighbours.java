package dev.shoal.regrid;

import java.util.function.Supplier;

/**
 * Weights from a rectilinear grid by the distances of neighbours, which are those that CDO 2.1.1 looks for:
 * {@link WindowPoints} inside the grid and, where the reach is {@link Reach#EVERYWHERE}, {@link BorderPoints} outside.
 *
 * <p>Bilinear weights outside are by inverse angle. Inverse distances outside come out in proportion to the angle, the
 * farther the heavier, and of four points at most, since {@code remapdis} turns the weights over twice there; they are
 * kept so for its values' sake.
 */
final class LonLatNeighbours {
    private static final int BORDER_POINTS = 4;

    private LonLatNeighbours() {}

    /** Returns makers that leave targets inside to {@code inside}. */
    static Supplier<PointMaker> bilinear(RectilinearGrid grid, PointMaker inside) {
        return () -> {
            BorderPoints border = new BorderPoints(grid);
            double[] share = new double[BORDER_POINTS];
            return (at, i, list) -> {
                if (!border.isOutside(at.lat(i), at.lon(i))) {
                    inside.add(at, i, list);
                    return;
                }
                int found = border.find(at.lat(i), at.lon(i));
                for (int rank = 0; rank < found; rank++) {
                    share[rank] = 1 / (border.angle(rank) + InverseDistance.NO_DISTANCE);
                }
                add(border, share, found, list);
            };
        };
    }

    /** Returns makers for targets within the grid's reach, as {@link NearestOfRectilinear} tells. */
    static Supplier<PointMaker> within(RectilinearGrid grid, int neighbours, int threads) {
        double[] unit = UnitVectors.of(grid, threads);
        NearestOfRectilinear nearest = new NearestOfRectilinear(grid, Reach.WITHIN_SOURCE);
        return () -> {
            WindowPoints window = new WindowPoints(grid, unit, neighbours);
            double[] share = new double[neighbours];
            return (at, i, list) -> {
                if (nearest.of(at, i) >= 0) {
                    addInside(window, at, i, share, list);
                }
            };
        };
    }

    /** Returns makers of CDO's {@code remapdis}; with one neighbour those of its {@code remapnn}. */
    static Supplier<PointMaker> everywhere(RectilinearGrid grid, int neighbours, int threads) {
        double[] unit = UnitVectors.of(grid, threads);
        return () -> {
            BorderPoints border = new BorderPoints(grid);
            WindowPoints window = new WindowPoints(grid, unit, neighbours);
            double[] share = new double[Math.max(BORDER_POINTS, neighbours)];
            return (at, i, list) -> {
                if (border.isOutside(at.lat(i), at.lon(i))) {
                    addOutside(border, at, i, neighbours, share, list);
                } else {
                    addInside(window, at, i, share, list);
                }
            };
        };
    }

    private static void addOutside(
            BorderPoints border, TargetPoints at, int i, int neighbours, double[] share, WeightList list) {
        int found = Math.min(neighbours, border.find(at.lat(i), at.lon(i)));
        for (int rank = 0; rank < found; rank++) {
            share[rank] = border.angle(rank) + InverseDistance.NO_DISTANCE;
        }
        add(border, share, found, list);
    }

    private static void addInside(WindowPoints window, TargetPoints at, int i, double[] share, WeightList list) {
        int found = window.find(at, i);
        for (int rank = 0; rank < found; rank++) {
            double distance = window.distance(rank);
            share[rank] = 1 / (distance > 0 ? distance : InverseDistance.NO_DISTANCE);
        }
        InverseDistance.normalise(share, found);
        for (int rank = 0; rank < found; rank++) {
            list.add(window.point(rank), share[rank]);
        }
    }

    private static void add(BorderPoints border, double[] share, int found, WeightList list) {
        InverseDistance.normalise(share, found);
        for (int rank = 0; rank < found; rank++) {
            list.add(border.point(rank), share[rank]);
        }
    }
}
