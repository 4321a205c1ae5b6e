package dev.shoal.regrid.vertical;

/**
 * The levels of one column that have a coordinate, in order of it: what targets are searched in.
 *
 * <p>A column is walked from that of its ends whose coordinate is the smaller; levels that do not go on beyond all
 * before them are passed over. So the rising part of a density profile with an inversion is its envelope from the
 * lighter end, and a column comes out the same whichever way it is stored. A column whose ends are equal has no
 * direction, and no levels here.
 */
final class Column {
    private final double[] raw;
    private final double[] rawValue;
    private final double[] at;
    private final double[] value;
    private int rawCount;
    private int count;
    private double made;
    private double share;

    Column(int levels) {
        this.raw = new double[levels];
        this.rawValue = new double[levels];
        this.at = new double[levels];
        this.value = new double[levels];
    }

    void clear() {
        rawCount = 0;
        count = 0;
    }

    /** Adds a level; one without a coordinate is none. */
    void add(double coordinate, double number) {
        if (!Double.isNaN(coordinate)) {
            raw[rawCount] = coordinate;
            rawValue[rawCount++] = number;
        }
    }

    /** Puts the levels in order. Returns whether any had to be passed over. */
    boolean arrange() {
        if (rawCount == 0) {
            return false;
        }
        boolean falling = raw[0] > raw[rawCount - 1];
        if (rawCount > 1 && raw[0] == raw[rawCount - 1]) {
            return true;
        }
        for (int i = 0; i < rawCount; i++) {
            int level = falling ? rawCount - 1 - i : i;
            if (count == 0 || raw[level] > at[count - 1]) {
                at[count] = raw[level];
                value[count++] = rawValue[level];
            }
        }
        return count < rawCount;
    }

    /**
     * Looks for a target; {@link #made} and {@link #share} then tell what was found.
     *
     * @param target in the columns' scale
     * @param from the level to look on from: what the look for a smaller target returned, or 0
     * @return the level to look on from for larger targets
     */
    int look(double target, int from, VerticalScheme scheme) {
        made = Double.NaN;
        share = 0;
        int level = from;
        if (count > 0 && target >= at[0] && target <= at[count - 1]) {
            while (level + 1 < count && at[level + 1] <= target) {
                level++;
            }
            between(level, target, scheme);
        }
        if (scheme.reach() == VerticalReach.NEAREST && Double.isNaN(made) && count > 0) {
            made = beyond(target);
        }
        return level;
    }

    /** Returns the value at the target looked for last; NaN means missing. */
    double made() {
        return made;
    }

    /** Returns the share of its weights that is on valid values; 0 outside the column. */
    double share() {
        return share;
    }

    private void between(int level, double target, VerticalScheme scheme) {
        double first = value[level];
        if (at[level] == target) {
            made = first;
            share = Double.isNaN(first) ? 0 : 1;
            return;
        }
        double second = value[level + 1];
        double weight = (target - at[level]) / (at[level + 1] - at[level]);
        share = (Double.isNaN(first) ? 0 : 1 - weight) + (Double.isNaN(second) ? 0 : weight);
        if (scheme.suffices(share)) {
            double line = Double.isNaN(second) ? first : first + weight * (second - first);
            made = Double.isNaN(first) ? second : line;
        }
    }

    /** Returns the valid value nearest to a target outside all valid levels; NaN for one between them. */
    private double beyond(double target) {
        int first = 0;
        int last = count - 1;
        while (first <= last && Double.isNaN(value[first])) {
            first++;
        }
        while (last >= first && Double.isNaN(value[last])) {
            last--;
        }
        if (first > last) {
            return Double.NaN;
        }
        double high = target >= at[last] ? value[last] : Double.NaN;
        return target <= at[first] ? value[first] : high;
    }
}
