package dev.shoal.regrid;

import dev.shoal.regrid.sphere.LatitudeCircle;
import dev.shoal.regrid.sphere.SphericalArea;
import java.util.Arrays;

/** The rows of a rectilinear grid's cells, between two circles of latitude each. */
final class CellRows {
    private final double[] south;
    private final double[] north;
    private final LatitudeCircle[] lower;
    private final LatitudeCircle[] upper;
    private final double[] height;
    private final Intervals byLatitude;
    private final Intervals byHeight;

    /** Takes all rows of a grid. */
    CellRows(RectilinearGrid grid) {
        this(grid, 0, grid.ny());
    }

    /** Takes rows {@code from} to {@code to} of a grid, numbered from 0; what reaches past a pole ends there. */
    CellRows(RectilinearGrid grid, int from, int to) {
        int ny = to - from;
        south = new double[ny];
        north = new double[ny];
        lower = new LatitudeCircle[ny];
        upper = new LatitudeCircle[ny];
        double[] start = new double[ny];
        double[] end = new double[ny];
        for (int j = 0; j < ny; j++) {
            double one = grid.latBounds()[2 * (from + j)];
            double other = grid.latBounds()[2 * (from + j) + 1];
            south[j] = Math.max(-90, Math.min(one, other));
            north[j] = Math.min(90, Math.max(one, other));
            lower[j] = LatitudeCircle.of(south[j]);
            upper[j] = LatitudeCircle.of(north[j]);
            start[j] = lower[j].z();
            end[j] = upper[j].z();
        }
        byHeight = new Intervals(start, end);
        byLatitude = new Intervals(south, north);
        height = new double[ny];
        Arrays.setAll(height, j -> SphericalArea.zone(south[j], north[j]));
    }

    int count() {
        return south.length;
    }

    double south(int row) {
        return south[row];
    }

    double north(int row) {
        return north[row];
    }

    LatitudeCircle lower(int row) {
        return lower[row];
    }

    LatitudeCircle upper(int row) {
        return upper[row];
    }

    /** Returns the height of a row, the difference of its sines: its share of the area of half the sphere. */
    double height(int row) {
        return height[row];
    }

    /** Returns the rows ordered by their latitudes in degrees. */
    Intervals byLatitude() {
        return byLatitude;
    }

    /** Returns the rows ordered by the sines of their latitudes. */
    Intervals byHeight() {
        return byHeight;
    }
}
