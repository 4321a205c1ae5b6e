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
    private final boolean[] compared;
    private final int[] conflicts;

    private EnIncreasingDepth(AutoqcProfile profile) {
        this.profile = profile;
        z = profile.depthMetres();
        reject = Levels.where(z.length, i -> z[i] < 0 || z[i] > DEEPEST_METRES);
        compared = Levels.where(z.length, i -> profile.hasDepth(i) && !reject[i]);
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
        for (int i = 0; i < z.length; i++) {
            if (compared[i]) {
                if (z[i] <= deepest) {
                    return false;
                }
                deepest = z[i];
            }
        }
        return true;
    }

    private void countConflicts() {
        for (int i = 0; i < z.length; i++) {
            for (int j = 0; j < z.length; j++) {
                conflicts[i] += isBlamed(i, j) ? 1 : 0;
            }
        }
    }

    /** Tells whether a level counts as out of order with another; of two of one depth only the later does. */
    private boolean isBlamed(int level, int other) {
        if (level == other || !compared[level] || !compared[other]) {
            return false;
        }
        return other < level ? z[other] >= z[level] : z[other] < z[level];
    }

    private void takeAway() {
        int worst = worst();
        while (conflicts[worst] > 0) {
            if (conflicts[worst] > 1) {
                drop(worst);
            } else {
                dropOneOfPair(worst, partner(worst));
            }
            worst = worst();
        }
    }

    private int worst() {
        int worst = 0;
        for (int i = 0; i < conflicts.length; i++) {
            worst = conflicts[i] >= conflicts[worst] ? i : worst;
        }
        return worst;
    }

    private int partner(int level) {
        int partner = z.length - 1;
        while (!isBlamed(level, partner)) {
            partner--;
        }
        return partner;
    }

    private void dropOneOfPair(int level, int partner) {
        boolean[] spikes = EnSpikeAndStep.rejects(profile);
        boolean neither = !spikes[level] && !spikes[partner];
        if (neither || spikes[level]) {
            drop(level);
        }
        if (neither || spikes[partner]) {
            drop(partner);
        }
    }

    private void drop(int level) {
        for (int i = 0; i < z.length; i++) {
            conflicts[i] -= isBlamed(i, level) ? 1 : 0;
        }
        conflicts[level] = 0;
        compared[level] = false;
        reject[level] = true;
    }
}
