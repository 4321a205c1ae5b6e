package dev.shoal.cf;

import java.util.Arrays;

/**
 * The places of a window that are not padding.
 *
 * @param places within the window, rising; owned by this record
 */
record KeptPlaces(int[] places) {

    /** Keeps the places that are not padding. */
    static KeptPlaces without(boolean[] padding) {
        int[] kept = new int[padding.length];
        int size = 0;
        for (int i = 0; i < padding.length; i++) {
            if (!padding[i]) {
                kept[size++] = i;
            }
        }
        return new KeptPlaces(Arrays.copyOf(kept, size));
    }

    int size() {
        return places.length;
    }

    double[][] of(double[][] columns) {
        double[][] kept = new double[columns.length][];
        for (int v = 0; v < columns.length; v++) {
            kept[v] = of(columns[v]);
        }
        return kept;
    }

    double[] of(double[] values) {
        double[] kept = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            kept[i] = values[places[i]];
        }
        return kept;
    }

    long[] of(long[] values) {
        long[] kept = new long[places.length];
        for (int i = 0; i < places.length; i++) {
            kept[i] = values[places[i]];
        }
        return kept;
    }

    String[] of(String[] values) {
        String[] kept = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            kept[i] = values[places[i]];
        }
        return kept;
    }
}
