package dev.shoal.regrid;

import java.util.Arrays;

/**
 * A grid whose every point has its own position: model grids (ROMS, NEMO, tripolar grids with a fold), and swaths.
 *
 * @param ny number of rows
 * @param nx number of columns
 * @param lat degrees north, shape {@code (ny, nx)} row by row; NaN where the grid has a hole; copied in, not to be
 *     changed by the receiver
 * @param lon degrees east, same shape; a point with either coordinate NaN is a hole and has both NaN here
 */
public record CurvilinearGrid(int ny, int nx, double[] lat, double[] lon) implements Grid {

    /** Refuses arrays of another size, coordinates out of range, and a grid without a single position. */
    public CurvilinearGrid {
        if (ny < 1 || nx < 1 || lat.length != (long) ny * nx || lon.length != lat.length) {
            throw new IllegalArgumentException("Cannot make a grid of " + ny + " x " + nx + " points: there are "
                    + lat.length + " latitudes and " + lon.length + " longitudes, expected one of each per point.");
        }
        lat = lat.clone();
        lon = lon.clone();
        int positions = 0;
        for (int k = 0; k < lat.length; k++) {
            positions += placed(k, nx, lat, lon) ? 1 : 0;
        }
        if (positions == 0) {
            throw new IllegalArgumentException("Cannot make a grid of " + ny + " x " + nx
                    + " points: none has a latitude and a longitude, expected at least one.");
        }
    }

    @Override
    public double lat(int row, int column) {
        return lat[row * nx + column];
    }

    @Override
    public double lon(int row, int column) {
        return lon[row * nx + column];
    }

    @Override
    public String digest() {
        return new GridDigest("curvilinear", ny, nx).add(lat).add(lon).hex();
    }

    @Override
    public Box box() {
        Box box = Box.around(lat, lon).orElseThrow();
        return 360 - box.width() <= 2 * meanStep() ? Box.allLongitudes(box.south(), box.north()) : box;
    }

    @Override
    public Weights weightsTo(RectilinearGrid target, GridWindow window, Method method) {
        Weights.checkWindow(target, window);
        return method == Method.NEAREST
                ? new NearestOfCurvilinear(this, target, window).weights()
                : new BilinearOfCurvilinear(this, target, window).weights();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurvilinearGrid grid
                && ny == grid.ny
                && nx == grid.nx
                && Arrays.equals(lat, grid.lat)
                && Arrays.equals(lon, grid.lon);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * ny + Arrays.hashCode(lat)) + Arrays.hashCode(lon);
    }

    @Override
    public String toString() {
        return "curvilinear grid of " + ny + " x " + nx + " points in " + box();
    }

    /**
     * Returns the mean longitude step between neighbours in a row: a gap much wider than this is open sea beyond the
     * grid.
     */
    private double meanStep() {
        double sum = 0;
        long count = 0;
        for (int k = 1; k < lon.length; k++) {
            double step = k % nx == 0 ? Double.NaN : Math.abs(Longitudes.step(lon[k - 1], lon[k]));
            if (!Double.isNaN(step)) {
                sum += step;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static boolean placed(int k, int nx, double[] lat, double[] lon) {
        if (Double.isNaN(lat[k]) || Double.isNaN(lon[k])) {
            lat[k] = Double.NaN;
            lon[k] = Double.NaN;
            return false;
        }
        if (!(Math.abs(lat[k]) <= 90) || !(Math.abs(lon[k]) <= 720)) {
            throw new IllegalArgumentException(
                    "Cannot make a grid: point (" + k / nx + ", " + k % nx + ") has latitude "
                            + lat[k] + " and longitude " + lon[k]
                            + ", expected them in [-90, 90] and [-720, 720], or NaN for a hole.");
        }
        return true;
    }
}
