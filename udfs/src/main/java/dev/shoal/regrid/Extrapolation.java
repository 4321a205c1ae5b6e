package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Locale;

/**
 * How target cells are filled that are missing after regridding: outside the source, under land, or where a rule for
 * missing values wants more than there is. Target cells without a position stay missing.
 *
 * @param filling where the values come from
 * @param count how many neighbours {@link Filling#INVERSE_DISTANCE} takes, how many passes {@link Filling#CREEP} makes;
 *     1 otherwise
 * @param reachDegrees of a great circle from the target's point beyond which no source point is taken, in (0, 180]; 180
 *     with {@link Filling#CREEP}, whose passes are its reach
 */
public record Extrapolation(Filling filling, int count, double reachDegrees) implements Serializable {
    /** Nothing is filled. */
    public static final Extrapolation NONE = new Extrapolation(Filling.NONE, 1, 180);

    private static final int MOST = 1000;
    private static final double EVERYWHERE = 180;

    /** Refuses numbers that no filling can have. */
    public Extrapolation {
        boolean counts = filling == Filling.INVERSE_DISTANCE || filling == Filling.CREEP;
        if (count < 1 || count > (counts ? MOST : 1)) {
            throw new IllegalArgumentException("Cannot extrapolate by " + name(filling) + " with " + count
                    + (filling == Filling.CREEP ? " passes" : " neighbours") + ", expected "
                    + (counts ? "1 to " + MOST : "1") + ".");
        }
        if (!(reachDegrees > 0 && reachDegrees <= EVERYWHERE)) {
            throw new IllegalArgumentException("Cannot extrapolate as far as " + reachDegrees
                    + " degrees, expected a number above 0 and up to 180.");
        }
        if (filling == Filling.CREEP && reachDegrees != EVERYWHERE) {
            throw new IllegalArgumentException("Cannot extrapolate by creep as far as " + reachDegrees
                    + " degrees, expected no distance. Give the number of passes, one cell each.");
        }
    }

    /** Returns the filling from the nearest valid source point. */
    public static Extrapolation nearest() {
        return new Extrapolation(Filling.NEAREST, 1, EVERYWHERE);
    }

    /** Returns the filling from the nearest valid source points. */
    public static Extrapolation inverseDistance(int neighbours) {
        return new Extrapolation(Filling.INVERSE_DISTANCE, neighbours, EVERYWHERE);
    }

    /** Returns the filling from neighbours in the target grid. */
    public static Extrapolation creep(int passes) {
        return new Extrapolation(Filling.CREEP, passes, EVERYWHERE);
    }

    /** Returns the same filling from source points up to a distance. */
    public Extrapolation within(double degrees) {
        return new Extrapolation(filling, count, degrees);
    }

    /** Refuses a target grid that the filling cannot be done on. */
    public void check(Grid target) {
        if (filling == Filling.CREEP && target instanceof UnstructuredGrid) {
            throw new IllegalArgumentException("Cannot extrapolate by creep on a target that is a " + target
                    + ", expected a grid with rows and columns. Take nearest or inverse-distance.");
        }
    }

    /**
     * Returns the source cells that are needed for a window of the target: all of them where a missing target may take
     * from anywhere, since which points are valid shows only when they are read.
     *
     * @param needed what the weights of the window need
     */
    public GridWindow sourceHalo(Grid source, GridWindow needed) {
        boolean fromSource = filling == Filling.NEAREST || filling == Filling.INVERSE_DISTANCE;
        return fromSource ? GridWindow.of(source) : needed;
    }

    /**
     * Returns the target cells that must be regridded so that a window of them can be filled: {@link #count} more on
     * each side for {@link Filling#CREEP}, over the seam of a target that goes round the Earth.
     */
    public GridWindow targetHalo(Grid target, GridWindow wanted) {
        if (filling != Filling.CREEP || wanted.isEmpty()) {
            return wanted;
        }
        int x0 = wanted.x0() - count;
        int x1 = wanted.x1() + count;
        boolean overSeam = goesRound(target) && (x0 < 0 || x1 > target.nx());
        return new GridWindow(
                Math.max(0, wanted.y0() - count),
                Math.min(target.ny(), wanted.y1() + count),
                overSeam ? 0 : Math.max(0, x0),
                overSeam ? target.nx() : Math.min(target.nx(), x1));
    }

    /** Returns the extrapolation as a word that differs wherever values may. */
    public String key() {
        String number = count > 1 || filling == Filling.CREEP ? "-" + count : "";
        return name(filling) + number + (reachDegrees < EVERYWHERE ? "-within-" + reachDegrees : "");
    }

    /** Tells whether a target's last column has its first as a neighbour. */
    static boolean goesRound(Grid target) {
        return target instanceof RectilinearGrid grid && grid.periodic();
    }

    private static String name(Filling filling) {
        return filling.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
