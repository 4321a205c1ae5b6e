package dev.shoal.regrid.time;

import java.util.Arrays;

/** What a statistic keeps of the valid values of each cell. */
sealed interface StepValues {

    /** Makes what a statistic keeps, of nothing yet. */
    static StepValues of(TimeStatistic statistic, int cells) {
        return switch (statistic) {
            case MEAN -> new Sums(new ExactSums(cells), true);
            case SUM -> new Sums(new ExactSums(cells), false);
            case MINIMUM, MAXIMUM -> new Extremes(new double[cells], statistic == TimeStatistic.MAXIMUM).cleared();
            case FIRST, LAST -> new Ends(new double[cells], new long[cells], statistic == TimeStatistic.LAST).cleared();
            case COUNT -> new Nothing();
        };
    }

    /** Takes in a valid value. */
    void add(int cell, long order, long weight, double value);

    /** Takes in what another of the same kind keeps. */
    void merge(StepValues other);

    /** Returns the statistic of a cell with at least one value, whose weights sum to this. */
    double value(int cell, long weight);

    /** Forgets all. */
    void clear();

    /**
     * Sums without rounding.
     *
     * @param sums of values, or of values times weight
     * @param mean whether a mean is wanted
     */
    record Sums(ExactSums sums, boolean mean) implements StepValues {

        @Override
        public void add(int cell, long order, long weight, double value) {
            if (mean && weight != 1) {
                sums.addProduct(cell, (double) weight, value);
            } else {
                sums.add(cell, value);
            }
        }

        @Override
        public void merge(StepValues other) {
            sums.merge(((Sums) other).sums);
        }

        @Override
        public double value(int cell, long weight) {
            return mean ? sums.sum(cell) / weight : sums.sum(cell);
        }

        @Override
        public void clear() {
            sums.clear();
        }
    }

    /**
     * The largest or the smallest value.
     *
     * @param extreme of each cell, owned
     * @param largest which of them
     */
    record Extremes(double[] extreme, boolean largest) implements StepValues {

        Extremes cleared() {
            clear();
            return this;
        }

        @Override
        public void add(int cell, long order, long weight, double value) {
            extreme[cell] = largest ? Math.max(extreme[cell], value) : Math.min(extreme[cell], value);
        }

        @Override
        public void merge(StepValues other) {
            double[] others = ((Extremes) other).extreme;
            for (int cell = 0; cell < extreme.length; cell++) {
                add(cell, 0, 1, others[cell]);
            }
        }

        @Override
        public double value(int cell, long weight) {
            return extreme[cell];
        }

        @Override
        public void clear() {
            Arrays.fill(extreme, largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
    }

    /**
     * The earliest or the latest value.
     *
     * @param end the value of each cell, owned
     * @param when its order in time, owned
     * @param latest which of them
     */
    record Ends(double[] end, long[] when, boolean latest) implements StepValues {

        Ends cleared() {
            clear();
            return this;
        }

        @Override
        public void add(int cell, long order, long weight, double value) {
            if (latest ? order >= when[cell] : order <= when[cell]) {
                end[cell] = value;
                when[cell] = order;
            }
        }

        @Override
        public void merge(StepValues other) {
            Ends others = (Ends) other;
            for (int cell = 0; cell < end.length; cell++) {
                if (!Double.isNaN(others.end[cell])) {
                    add(cell, others.when[cell], 1, others.end[cell]);
                }
            }
        }

        @Override
        public double value(int cell, long weight) {
            return end[cell];
        }

        @Override
        public void clear() {
            Arrays.fill(end, Double.NaN);
            Arrays.fill(when, latest ? Long.MIN_VALUE : Long.MAX_VALUE);
        }
    }

    /** Nothing: the count of the valid values is kept anyway. */
    record Nothing() implements StepValues {

        @Override
        public void add(int cell, long order, long weight, double value) {}

        @Override
        public void merge(StepValues other) {}

        @Override
        public double value(int cell, long weight) {
            return 0;
        }

        @Override
        public void clear() {}
    }
}
