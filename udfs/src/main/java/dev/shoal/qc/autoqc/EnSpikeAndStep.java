package dev.shoal.qc.autoqc;

import java.util.Arrays;

/**
 * The Met Office's search for spikes, which it rejects, and for steps, which it suspects (Ingleby and Huddleston 2007,
 * appendix). Suspects are also the levels below 1 degC above 1000 m in the tropics, and a last level of 0 degC.
 */
final class EnSpikeAndStep {

    private static final double TROPICS_DEGREES = 20;
    private static final double TOLERANCE = 5;
    private static final double GRADIENT_TOLERANCE = 0.05;

    private final double[] z;
    private final double[] t;
    private final double latitude;
    private final double[] step;
    private final double[] gradient;
    private final boolean[] spike;
    private final boolean[] suspect;

    private EnSpikeAndStep(AutoqcProfile profile) {
        z = profile.depthMetres();
        t = profile.temperature();
        latitude = Math.abs(profile.cast().lat());
        step = new double[t.length];
        gradient = new double[t.length];
        spike = Levels.none(t.length);
        suspect = Levels.none(t.length);
    }

    /** Returns the spikes; all levels where 4 or more of them, or more than half, are spikes. */
    static boolean[] rejects(AutoqcProfile profile) {
        boolean[] spikes = search(profile).spike;
        int count = Levels.count(spikes);
        return count >= 4 || count > spikes.length / 2.0 ? Levels.all(spikes.length, true) : spikes;
    }

    /** Returns the suspects, whether or not they are spikes. */
    static boolean[] suspects(AutoqcProfile profile) {
        return search(profile).suspect;
    }

    private static EnSpikeAndStep search(AutoqcProfile profile) {
        EnSpikeAndStep search = new EnSpikeAndStep(profile);
        int size = profile.size();
        if (size > 0 && !Double.isNaN(search.latitude)) {
            search.takeSteps();
            for (int i = 1; i < size; i++) {
                boolean known = profile.hasBoth(i) && profile.hasBoth(i - 1) && (i < 2 || profile.hasBoth(i - 2));
                if (known) {
                    search.judgeAbove(i);
                }
            }
            search.judgeLast();
        }
        return search;
    }

    /** Sets the differences from one level to the next, NaN where the two are too far apart. */
    private void takeSteps() {
        Arrays.fill(step, Double.NaN);
        Arrays.fill(gradient, Double.NaN);
        for (int i = 1; i < t.length; i++) {
            double metres = z[i] - z[i - 1];
            if (metres <= 50 || (z[i] >= 350 && metres <= 100)) {
                step[i] = t[i] - t[i - 1];
                gradient[i] = step[i] / Math.max(10, metres);
            }
        }
    }

    /** Judges the level above {@code i} by the steps to and from it. */
    private void judgeAbove(int i) {
        double tolerance = tolerance(z[i - 1]);
        if (latitude < TROPICS_DEGREES && z[i - 1] < 1000 && t[i - 1] < 1) {
            step[i] = Double.NaN;
            suspect[i - 1] = true;
            return;
        }
        judgeLargeSpike(i, tolerance);
        judgeSmallSpike(i, tolerance);
        judgeStep(i, tolerance);
    }

    private void judgeLargeSpike(int i, double tolerance) {
        if (!(Math.max(Math.abs(step[i - 1]), Math.abs(step[i])) > tolerance)) {
            return;
        }
        double weight = i >= 2 && z[i] - z[i - 2] >= 5 ? (z[i - 1] - z[i - 2]) / (z[i] - z[i - 2]) : 0.5;
        if (Math.abs(step[i] + step[i - 1]) < 0.5 * tolerance) {
            spike[i - 1] = true;
            forget(i);
        } else if (Math.abs((1 - weight) * step[i - 1] - weight * step[i]) < 0.5 * tolerance) {
            forget(i);
        }
    }

    private void judgeSmallSpike(int i, double tolerance) {
        if (Math.max(Math.abs(step[i - 1]), Math.abs(step[i])) > 0.5 * tolerance
                && Math.max(Math.abs(gradient[i - 1]), Math.abs(gradient[i])) > GRADIENT_TOLERANCE
                && Math.abs(step[i] + step[i - 1]) < 0.25 * Math.abs(step[i] - step[i - 1])) {
            spike[i - 1] = true;
            forget(i);
        }
    }

    private void judgeStep(int i, double tolerance) {
        double above = step[i - 1];
        boolean thermocline = z[i - 1] <= 250 && above < -tolerance && above > -3 * tolerance;
        if (Math.abs(above) > tolerance && !thermocline && !isBetweenNeighbours(i, tolerance)) {
            suspect[i - 2] = true;
            suspect[i - 1] = true;
        }
    }

    private boolean isBetweenNeighbours(int i, double tolerance) {
        if (!(z[i] - z[i - 2] > 0)) {
            return false;
        }
        double between = (z[i - 1] - z[i - 2]) / (z[i] - z[i - 2]) * (t[i] - t[i - 2]) + t[i - 2];
        return Math.abs(t[i - 1] - between) < 0.5 * tolerance;
    }

    private void judgeLast() {
        int last = t.length - 1;
        suspect[last] |= Math.abs(step[last]) > tolerance(z[last]) || t[last] == 0;
    }

    private void forget(int i) {
        step[i - 1] = Double.NaN;
        step[i] = Double.NaN;
    }

    private double tolerance(double depthMetres) {
        double surfaceLayer = latitude < TROPICS_DEGREES ? 300 : 200;
        if (depthMetres > 600) {
            return 0.3 * TOLERANCE;
        }
        if (depthMetres > 500) {
            return 0.4 * TOLERANCE;
        }
        if (depthMetres > surfaceLayer + 100) {
            return 0.5 * TOLERANCE;
        }
        return (depthMetres > surfaceLayer ? 1 - 0.005 * (depthMetres - surfaceLayer) : 1) * TOLERANCE;
    }
}
