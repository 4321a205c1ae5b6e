package dev.shoal.regrid;

import java.util.Arrays;

/** Fills a window of a grid from its own values, pass by pass: each looks at what the one before has left. */
final class CreepFiller implements Filler.FieldFiller {
    private final int passes;
    private final int rows;
    private final int columns;
    private final boolean round;

    CreepFiller(int passes, Grid target, GridWindow window) {
        this.passes = passes;
        this.rows = window.rows();
        this.columns = window.columns();
        this.round = columns == target.nx() && Extrapolation.goesRound(target);
    }

    @Override
    public void fill(double[] source, int from, double[] target) {
        int[] missing = missing(target);
        for (int pass = 0; pass < passes && missing.length > 0; pass++) {
            double[] made = new double[missing.length];
            for (int k = 0; k < missing.length; k++) {
                made[k] = mean(target, missing[k] / columns, missing[k] % columns);
            }
            int left = 0;
            for (int k = 0; k < missing.length; k++) {
                target[missing[k]] = made[k];
                if (Double.isNaN(made[k])) {
                    missing[left++] = missing[k];
                }
            }
            missing = Arrays.copyOf(missing, left);
        }
    }

    private static int[] missing(double[] target) {
        int[] missing = new int[target.length];
        int count = 0;
        for (int cell = 0; cell < target.length; cell++) {
            if (Double.isNaN(target[cell])) {
                missing[count++] = cell;
            }
        }
        return Arrays.copyOf(missing, count);
    }

    /** Returns the mean of the valid neighbours, NaN where there is none. */
    private double mean(double[] target, int row, int column) {
        double sum = 0;
        int count = 0;
        for (int j = Math.max(0, row - 1); j <= Math.min(rows - 1, row + 1); j++) {
            for (int step = -1; step <= 1; step++) {
                int i = round ? Math.floorMod(column + step, columns) : column + step;
                double value = i < 0 || i >= columns ? Double.NaN : target[j * columns + i];
                if (!Double.isNaN(value)) {
                    sum += value;
                    count++;
                }
            }
        }
        return sum / count;
    }
}
