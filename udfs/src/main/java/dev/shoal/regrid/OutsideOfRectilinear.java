package dev.shoal.regrid;

import java.util.function.Supplier;

/**
 * Weights of targets outside a rectilinear grid where its reach is {@link Reach#EVERYWHERE}, those of CDO 2.1.1.
 *
 * <p>Bilinear weights become those by inverse angle of the four {@link BorderPoints}. Inverse distances come out in
 * proportion to the angle, the farther the heavier, since {@code remapdis} turns them over twice there; they are kept
 * so for its values' sake.
 */
final class OutsideOfRectilinear {

    private OutsideOfRectilinear() {}

    /** Returns makers that leave targets inside to others, and make bilinear weights outside. */
    static Supplier<PointMaker> bilinear(RectilinearGrid grid, Supplier<PointMaker> inside) {
        return () -> maker(grid, inside.get(), 4, true);
    }

    /** Returns makers that leave targets inside to others, and make weights of CDO's {@code remapdis} outside. */
    static Supplier<PointMaker> inverseDistance(RectilinearGrid grid, int neighbours, Supplier<PointMaker> inside) {
        return () -> maker(grid, inside.get(), neighbours, false);
    }

    private static PointMaker maker(RectilinearGrid grid, PointMaker inside, int neighbours, boolean inverse) {
        BorderPoints border = new BorderPoints(grid);
        double[] share = new double[4];
        return (at, i, list) -> {
            if (!border.isOutside(at.lat(i), at.lon(i))) {
                inside.add(at, i, list);
                return;
            }
            int found = Math.min(neighbours, border.find(at.lat(i), at.lon(i)));
            for (int rank = 0; rank < found; rank++) {
                double angle = border.angle(rank) + InverseDistance.NO_DISTANCE;
                share[rank] = inverse ? 1 / angle : angle;
            }
            InverseDistance.normalise(share, found);
            for (int rank = 0; rank < found; rank++) {
                list.add(border.point(rank), share[rank]);
            }
        };
    }
}
