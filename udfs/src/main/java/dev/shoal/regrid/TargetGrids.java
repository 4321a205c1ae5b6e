package dev.shoal.regrid;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regular grids that can be regridded to. Every coordinate is the centre of a cell.
 *
 * <ul>
 *   <li>{@code global_STEP}, as {@code global_1} or {@code global_0.25}: latitudes from {@code -90 + STEP/2} northward,
 *       longitudes from {@code -180 + STEP/2} eastward, by STEP degrees, as CDO's grid of that name.
 *   <li>{@code rNXxNY}, as {@code r360x180}: NX longitudes from 0 eastward by {@code 360/NX}, NY latitudes from
 *       {@code -90 + 90/NY} northward by {@code 180/NY}, as CDO's grid of that name.
 *   <li>Steps of one's own, from the first to the last centre of either axis.
 * </ul>
 */
public final class TargetGrids {
    private static final Pattern GLOBAL = Pattern.compile("global_(\\d*\\.?\\d+)");
    private static final Pattern REGULAR = Pattern.compile("r(\\d{1,6})x(\\d{1,6})");
    private static final Pattern NUMBERS = Pattern.compile("\\D*?(\\d*\\.?\\d+)(?:\\D+(\\d+))?\\D*");
    private static final int MOST = 1_000_000;

    private TargetGrids() {}

    /** Makes the grid of a name. Refuses names of no grid, naming the nearest one. */
    public static RectilinearGrid named(String name) {
        Matcher global = GLOBAL.matcher(name);
        if (global.matches()) {
            return global(name, Double.parseDouble(global.group(1)));
        }
        Matcher regular = REGULAR.matcher(name);
        if (regular.matches()) {
            return regular(name, Integer.parseInt(regular.group(1)), Integer.parseInt(regular.group(2)));
        }
        throw new IllegalArgumentException(
                "Cannot make a target grid: there is no grid " + name + ", expected " + nearest(name)
                        + " or another of the form global_STEP or rNXxNY, or lat and lon with start, end and step each.");
    }

    /** Makes the grid of these rows and columns. */
    public static RectilinearGrid of(AxisSteps lat, AxisSteps lon) {
        return new RectilinearGrid(lat.values(), lon.values());
    }

    private static RectilinearGrid global(String name, double step) {
        double rows = 180 / step;
        if (!(rows >= 1 && rows <= MOST) || Math.abs(rows - Math.rint(rows)) > 1e-6 * rows) {
            throw new IllegalArgumentException("Cannot make the target grid " + name + ": 180 degrees hold " + rows
                    + " steps of " + step + ", expected a whole number from 1 to " + MOST + ".");
        }
        int ny = (int) Math.rint(rows);
        return new RectilinearGrid(centres(-90, 180, ny), centres(-180, 360, 2 * ny));
    }

    private static RectilinearGrid regular(String name, int nx, int ny) {
        if (nx < 1 || ny < 1) {
            throw new IllegalArgumentException("Cannot make the target grid " + name + ": it has " + nx
                    + " columns and " + ny + " rows, expected at least one of each.");
        }
        double[] lon = new double[nx];
        for (int i = 0; i < nx; i++) {
            lon[i] = i * 360.0 / nx;
        }
        return new RectilinearGrid(centres(-90, 180, ny), lon);
    }

    private static double[] centres(double start, double length, int count) {
        double[] centres = new double[count];
        for (int i = 0; i < count; i++) {
            centres[i] = start + (i + 0.5) * length / count;
        }
        return centres;
    }

    private static String nearest(String name) {
        Matcher numbers = NUMBERS.matcher(name);
        if (!numbers.matches()) {
            return "global_1";
        }
        return numbers.group(2) == null
                ? "global_" + numbers.group(1)
                : "r" + numbers.group(1) + "x" + numbers.group(2);
    }
}
