package dev.shoal.qc.place;

/**
 * Values at the crossings of meridians and parallels; each stands for the cell around it.
 *
 * @param lon degrees east, ascending, less than 360 degrees apart altogether; lent, not changed
 * @param lat degrees north, ascending or descending; lent, not changed
 * @param values shape {@code (lat, lon)}, NaN where missing; lent, not changed
 */
public record Grid(double[] lon, double[] lat, float[] values) {

    /** Refuses axes that are not monotonic and values of another number. */
    public Grid {
        if (lon.length < 2 || lat.length < 2 || values.length != (long) lon.length * lat.length) {
            throw new IllegalArgumentException("Cannot make a grid of " + lon.length + " longitudes and " + lat.length
                    + " latitudes: found " + values.length
                    + " values, expected two or more of each and one value a crossing.");
        }
        requireAscending("longitude", lon, 1);
        requireAscending("latitude", lat, lat[0] < lat[1] ? 1 : -1);
        if (!(lon[lon.length - 1] - lon[0] < 360)) {
            throw new IllegalArgumentException("Cannot make a grid: found longitudes from " + lon[0] + " to "
                    + lon[lon.length - 1] + ", expected no meridian twice.");
        }
    }

    /** Returns the value of the cell a place lies in; NaN beyond the grid. */
    public double cell(double longitude, double latitude) {
        int row = nearest(lat, latitude);
        int column = nearest(lon, unwrapped(longitude));
        return row < 0 || column < 0 ? Double.NaN : value(row, column);
    }

    /**
     * Returns the value at a place, linear between the four crossings around it; round the globe where the grid goes
     * round it. Where one of the four is missing or beyond the grid it is the cell's own value.
     */
    public double interpolated(double longitude, double latitude) {
        double east = unwrapped(longitude);
        int row = below(lat, latitude);
        int column = columnBelow(east);
        if (row < 0 || column < 0) {
            return cell(longitude, latitude);
        }
        int next = (column + 1) % lon.length;
        double start = lon[column] > east ? lon[column] - 360 : lon[column];
        double end = next == 0 ? start + 360 - (lon[column] - lon[0]) : start + lon[next] - lon[column];
        double x = (east - start) / (end - start);
        double y = (latitude - lat[row]) / (lat[row + 1] - lat[row]);
        double near = value(row, column) + x * (value(row, next) - value(row, column));
        double far = value(row + 1, column) + x * (value(row + 1, next) - value(row + 1, column));
        double between = near + y * (far - near);
        return Double.isNaN(between) ? cell(longitude, latitude) : between;
    }

    private double value(int row, int column) {
        return values[row * lon.length + column];
    }

    /** Returns the meridian within the 360 degrees that begin half a cell before the grid. */
    private double unwrapped(double longitude) {
        double start = lon[0] - (lon[1] - lon[0]) / 2;
        double turned = (longitude - start) % 360;
        return start + (turned < 0 ? turned + 360 : turned);
    }

    private boolean isGlobal() {
        double gap = lon[0] + 360 - lon[lon.length - 1];
        return gap < 1.5 * (lon[1] - lon[0]);
    }

    private int columnBelow(double east) {
        if (isGlobal() && (east < lon[0] || east >= lon[lon.length - 1])) {
            return lon.length - 1;
        }
        return below(lon, east);
    }

    /** Returns the index of the interval that holds x, -1 where none does. */
    private static int below(double[] axis, double x) {
        int low = 0;
        int high = axis.length - 1;
        double sign = axis[0] < axis[1] ? 1 : -1;
        if (!(sign * (x - axis[0]) >= 0 && sign * (axis[high] - x) >= 0)) {
            return -1;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (sign * (x - axis[middle]) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index of the nearest node, -1 where x lies more than half a cell beyond the ends. */
    private static int nearest(double[] axis, double x) {
        int last = axis.length - 1;
        int interval = below(axis, x);
        if (interval >= 0) {
            return Math.abs(x - axis[interval]) <= Math.abs(axis[interval + 1] - x) ? interval : interval + 1;
        }
        if (Math.abs(x - axis[0]) <= Math.abs(axis[1] - axis[0]) / 2) {
            return 0;
        }
        return Math.abs(x - axis[last]) <= Math.abs(axis[last] - axis[last - 1]) / 2 ? last : -1;
    }

    private static void requireAscending(String name, double[] axis, int sign) {
        for (int i = 1; i < axis.length; i++) {
            if (!(sign * (axis[i] - axis[i - 1]) > 0)) {
                throw new IllegalArgumentException("Cannot make a grid: found the " + name + "s " + axis[i - 1]
                        + " and " + axis[i] + " at index " + i + ", expected them to go one way. Sort the grid.");
            }
        }
    }
}
