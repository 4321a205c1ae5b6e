package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * How the dark counts of a chlorophyll fluorometer are found at sea (BGC-Argo quality control manual for chlorophyll-a
 * concentration, doi 10.13155/35385, in the form of Coriolis' profile RTQC 6.5).
 *
 * @param deepest dbar that a profile must go below
 * @param surface dbar below which counts are looked at
 * @param window levels of the running median whose least value tells the dark counts of a profile
 * @param share of the calibrated dark counts by which those at sea may differ
 */
public record DarkCounts(double deepest, double surface, int window, double share) implements Serializable {

    /** The manual's numbers. */
    public static final DarkCounts MANUAL = new DarkCounts(950, 5, 5, 0.25);

    /**
     * What is known of the dark counts at a profile.
     *
     * @param counts dark counts to take off
     * @param flag of values adjusted with them
     * @param darks of the first deep profiles, this one among them
     */
    public record Estimate(double counts, byte flag, List<Double> darks) {}

    /**
     * Estimates the dark counts.
     *
     * @param pressure dbar, shape {@code (n)}, NaN where missing
     * @param counts shape {@code (n)}, NaN where missing
     * @param fluorometer its calibration and the dark counts before
     */
    public Estimate estimate(double[] pressure, double[] counts, Fluorometer fluorometer) {
        List<Double> darks = new ArrayList<>(fluorometer.firstDarks());
        double own = own(pressure, counts);
        boolean taken = !Double.isNaN(own) && darks.size() < Fluorometer.ENOUGH_DARKS;
        if (taken) {
            darks.add(own);
        }
        double found = darks.isEmpty()
                ? fluorometer.darkCounts()
                : RunningMedian.of(
                        darks.stream().mapToDouble(Double::doubleValue).toArray());
        boolean settled = darks.size() == Fluorometer.ENOUGH_DARKS && !Double.isNaN(own);
        return new Estimate(found, settled ? settled(found, fluorometer) : ArgoFlag.PROBABLY_GOOD, List.copyOf(darks));
    }

    private byte settled(double found, Fluorometer fluorometer) {
        double calibrated = fluorometer.darkCounts();
        return Math.abs(found - calibrated) < share * calibrated ? ArgoFlag.GOOD : ArgoFlag.CORRECTABLE;
    }

    private double own(double[] pressure, double[] counts) {
        int[] levels = Levels.numbers(Slabs.known(counts, pressure));
        double[] at = Levels.at(levels, pressure);
        if (!(Levels.largest(at) > deepest)) {
            return Double.NaN;
        }
        double[] below = Levels.at(Levels.numbers(Levels.above(at, surface)), Levels.at(levels, counts));
        double least = Double.POSITIVE_INFINITY;
        for (double smooth : RunningMedian.filter(below, window)) {
            least = Math.min(least, smooth);
        }
        return least;
    }
}
