package dev.shoal.regrid;

import dev.shoal.regrid.sphere.Degrees;
import dev.shoal.regrid.sphere.SphericalMoment;
import dev.shoal.regrid.sphere.SphericalPolygon;
import java.util.BitSet;

/**
 * The centroids of a grid's cells: the mean of the position vector over each cell, a little below the sphere. Not to be
 * changed.
 *
 * @param x towards longitude 0 on the equator, one for each cell, in Earth radii; NaN where there is no cell
 * @param y towards longitude 90 on the equator
 * @param z towards the North Pole
 */
record Centroids(double[] x, double[] y, double[] z) {
    private static final int CELLS_PER_PART = 4096;

    /** Reckons the centroids of the cells of a source, numbered up to {@code count}. */
    static Centroids of(PolygonSource source, int count, int threads) {
        Centroids centroids = new Centroids(new double[count], new double[count], new double[count]);
        int parts = (count + CELLS_PER_PART - 1) / CELLS_PER_PART;
        Parallel.each(threads, parts, part -> {
            SphericalPolygon polygon = new SphericalPolygon();
            double[] moment = new double[3];
            int end = Math.min(count, (part + 1) * CELLS_PER_PART);
            for (int cell = part * CELLS_PER_PART; cell < end; cell++) {
                double area = source.load(cell, polygon);
                SphericalMoment.of(polygon, moment);
                centroids.put(cell, moment, area > 0 ? area : Double.NaN);
            }
        });
        return centroids;
    }

    /** Reckons the centroids of cells between parallels and meridians; columns left out have none. */
    static Centroids of(RectilinearGrid grid, BitSet columnsLeftOut) {
        CellRows rows = new CellRows(grid);
        CellColumns columns = new CellColumns(grid);
        Centroids centroids = new Centroids(new double[grid.size()], new double[grid.size()], new double[grid.size()]);
        for (int cell = 0; cell < grid.size(); cell++) {
            int row = cell / grid.nx();
            int column = cell - row * grid.nx();
            double half = 0.5 * columns.width(column);
            double middle = columns.west(column) + half;
            RectangleMoment moment = RectangleMoment.of(rows.south(row), rows.north(row), -half, half);
            double area = rows.height(row) * columns.radians(column);
            double[] xyz = {
                moment.outward() * Degrees.cos(middle), moment.outward() * Degrees.sin(middle), moment.along()
            };
            centroids.put(cell, xyz, columnsLeftOut.get(column) ? Double.NaN : area);
        }
        return centroids;
    }

    private void put(int cell, double[] moment, double area) {
        x[cell] = moment[0] / area;
        y[cell] = moment[1] / area;
        z[cell] = moment[2] / area;
    }

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
