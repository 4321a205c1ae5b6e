package dev.shoal.qc.neighbour;

import java.util.Random;
import java.util.stream.IntStream;

/** Observations for tests. */
final class SomePoints {

    private SomePoints() {}

    /** Makes observations of one time and height, each of its own platform. */
    static Points at(double[] lats, double[] lons, double[] values) {
        int size = lats.length;
        return new Points(
                lats,
                lons,
                new long[size],
                new double[size],
                values,
                IntStream.range(0, size).toArray(),
                size);
    }

    /** Makes a seeded crowd across the antimeridian, within about 300 km and 10 hours. */
    static Points crowd(long seed, int size) {
        Random random = new Random(seed);
        double[] lats = random.doubles(size, 58, 61).toArray();
        double[] lons = random.doubles(size, 177.5, 182.5).toArray();
        long[] times =
                random.longs(size, 0, 36_000).map(second -> second * 1_000_000).toArray();
        double[] heights = random.doubles(size, 0, 300).toArray();
        double[] values = random.doubles(size, 8, 9).toArray();
        for (int i = 0; i < size; i++) {
            lons[i] = lons[i] > 180 ? lons[i] - 360 : lons[i];
            values[i] += random.nextInt(15) == 0 ? random.nextGaussian() * 5 : 0;
            values[i] = random.nextInt(40) == 0 ? Double.NaN : values[i];
            times[i] = random.nextInt(50) == 0 ? Points.NO_TIME : times[i];
        }
        int[] platforms = random.ints(size, 0, size / 3).toArray();
        return new Points(lats, lons, times, heights, values, platforms, size);
    }

    /** Returns some of the observations, in the order given. */
    static Points take(Points from, int[] which) {
        int size = which.length;
        Points taken = new Points(
                new double[size],
                new double[size],
                new long[size],
                new double[size],
                new double[size],
                new int[size],
                size);
        for (int k = 0; k < size; k++) {
            taken.lats()[k] = from.lats()[which[k]];
            taken.lons()[k] = from.lons()[which[k]];
            taken.timeMicros()[k] = from.timeMicros()[which[k]];
            taken.heights()[k] = from.heights()[which[k]];
            taken.values()[k] = from.values()[which[k]];
            taken.platforms()[k] = from.platforms()[which[k]];
        }
        return taken;
    }
}
