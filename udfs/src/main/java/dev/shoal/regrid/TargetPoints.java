package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The points of a window of a grid, one row at a time, as degrees and as unit vectors. What is told of a point depends
 * on its two coordinates alone, to the last bit, and not on the kind of grid or the window. For one thread.
 */
final class TargetPoints {
    private final Grid grid;
    private final GridWindow window;
    private final double[] lat;
    private final double[] lon;
    private final double[] cosLon;
    private final double[] sinLon;
    private final double[] cosLat;
    private final double[] sinLat;
    private int row;

    TargetPoints(Grid grid, GridWindow window) {
        this.grid = grid;
        this.window = window;
        int columns = window.columns();
        this.lat = new double[columns];
        this.lon = new double[columns];
        this.cosLon = new double[columns];
        this.sinLon = new double[columns];
        this.cosLat = new double[columns];
        this.sinLat = new double[columns];
        if (grid instanceof RectilinearGrid) {
            takeLongitudes(0);
        }
    }

    GridWindow window() {
        return window;
    }

    /** Goes to a row of the grid, one of the window's. */
    void take(int gridRow) {
        this.row = gridRow;
        if (grid instanceof RectilinearGrid rectilinear) {
            double phi = Math.toRadians(rectilinear.lat()[gridRow]);
            Arrays.fill(lat, rectilinear.lat()[gridRow]);
            Arrays.fill(cosLat, Math.cos(phi));
            Arrays.fill(sinLat, Math.sin(phi));
            return;
        }
        takeLongitudes(gridRow);
        for (int i = 0; i < lat.length; i++) {
            lat[i] = grid.lat(gridRow, window.x0() + i);
            double phi = Math.toRadians(lat[i]);
            cosLat[i] = Math.cos(phi);
            sinLat[i] = Math.sin(phi);
        }
    }

    /** Returns the number in the grid of the row's point {@code i}, counted from the window's first column. */
    int number(int i) {
        return row * grid.nx() + window.x0() + i;
    }

    /** Tells whether point {@code i} has no position. */
    boolean isHole(int i) {
        return Double.isNaN(lat[i]);
    }

    double lat(int i) {
        return lat[i];
    }

    double lon(int i) {
        return lon[i];
    }

    double x(int i) {
        return cosLat[i] * cosLon[i];
    }

    double y(int i) {
        return cosLat[i] * sinLon[i];
    }

    double z(int i) {
        return sinLat[i];
    }

    double cosLat(int i) {
        return cosLat[i];
    }

    double cosLon(int i) {
        return cosLon[i];
    }

    double sinLon(int i) {
        return sinLon[i];
    }

    private void takeLongitudes(int gridRow) {
        for (int i = 0; i < lon.length; i++) {
            lon[i] = grid.lon(gridRow, window.x0() + i);
            double lambda = Math.toRadians(lon[i]);
            cosLon[i] = Math.cos(lambda);
            sinLon[i] = Math.sin(lambda);
        }
    }
}
