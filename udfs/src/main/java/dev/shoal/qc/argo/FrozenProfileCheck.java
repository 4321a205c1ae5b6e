package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 18: a profile that repeats the previous cycle's is bad (Argo Quality Control Manual for CTD and Trajectory Data,
 * test 18). Both are averaged over slabs of 50 dbar; the profile is frozen where the differences are all small, one of
 * them tiny and their mean too.
 *
 * <p>Meant for cycles of about ten days; Coriolis has the test but leaves it out of its routine (doi 10.13155/49438).
 * It is performed where {@link ArgoSurroundings#previous} is of the cycle before.
 *
 * @param limits by parameter
 */
public record FrozenProfileCheck(SortedMap<String, Limits> limits) implements ArgoCheck {

    /** Thickness of a slab in dbar. */
    public static final double SLAB = 50;

    private static final Limits TEMPERATURE = new Limits(0.001, 0.3, 0.02);

    /** The manual's limits. */
    public static final FrozenProfileCheck MANUAL = new FrozenProfileCheck(new TreeMap<>(Map.of(
            "TEMP", TEMPERATURE,
            "TEMP_DOXY", TEMPERATURE,
            "TEMP_DOXY2", TEMPERATURE,
            "PSAL", new Limits(0.001, 0.3, 0.004))));

    /**
     * Differences below which a profile is frozen, in the parameter's unit.
     *
     * @param least that the smallest difference must be below
     * @param most that the largest must be below
     * @param mean that the mean must be below
     */
    public record Limits(double least, double most, double mean) implements Serializable {}

    /** Copies the limits. */
    public FrozenProfileCheck {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.FROZEN_PROFILE;
    }

    @Override
    public void run(ArgoWork work) {
        ArgoSummary previous = work.surroundings().previous();
        if (work.profile().sampling() != Sampling.PRIMARY
                || previous.cycle() != work.profile().station().cycle() - 1) {
            return;
        }
        limits.forEach((name, limit) -> {
            String pressure = ArgoNames.pressureOf(name);
            double[] before = previous.slabs().getOrDefault(name, new double[0]);
            if (before.length > 0 && work.has(name, pressure)) {
                work.performed(test(), name);
                double[] now = Slabs.means(
                        work.values(name), work.values(pressure), GrossDriftCheck.good(work, name, pressure), SLAB);
                if (isFrozen(before, now, limit)) {
                    work.raise(test(), name, work.present(name), ArgoFlag.BAD);
                }
            }
        });
    }

    /**
     * Tells whether means of slabs repeat others.
     *
     * @param before shape {@code (slabs)}, NaN where empty
     * @param now likewise; slabs beyond the shorter of both are left out
     * @param limits of their differences
     */
    public static boolean isFrozen(double[] before, double[] now, Limits limits) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double sum = 0;
        int count = 0;
        for (int slab = 0; slab < Math.min(before.length, now.length); slab++) {
            double difference = Math.abs(before[slab] - now[slab]);
            if (!Double.isNaN(difference)) {
                least = Math.min(least, difference);
                most = Math.max(most, difference);
                sum += difference;
                count++;
            }
        }
        return count > 0 && least < limits.least() && most < limits.most() && sum / count < limits.mean();
    }
}
