package dev.shoal.regrid;

import java.util.Arrays;

/** A coordinate axis of a rectilinear grid, turned to rise, for searching. */
final class Axis {
    /**
     * A coordinate this much of a step outside an end, or less, lies on the end: room for coordinates stored as floats.
     */
    static final double EDGE = 1e-3;

    /** Fractions this close to 0 or 1 are made so: a coordinate that meets a source point uses that point alone. */
    private static final double SNAP = 1e-11;

    private final double[] value;
    private final boolean reversed;
    private final boolean turns;
    private final boolean periodic;
    private final int used;

    private Axis(double[] axis, boolean turns, boolean periodic) {
        this.reversed = axis.length > 1 && axis[1] < axis[0];
        this.value = reversed ? reverse(axis) : axis;
        this.turns = turns;
        this.periodic = periodic;
        this.used = turns ? withinOneTurn(value) : value.length;
    }

    static Axis latitudes(RectilinearGrid grid) {
        return new Axis(grid.lat(), false, false);
    }

    static Axis longitudes(RectilinearGrid grid) {
        return new Axis(Longitudes.unwrapped(grid.lon()), true, grid.periodic());
    }

    /** Returns how many of the values lie within one turn; those after them come a second time. */
    int used() {
        return used;
    }

    /** Returns where a coordinate lies between this axis's values. */
    Bracket bracket(double coordinate) {
        double x = turned(coordinate);
        int last = used - 1;
        double lowEdge = EDGE * (used > 1 ? value[1] - value[0] : 0);
        double highEdge = EDGE * (used > 1 ? value[last] - value[last - 1] : 0);
        if (periodic && x > value[last]) {
            return between(last, 0, (x - value[last]) / (value[0] + 360 - value[last]));
        }
        if (x >= value[0] && x <= value[last]) {
            return inner(x);
        }
        if (x > value[last] && x - value[last] <= highEdge) {
            return between(Math.max(last - 1, 0), last, 1);
        }
        boolean beforeFirst = turns ? value[0] + 360 - x <= lowEdge : value[0] - x >= 0 && value[0] - x <= lowEdge;
        return beforeFirst ? between(0, Math.min(1, last), 0) : Bracket.OUTSIDE;
    }

    /**
     * Tells whether a coordinate lies between this axis's values; anywhere does where the axis goes round the Earth.
     */
    boolean holds(double coordinate) {
        double x = turned(coordinate);
        return x >= value[0] && (periodic || x <= value[used - 1]);
    }

    /** Returns the positions on either side of a coordinate; the end or ends nearest to it where it lies outside. */
    int[] beside(double coordinate) {
        double x = turned(coordinate);
        int last = used - 1;
        if (x < value[0]) {
            return new int[] {stored(0), stored(0)};
        }
        if (x >= value[last]) {
            return new int[] {stored(last), stored(turns ? 0 : last)};
        }
        int lower = below(x);
        return new int[] {stored(lower), stored(lower + 1)};
    }

    private Bracket inner(double x) {
        if (used == 1) {
            return between(0, 0, 0);
        }
        int lower = Math.min(below(x), used - 2);
        return between(lower, lower + 1, (x - value[lower]) / (value[lower + 1] - value[lower]));
    }

    private Bracket between(int lower, int upper, double fraction) {
        double snapped = fraction;
        if (fraction < SNAP) {
            snapped = 0;
        } else if (fraction > 1 - SNAP) {
            snapped = 1;
        }
        return new Bracket(stored(lower), stored(upper), snapped);
    }

    /**
     * Returns the longitude with whole turns added or taken so that it follows the first value; a latitude unchanged.
     */
    private double turned(double coordinate) {
        double ahead = coordinate - value[0];
        if (!turns || (ahead >= 0 && ahead < 360)) {
            return coordinate;
        }
        double rest = ahead - 360 * Math.floor(ahead / 360);
        return rest < 360 ? value[0] + rest : value[0];
    }

    private int below(double x) {
        int found = Arrays.binarySearch(value, 0, used, x);
        return found >= 0 ? found : -found - 2;
    }

    private int stored(int position) {
        return reversed ? value.length - 1 - position : position;
    }

    private static int withinOneTurn(double[] value) {
        int used = value.length;
        while (used > 1 && value[used - 1] - value[0] > 360 - EDGE * (value[1] - value[0])) {
            used--;
        }
        return used;
    }

    private static double[] reverse(double[] axis) {
        double[] reversed = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            reversed[i] = axis[axis.length - 1 - i];
        }
        return reversed;
    }
}
