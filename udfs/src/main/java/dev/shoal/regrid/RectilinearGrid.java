package dev.shoal.regrid;

import java.util.Arrays;

/**
 * A grid whose rows share their latitude and whose columns share their longitude; rows and columns may run either way
 * and need not be evenly spaced.
 *
 * <p>The longitudes may have any origin and may jump by a whole turn anywhere ({@code 0 .. 179, -180 .. -1} is one
 * axis). A grid is <em>periodic</em> where the gap between its last and its first column is not wider than one and a
 * half times its widest step, or where columns come twice; then the last column's neighbour is the first.
 *
 * @param lat degrees north of each row, strictly rising or strictly falling; copied in, not to be changed by the
 *     receiver
 * @param lon degrees east of each column, strictly rising or falling once the jumps are taken out; copied in
 * @param latBounds the two bounds of each row's cells in degrees north, shape {@code (ny, 2)}, either way; copied in
 * @param lonBounds the two bounds of each column's cells in degrees east, shape {@code (nx, 2)}, either way; copied in
 */
public record RectilinearGrid(double[] lat, double[] lon, double[] latBounds, double[] lonBounds) implements Grid {
    private static final double WIDEST_SPAN = 540;

    /**
     * Refuses empty axes, values out of range or NaN, axes that turn back, more than a turn and a half of columns, and
     * bounds that make no cells.
     */
    public RectilinearGrid {
        lat = lat.clone();
        lon = lon.clone();
        latBounds = latBounds.clone();
        lonBounds = lonBounds.clone();
        checkRange("latitude", lat, 90);
        checkRange("longitude", lon, 720);
        checkMonotonic("latitude", lat);
        checkMonotonic("longitude", Longitudes.unwrapped(lon));
        if (span(lon) > WIDEST_SPAN) {
            throw new IllegalArgumentException("Cannot make a grid: its longitudes go through " + span(lon)
                    + " degrees, expected at most " + WIDEST_SPAN + ".");
        }
        AxisBounds.check("latitude", lat, latBounds, 90);
        AxisBounds.check("longitude", lon, lonBounds, 1080);
    }

    /** Makes a grid whose cells reach half-way to their neighbours. */
    public RectilinearGrid(double[] lat, double[] lon) {
        this(lat, lon, AxisBounds.ofLatitudes(lat), AxisBounds.ofLongitudes(Longitudes.unwrapped(lon)));
    }

    @Override
    public int ny() {
        return lat.length;
    }

    @Override
    public int nx() {
        return lon.length;
    }

    @Override
    public double lat(int row, int column) {
        return lat[row];
    }

    @Override
    public double lon(int row, int column) {
        return lon[column];
    }

    /** Tells whether the columns go round the Earth. */
    public boolean periodic() {
        if (lon.length < 3) {
            return false;
        }
        double[] axis = Longitudes.unwrapped(lon);
        double widest = 0;
        for (int i = 1; i < axis.length; i++) {
            widest = Math.max(widest, Math.abs(axis[i] - axis[i - 1]));
        }
        return 360 - span(lon) <= 1.5 * widest;
    }

    @Override
    public String digest() {
        GridDigest digest = new GridDigest("rectilinear", ny(), nx()).add(lat).add(lon);
        return (hasOwnBounds() ? digest.add(latBounds).add(lonBounds) : digest).hex();
    }

    /** Tells whether the cells are others than those half-way to their neighbours. */
    public boolean hasOwnBounds() {
        return !Arrays.equals(latBounds, AxisBounds.ofLatitudes(lat))
                || !Arrays.equals(lonBounds, AxisBounds.ofLongitudes(Longitudes.unwrapped(lon)));
    }

    @Override
    public Box box() {
        double south = Math.min(lat[0], lat[lat.length - 1]);
        double north = Math.max(lat[0], lat[lat.length - 1]);
        if (periodic()) {
            return Box.allLongitudes(south, north);
        }
        double[] axis = Longitudes.unwrapped(lon);
        double west = Longitudes.normal(Math.min(axis[0], axis[axis.length - 1]));
        double east = Longitudes.normal(Math.max(axis[0], axis[axis.length - 1]));
        return new Box(west, south, east == -180 && west > east ? 180 : east, north);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RectilinearGrid grid
                && Arrays.equals(lat, grid.lat)
                && Arrays.equals(lon, grid.lon)
                && Arrays.equals(latBounds, grid.latBounds)
                && Arrays.equals(lonBounds, grid.lonBounds);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lat) + Arrays.hashCode(lon);
    }

    @Override
    public String toString() {
        return "rectilinear grid of " + ny() + " x " + nx() + " points in " + box();
    }

    private static double span(double[] lon) {
        double[] axis = Longitudes.unwrapped(lon);
        return Math.abs(axis[axis.length - 1] - axis[0]);
    }

    private static void checkRange(String name, double[] axis, double limit) {
        if (axis.length == 0) {
            throw new IllegalArgumentException("Cannot make a grid: it has no " + name + ", expected at least one.");
        }
        for (int i = 0; i < axis.length; i++) {
            if (!(Math.abs(axis[i]) <= limit)) {
                throw new IllegalArgumentException("Cannot make a grid: " + name + " " + i + " is " + axis[i]
                        + ", expected a number in [-" + limit + ", " + limit + "].");
            }
        }
    }

    private static void checkMonotonic(String name, double[] axis) {
        for (int i = 1; i < axis.length; i++) {
            double first = axis[1] - axis[0];
            if (!((axis[i] - axis[i - 1]) * first > 0)) {
                throw new IllegalArgumentException("Cannot make a grid: " + name + " goes from " + axis[i - 1] + " to "
                        + axis[i] + " at position " + i + ", expected it to keep rising or to keep falling.");
            }
        }
    }
}
