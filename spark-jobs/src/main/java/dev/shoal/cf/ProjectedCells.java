package dev.shoal.cf;

import dev.shoal.regrid.CellCorners;

/**
 * Brings points and rectangles of a map's plane to the Earth.
 *
 * @param mapping whose plane it is; it has a projection
 * @param unit how much of the plane's own unit one of the coordinates' is
 */
record ProjectedCells(GridMapping mapping, double unit) {

    /** Returns bounds half-way between neighbours, the outermost as far out as in, shape {@code (n, 2)}. */
    static double[] halfway(double[] axis) {
        int n = axis.length;
        double[] bounds = new double[2 * n];
        for (int i = 0; i < n; i++) {
            double behind = n == 1 ? 1 : axis[Math.max(i, 1)] - axis[Math.max(i, 1) - 1];
            double ahead = n == 1 ? 1 : axis[Math.min(i, n - 2) + 1] - axis[Math.min(i, n - 2)];
            bounds[2 * i] = axis[i] - behind / 2;
            bounds[2 * i + 1] = axis[i] + ahead / 2;
        }
        return bounds;
    }

    /** Returns latitudes and longitudes of all points, row by row; NaN off the Earth. */
    double[][] points(double[] rows, double[] columns) {
        Projection projection = mapping.projection().orElseThrow();
        double[] lat = new double[rows.length * columns.length];
        double[] lon = new double[lat.length];
        for (int k = 0; k < lat.length; k++) {
            double[] lonLat = projection.lonLat(
                    columns[k % columns.length] * unit - mapping.falseEasting(),
                    rows[k / columns.length] * unit - mapping.falseNorthing());
            lon[k] = lonLat[0];
            lat[k] = lonLat[1];
        }
        return new double[][] {lat, lon};
    }

    /**
     * Returns the corners of the cells between bounds, counter-clockwise in the plane from the first bounds of both.
     *
     * @param rows shape {@code (ny, 2)}
     * @param columns shape {@code (nx, 2)}
     */
    CellCorners corners(double[] rows, double[] columns) {
        int ny = rows.length / 2;
        int nx = columns.length / 2;
        double[][] at = points(rows, columns);
        double[] lat = new double[4 * ny * nx];
        double[] lon = new double[4 * ny * nx];
        for (int k = 0; k < ny * nx; k++) {
            for (int corner = 0; corner < 4; corner++) {
                int row = 2 * (k / nx) + (corner < 2 ? 0 : 1);
                int column = 2 * (k % nx) + (corner == 1 || corner == 2 ? 1 : 0);
                lat[4 * k + corner] = at[0][row * 2 * nx + column];
                lon[4 * k + corner] = at[1][row * 2 * nx + column];
            }
        }
        return withoutTorn(lat, lon);
    }

    /** A cell with a corner off the Earth is none. */
    private static CellCorners withoutTorn(double[] lat, double[] lon) {
        for (int cell = 0; cell < lat.length; cell += 4) {
            boolean torn = Double.isNaN(lat[cell] + lat[cell + 1] + lat[cell + 2] + lat[cell + 3]);
            for (int k = cell; torn && k < cell + 4; k++) {
                lat[k] = Double.NaN;
                lon[k] = Double.NaN;
            }
        }
        return new CellCorners(4, lat, lon);
    }
}
