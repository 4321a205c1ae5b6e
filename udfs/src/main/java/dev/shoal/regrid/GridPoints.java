package dev.shoal.regrid;

/** What holds of the positions of every grid whose points have their own. */
final class GridPoints {

    private GridPoints() {}

    /**
     * Makes points with one coordinate missing holes; refuses arrays of another size, coordinates out of range, and
     * grids without a single position.
     */
    static void check(int ny, int nx, double[] lat, double[] lon) {
        if (ny < 1 || nx < 1 || lat.length != (long) ny * nx || lon.length != lat.length) {
            throw new IllegalArgumentException("Cannot make a grid of " + ny + " x " + nx + " points: there are "
                    + lat.length + " latitudes and " + lon.length + " longitudes, expected one of each per point.");
        }
        int positions = 0;
        for (int k = 0; k < lat.length; k++) {
            positions += placed(k, nx, lat, lon) ? 1 : 0;
        }
        if (positions == 0) {
            throw new IllegalArgumentException("Cannot make a grid of " + ny + " x " + nx
                    + " points: none has a latitude and a longitude, expected at least one.");
        }
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
