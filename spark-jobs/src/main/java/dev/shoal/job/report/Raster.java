package dev.shoal.job.report;

/**
 * A picture of values over latitude and longitude, in cells of one size.
 *
 * @param title above the picture
 * @param rows number of rows
 * @param columns number of columns
 * @param south outer edge in degrees north
 * @param north outer edge in degrees north
 * @param west outer edge in degrees east
 * @param east outer edge in degrees east
 * @param values shape (rows, columns), southernmost row first; NaN where there is none; owned by the raster
 */
public record Raster(
        String title, int rows, int columns, double south, double north, double west, double east, double[] values) {

    /** Refuses another number of values, and a box without area. */
    public Raster {
        if (values.length != rows * columns || values.length == 0) {
            throw new IllegalArgumentException("Cannot picture \"" + title + "\": " + values.length
                    + " values, expected " + rows + " x " + columns + ".");
        }
        if (!(south < north) || !(west < east)) {
            throw new IllegalArgumentException("Cannot picture \"" + title + "\": box from " + south + " to " + north
                    + " and " + west + " to " + east + " degrees has no area.");
        }
    }

    /**
     * Pictures a grid of evenly spaced latitudes and longitudes.
     *
     * @param lat middles of the rows, at least 2, up or down
     * @param lon middles of the columns, at least 2, increasing
     * @param values shape (lat, lon); copied
     */
    public static Raster regular(String title, double[] lat, double[] lon, double[] values) {
        double latStep = (lat[lat.length - 1] - lat[0]) / (lat.length - 1);
        double lonStep = (lon[lon.length - 1] - lon[0]) / (lon.length - 1);
        double first = lat[0] - latStep / 2;
        double last = lat[lat.length - 1] + latStep / 2;
        double[] upward = latStep > 0 ? values.clone() : turned(values, lat.length, lon.length);
        return new Raster(
                title,
                lat.length,
                lon.length,
                Math.min(first, last),
                Math.max(first, last),
                lon[0] - lonStep / 2,
                lon[lon.length - 1] + lonStep / 2,
                upward);
    }

    /**
     * Pictures a grid with coordinates of its own for every cell, by drawing the cells.
     *
     * @param rows of the grid, at least 2
     * @param columns of the grid, at least 2
     * @param lat shape (rows, columns); cells at NaN are left out
     * @param lon shape (rows, columns), without a jump across the date line
     * @param values shape (rows, columns)
     * @param pixelColumns width of the picture
     */
    public static Raster curvilinear(
            String title, int rows, int columns, double[] lat, double[] lon, double[] values, int pixelColumns) {
        return CellPainter.paint(title, rows, columns, lat, lon, values, pixelColumns);
    }

    /** Returns the width divided by the height that show the box in the middle's true proportions. */
    double aspect() {
        return (east - west) * Math.cos(Math.toRadians((south + north) / 2)) / (north - south);
    }

    private static double[] turned(double[] values, int rows, int columns) {
        double[] out = new double[values.length];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(values, row * columns, out, (rows - 1 - row) * columns, columns);
        }
        return out;
    }
}
