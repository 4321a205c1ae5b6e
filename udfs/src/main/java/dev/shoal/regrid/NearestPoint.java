package dev.shoal.regrid;

/** Finds the nearest point of a grid within its reach, for one target point after another. For one thread. */
interface NearestPoint extends PointMaker {

    /** Returns the number of the point nearest to point {@code i} of a row, or -1 where none is within reach. */
    int of(TargetPoints at, int i);

    @Override
    default void add(TargetPoints at, int i, WeightList list) {
        int nearest = of(at, i);
        if (nearest >= 0) {
            list.add(nearest, 1);
        }
    }
}
