package dev.shoal.job.report;

import java.util.Arrays;

/** Draws the cells of a curvilinear grid into a picture of even cells: each pixel takes the cell it lies in. */
final class CellPainter {

    private final int rows;
    private final int columns;
    private final double[] lat;
    private final double[] lon;

    private CellPainter(int rows, int columns, double[] lat, double[] lon) {
        this.rows = rows;
        this.columns = columns;
        this.lat = lat;
        this.lon = lon;
    }

    static Raster paint(
            String title, int rows, int columns, double[] lat, double[] lon, double[] values, int pixelColumns) {
        double south = edge(lat, false);
        double north = edge(lat, true);
        double west = edge(lon, false);
        double east = edge(lon, true);
        double shape = (north - south) / (east - west) / Math.cos(Math.toRadians((south + north) / 2));
        int pixelRows = Math.max(2, (int) Math.round(pixelColumns * shape));
        double[] picture = new double[pixelRows * pixelColumns];
        Arrays.fill(picture, Double.NaN);
        Raster raster = new Raster(title, pixelRows, pixelColumns, south, north, west, east, picture);
        CellPainter painter = new CellPainter(rows, columns, lat, lon);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double value = values[row * columns + column];
                if (!Double.isNaN(value)) {
                    painter.fill(raster, row, column, value);
                }
            }
        }
        return raster;
    }

    /** Fills one cell, whose corners lie half way to its neighbours, as two triangles. */
    private void fill(Raster raster, int row, int column, double value) {
        double[] x = new double[4];
        double[] y = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double j = row + (corner < 2 ? -0.5 : 0.5);
            double i = column + (corner == 0 || corner == 3 ? -0.5 : 0.5);
            x[corner] = (at(lon, j, i) - raster.west()) / (raster.east() - raster.west()) * raster.columns();
            y[corner] = (at(lat, j, i) - raster.south()) / (raster.north() - raster.south()) * raster.rows();
            if (Double.isNaN(x[corner]) || Double.isNaN(y[corner])) {
                return;
            }
        }
        triangle(raster, x, y, new int[] {0, 1, 2}, value);
        triangle(raster, x, y, new int[] {0, 2, 3}, value);
    }

    /** Returns a coordinate between cells; beyond the outermost cells it goes on straight. */
    private double at(double[] coordinate, double j, double i) {
        int j0 = Math.max(0, Math.min(rows - 2, (int) Math.floor(j)));
        int i0 = Math.max(0, Math.min(columns - 2, (int) Math.floor(i)));
        double v = j - j0;
        double u = i - i0;
        double below = coordinate[j0 * columns + i0] * (1 - u) + coordinate[j0 * columns + i0 + 1] * u;
        double above = coordinate[(j0 + 1) * columns + i0] * (1 - u) + coordinate[(j0 + 1) * columns + i0 + 1] * u;
        return below * (1 - v) + above * v;
    }

    private static void triangle(Raster raster, double[] x, double[] y, int[] corners, double value) {
        double ax = x[corners[0]];
        double ay = y[corners[0]];
        double bx = x[corners[1]] - ax;
        double by = y[corners[1]] - ay;
        double cx = x[corners[2]] - ax;
        double cy = y[corners[2]] - ay;
        double area = bx * cy - by * cx;
        int top = (int) Math.min(raster.rows() - 1, Math.floor(ay + Math.max(0, Math.max(by, cy))));
        int right = (int) Math.min(raster.columns() - 1, Math.floor(ax + Math.max(0, Math.max(bx, cx))));
        for (int row = (int) Math.max(0, Math.floor(ay + Math.min(0, Math.min(by, cy)))); row <= top; row++) {
            int left = (int) Math.max(0, Math.floor(ax + Math.min(0, Math.min(bx, cx))));
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - ax;
                double py = row + 0.5 - ay;
                double u = (px * cy - py * cx) / area;
                double v = (bx * py - by * px) / area;
                if (u >= -1e-9 && v >= -1e-9 && u + v <= 1 + 1e-9) {
                    raster.values()[row * raster.columns() + column] = value;
                }
            }
        }
    }

    /** Returns the lowest or highest coordinate with a margin of half a percent. */
    private static double edge(double[] coordinate, boolean high) {
        double low = Double.POSITIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        for (double value : coordinate) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                top = Math.max(top, value);
            }
        }
        double margin = (top - low) * 0.005 + 1e-6;
        return high ? top + margin : low - margin;
    }
}
