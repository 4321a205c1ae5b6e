package dev.shoal.qc;

import java.util.Optional;

/**
 * What a check of QARTOD's manuals looks at.
 *
 * @param times microseconds since 1970 UTC, {@link Series#NO_TIME} where missing
 * @param columns the check's inputs in their order, each at least as long as the series; one that is not there is NaN
 * @param size number of samples
 * @param before the series that the same platform took before
 */
record QartodSamples(long[] times, double[][] columns, int size, Optional<Series> before) {

    double[] column(int input) {
        return columns[input];
    }

    /** Returns the value a sample before, NaN at the first. */
    double earlier(int input, int i) {
        return i == 0 ? Double.NaN : columns[input][i - 1];
    }

    /** Returns the value a sample after, NaN at the last. */
    double later(int input, int i) {
        return i + 1 == size ? Double.NaN : columns[input][i + 1];
    }

    /** Tells whether a sample is the first of its ensemble: of the samples in a row that share a time. */
    boolean opens(int i) {
        return i == 0 || times[i] != times[i - 1];
    }

    /** Returns one past the last sample of the ensemble that a sample opens. */
    int ensembleEnd(int start) {
        int end = start + 1;
        while (end < size && !opens(end)) {
            end++;
        }
        return end;
    }
}
