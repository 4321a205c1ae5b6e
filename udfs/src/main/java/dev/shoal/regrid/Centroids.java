package dev.shoal.regrid;

/**
 * The centroids of a grid's cells: the mean of the position vector over each cell, a little below the sphere. Not to be
 * changed.
 *
 * @param x towards longitude 0 on the equator, one for each cell, in Earth radii; NaN where there is no cell
 * @param y towards longitude 90 on the equator
 * @param z towards the North Pole
 */
record Centroids(double[] x, double[] y, double[] z) {

    boolean exists(int cell) {
        return !Double.isNaN(x[cell]);
    }

    /** Writes the unit vectors to the east and to the north at a cell's centroid, three numbers each. */
    void directions(int cell, double[] eastAndNorth) {
        double across = Math.hypot(x[cell], y[cell]);
        double length = Math.hypot(across, z[cell]);
        // At a pole any two directions do, if they are always the same.
        double eastX = across > 0 ? -y[cell] / across : 0;
        double eastY = across > 0 ? x[cell] / across : 1;
        eastAndNorth[0] = eastX;
        eastAndNorth[1] = eastY;
        eastAndNorth[2] = 0;
        eastAndNorth[3] = -z[cell] * eastY / length;
        eastAndNorth[4] = z[cell] * eastX / length;
        eastAndNorth[5] = across / length;
    }
}
