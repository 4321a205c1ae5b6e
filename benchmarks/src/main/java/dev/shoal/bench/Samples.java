package dev.shoal.bench;

import java.util.Random;

/** Seeded values that look like the sea's: smooth, with holes and faults, so that no branch is always the same. */
final class Samples {

    private static final long SEED = 20260101;
    private static final double PERIOD = 144;

    private Samples() {}

    /** Returns a series around 12 degrees, of which one in a hundred is missing and one in a thousand a spike. */
    static double[] series(int size) {
        Random random = new Random(SEED);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            double value = 12 + 4 * Math.sin(i / PERIOD) + 0.1 * random.nextGaussian();
            int luck = random.nextInt(1000);
            values[i] = luck < 10 ? Double.NaN : luck == 10 ? value + 9 : value;
        }
        return values;
    }

    /** Returns times ten minutes apart, in microseconds since 1970. */
    static long[] times(int size) {
        long[] times = new long[size];
        for (int i = 0; i < size; i++) {
            times[i] = i * 600_000_000L;
        }
        return times;
    }

    /** Returns a field of hundredths with waves, noise, and land that is missing over a third of the rows' middle. */
    static double[] field(int rows, int columns) {
        Random random = new Random(SEED);
        double[] values = new double[rows * columns];
        for (int cell = 0; cell < values.length; cell++) {
            int row = cell / columns;
            int column = cell % columns;
            boolean land = row > rows / 3 && row < 2 * rows / 3 && column > columns / 3 && column < 2 * columns / 3;
            double value = 15 + 12 * Math.cos(4.0 * row / rows) + 3 * Math.sin(20.0 * column / columns);
            values[cell] = land ? Double.NaN : Math.rint(100 * (value + 0.05 * random.nextGaussian())) / 100;
        }
        return values;
    }

    /** Returns a field in single precision. */
    static float[] floats(int rows, int columns) {
        double[] field = field(rows, columns);
        float[] values = new float[field.length];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = (float) field[cell];
        }
        return values;
    }
}
