package dev.shoal.qc.autoqc;

/**
 * The Met Office's check that depths increase: it takes away, one after the other, the level that is out of order with
 * most others (Ingleby and Huddleston 2007).
 *
 * <p>Of two levels that are out of order with each other only, the one that {@link EnSpikeAndStep} rejects goes, or
 * both where it rejects neither. Levels outside 0 to 11000 m go first. Where all depths are one, all levels go; a
 * missing depth counts as 0 m there, as in AutoQC. Linear in the number of levels where depths increase, quadratic
 * otherwise.
 */
final class EnIncreasingDepth {

    private static final double DEEPEST_METRES = 11_000;

    private final AutoqcProfile profile;
    private final double[] z;
    private final boolean[] reject;

    /** Depths, NaN where missing or taken away. */
    private final double[] compared;

    private final int[] conflicts;

    private EnIncreasingDepth(AutoqcProfile profile) {
        this.profile = profile;
        z = profile.depthMetres();
        reject = Levels.where(z.length, i -> z[i] < 0 || z[i] > DEEPEST_METRES);
        compared = z.clone();
        for (int i = 0; i < z.length; i++) {
            compared[i] = reject[i] ? Double.NaN : z[i];
        }
        conflicts = new int[z.length];
    }

    static boolean[] check(AutoqcProfile profile) {
        EnIncreasingDepth check = new EnIncreasingDepth(profile);
        if (profile.size() < 2) {
            return check.reject;
        }
        if (check.isOneDepth()) {
            return Levels.all(profile.size(), true);
        }
        if (!check.isIncreasing()) {
            check.countConflicts();
            check.takeAway();
        }
        return check.reject;
    }

    private boolean isOneDepth() {
        double[] filled = Levels.zeroWhereMissing(z);
        for (double depth : filled) {
            if (depth != filled[0]) {
                return false;
            }
        }
        return true;
    }

    private boolean isIncreasing() {
        double deepest = Double.NEGATIVE_INFINITY;
        for (double depth : compared) {
            if (depth <= deepest) {
                return false;
            }
            deepest = Double.isNaN(depth) ? deepest : depth;
        }
        return true;
    }

    private void countConflicts() {
        for (int level = 0; level < z.length; level++) {
            blame(level, 1);
        }
    }

    /** Adds to the conflicts of the levels that are out of order with one; of two of one depth the later is. */
    private void blame(int level, int conflict) {
        double[] depths = compared;
        int[] counts = conflicts;
        double depth = depths[level];
        for (int i = 0; i < level; i++) {
            counts[i] += depths[i] > depth ? conflict : 0;
        }
        for (int i = level + 1; i < depths.length; i++) {
            counts[i] += depths[i] <= depth ? conflict : 0;
        }
    }

    private void takeAway() {
        boolean[] spikes = EnSpikeAndStep.rejects(profile);
        int most = most();
        while (most > 0) {
            int worst = last(most);
            if (most > 1) {
                drop(worst);
            } else {
                dropOneOfPair(worst, partner(worst), spikes);
            }
            most = most();
        }
    }

    private int most() {
        int most = 0;
        for (int conflict : conflicts) {
            most = Math.max(most, conflict);
        }
        return most;
    }

    private int last(int conflict) {
        int last = conflicts.length - 1;
        while (conflicts[last] != conflict) {
            last--;
        }
        return last;
    }

    private int partner(int level) {
        for (int i = compared.length - 1; i > level; i--) {
            if (compared[i] < compared[level]) {
                return i;
            }
        }
        int partner = level - 1;
        while (!(compared[partner] >= compared[level])) {
            partner--;
        }
        return partner;
    }

    private void dropOneOfPair(int level, int partner, boolean[] spikes) {
        boolean neither = !spikes[level] && !spikes[partner];
        if (neither || spikes[level]) {
            drop(level);
        }
        if (neither || spikes[partner]) {
            drop(partner);
        }
    }

    private void drop(int level) {
        blame(level, -1);
        conflicts[level] = 0;
        compared[level] = Double.NaN;
        reject[level] = true;
    }
}
