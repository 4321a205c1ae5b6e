package dev.shoal.regrid.vector;

import java.util.Arrays;

/**
 * The direction of a grid at each of its points: the angle from east to the direction in which columns are counted,
 * counter-clockwise, and whether vectors are turned by it.
 *
 * <p>A vector's components are taken along the columns' direction and along the one at a right angle to its left, as on
 * the orthogonal grids of ROMS and NEMO. Safe to share between threads.
 */
public final class GridAngle {
    private final double[] cosine;
    private final double[] sine;

    private GridAngle(double[] cosine, double[] sine) {
        this.cosine = cosine;
        this.sine = sine;
    }

    /**
     * Takes angles that are known, such as ROMS' {@code angle}.
     *
     * @param radians at each point; NaN where there is none; not changed
     */
    public static GridAngle of(double[] radians) {
        return new GridAngle(
                Arrays.stream(radians).map(Math::cos).toArray(),
                Arrays.stream(radians).map(Math::sin).toArray());
    }

    /**
     * Reckons angles from the positions of points: the direction, on the sphere, of the chord from the point before in
     * the row to the point after; at an end of the row or beside a hole from or to the point itself. At a pole, east is
     * that of the pole's own longitude.
     *
     * @param rows of the grid
     * @param lat degrees north, shape {@code (rows, columns)}; NaN at holes; not changed
     * @param lon degrees east, same shape; not changed
     * @throws IllegalArgumentException where a row has fewer than two points
     */
    public static GridAngle ofPoints(int rows, double[] lat, double[] lon) {
        if (rows < 1 || lat.length != lon.length || lat.length % rows != 0 || lat.length < 2 * rows) {
            throw new IllegalArgumentException("Cannot reckon the directions of a grid of " + rows + " rows from "
                    + lat.length + " latitudes and " + lon.length
                    + " longitudes, expected as many of each, two or more in a row.");
        }
        int columns = lat.length / rows;
        double[] cosine = new double[lat.length];
        double[] sine = new double[lat.length];
        for (int point = 0; point < lat.length; point++) {
            int column = point % columns;
            int before = column == 0 || Double.isNaN(lat[point - 1]) ? point : point - 1;
            int after = column == columns - 1 || Double.isNaN(lat[point + 1]) ? point : point + 1;
            LocalFrame frame = LocalFrame.at(lat[point], lon[point]);
            double[] way = LocalFrame.way(lat[before], lon[before], lat[after], lon[after]);
            double east = frame.east(way[0], way[1], way[2]);
            double north = frame.north(way[0], way[1], way[2]);
            double length = Math.hypot(east, north);
            cosine[point] = before == after ? Double.NaN : east / length;
            sine[point] = before == after ? Double.NaN : north / length;
        }
        return new GridAngle(cosine, sine);
    }

    /** Returns the number of points. */
    public int size() {
        return cosine.length;
    }

    /** Returns the angle at a point in radians, in [-pi, pi]. */
    public double radians(int point) {
        return Math.atan2(sine[point], cosine[point]);
    }

    /** Returns the angles of some of the points, one after another. */
    public GridAngle part(int[] points) {
        return new GridAngle(
                Arrays.stream(points).mapToDouble(point -> cosine[point]).toArray(),
                Arrays.stream(points).mapToDouble(point -> sine[point]).toArray());
    }

    /**
     * Turns components along the grid into eastward and northward ones, in place.
     *
     * @param fields number of fields that follow each other in both arrays
     * @param along the component along the columns' direction, overwritten by the eastward one; NaN means missing
     * @param across the component to its left, overwritten by the northward one; where either is NaN both become so
     */
    public void toEastNorth(int fields, double[] along, double[] across) {
        turn(fields, along, across, 1);
    }

    /** Turns eastward and northward components into those along the grid, in place; undoes {@link #toEastNorth}. */
    public void toGrid(int fields, double[] east, double[] north) {
        turn(fields, east, north, -1);
    }

    private void turn(int fields, double[] first, double[] second, int sign) {
        if (first.length != second.length || first.length != fields * (long) cosine.length) {
            throw new IllegalArgumentException("Cannot turn vectors: there are " + first.length + " and "
                    + second.length + " components, expected " + fields * (long) cosine.length + " of each.");
        }
        for (int field = 0; field < fields; field++) {
            int at = field * cosine.length;
            for (int point = 0; point < cosine.length; point++) {
                double a = first[at + point];
                double b = second[at + point];
                first[at + point] = a * cosine[point] - sign * b * sine[point];
                second[at + point] = sign * a * sine[point] + b * cosine[point];
            }
        }
    }
}
