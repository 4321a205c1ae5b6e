package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The band around the median in which a value passes the MEDD test: as far off as the distance in the plane of value
 * and pressure (MEDD test specification 1.2, step 7 and {@code relative_2D_distance}).
 */
final class MeddBand {

    /** Pressure that is as long as the extent of values, in dbar. */
    private static final double PRESSURE_EXTENT = 700;

    /** The most points put between two levels: more lie farther apart than any ocean reaches. */
    private static final double MOST_BETWEEN = 1000;

    private static final double MARGIN = 0.2;

    private final double[] lower;
    private final double[] upper;

    /**
     * Makes the band.
     *
     * @param median shape {@code (n)}, all finite
     * @param pressure dbar, shape {@code (n)}, ascending
     * @param limits of the variable
     */
    MeddBand(double[] median, double[] pressure, MeddLimits limits) {
        lower = new double[median.length];
        upper = new double[median.length];
        double extent = extent(median, limits);
        double[] y = new double[pressure.length];
        Arrays.setAll(y, i -> pressure[i] * extent / PRESSURE_EXTENT);
        double start = Double.NEGATIVE_INFINITY;
        for (int zone = 0; zone < limits.distance().size(); zone++) {
            double end = zone < MeddLimits.ZONES.size() ? MeddLimits.ZONES.get(zone) : Double.POSITIVE_INFINITY;
            fill(median, y, limits.distance().get(zone) * extent, first(pressure, start), first(pressure, end));
            start = end;
        }
    }

    /** Returns the smallest value that passes at every level. */
    double[] lower() {
        return lower;
    }

    /** Returns the largest value that passes at every level. */
    double[] upper() {
        return upper;
    }

    private static double extent(double[] median, MeddLimits limits) {
        double least = DoubleStream.of(median).min().orElse(0);
        double most = DoubleStream.of(median).max().orElse(0);
        return Math.max(Math.min(most - least, limits.widest()), limits.narrowest());
    }

    private static int first(double[] pressure, double from) {
        int first = 0;
        while (first < pressure.length && pressure[first] < from) {
            first++;
        }
        return first;
    }

    private void fill(double[] x, double[] y, double distance, int start, int end) {
        if (start == end) {
            return;
        }
        double[][] curve = dense(x, y, distance);
        int from = 0;
        for (int level = start; level < end; level++) {
            while (y[level] - curve[1][from] > distance) {
                from++;
            }
            around(level, y[level], distance, curve, from);
        }
    }

    private void around(int level, double y, double distance, double[][] curve, int from) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = from; i < curve[1].length && curve[1][i] - y <= distance; i++) {
            double apart = (y - curve[1][i]) * (y - curve[1][i]);
            double reach = Math.sqrt(Math.max(0, distance * distance - apart));
            least = Math.min(least, curve[0][i] - reach);
            most = Math.max(most, curve[0][i] + reach);
        }
        lower[level] = least;
        upper[level] = most;
    }

    /** Returns the curve's points with others between those that lie farther apart than the distance. */
    private static double[][] dense(double[] x, double[] y, double distance) {
        DoubleStream.Builder denseX = DoubleStream.builder();
        DoubleStream.Builder denseY = DoubleStream.builder();
        for (int i = 0; i < x.length; i++) {
            denseX.add(x[i]);
            denseY.add(y[i]);
            if (i + 1 < x.length) {
                double stepX = x[i + 1] - x[i];
                double stepY = y[i + 1] - y[i];
                double between = Math.min(Math.floor(Math.hypot(stepX, stepY) / distance - MARGIN), MOST_BETWEEN);
                for (int k = 1; k <= between; k++) {
                    denseX.add(x[i] + stepX * k / (between + 1));
                    denseY.add(y[i] + stepY * k / (between + 1));
                }
            }
        }
        return new double[][] {denseX.build().toArray(), denseY.build().toArray()};
    }
}
