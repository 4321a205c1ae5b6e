package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The MEDian with a Distance test of profiles: a value is a spike where it lies farther from the sliding median of its
 * profile than a distance in the plane of value and pressure (MEDD test specification 1.2, D. Dobler, IFREMER 2019;
 * Argo Quality Control Manual for CTD and Trajectory Data 3.3, test 25).
 */
public final class Medd {

    /** The most levels of a profile that is too short to be judged. */
    public static final int TOO_FEW = 5;

    /**
     * The most levels of a profile that is judged: the work grows with their number times those in a window. Argo's
     * longest profiles have some thousands.
     */
    public static final int MOST = 50_000;

    private Medd() {}

    /**
     * Finds spikes of one variable.
     *
     * @param values shape {@code (n)}
     * @param pressure dbar, shape {@code (n)}, in any order
     * @param usable places that count; others get no flag
     * @param limits of the variable
     * @return places of spikes; none where no more than {@link #TOO_FEW} places count
     * @throws IllegalArgumentException where more than {@link #MOST} places count
     */
    public static BitSet spikes(double[] values, double[] pressure, BitSet usable, MeddLimits limits) {
        BitSet known = Slabs.known(values, pressure);
        known.and(usable);
        int[] order = descending(known, pressure);
        BitSet spikes = new BitSet();
        if (order.length <= TOO_FEW) {
            return spikes;
        }
        if (order.length > MOST) {
            throw new IllegalArgumentException("Cannot judge a profile by MEDD: found " + order.length
                    + " levels, expected at most " + MOST + ". Average it over a tenth of a decibar, or leave it out.");
        }
        double[] x = Levels.at(order, values);
        double[] p = Levels.at(order, pressure);
        MeddBand band = new MeddBand(MeddMedian.of(x, p, limits), p, limits);
        for (int i = 0; i < order.length; i++) {
            spikes.set(order[i], x[i] > band.upper()[i] || x[i] < band.lower()[i]);
        }
        return spikes;
    }

    /**
     * Finds spikes of one variable that density confirms: those that are spikes of density too, or where density is
     * unknown.
     *
     * @param values shape {@code (n)}
     * @param pressure dbar, shape {@code (n)}
     * @param density potential density in kg/m3, shape {@code (n)}, NaN where unknown
     * @param usable places that count
     * @param limits of the variable
     */
    public static BitSet spikes(
            double[] values, double[] pressure, double[] density, BitSet usable, MeddLimits limits) {
        BitSet ofDensity = spikes(density, pressure, usable, MeddLimits.DENSITY);
        return confirmed(spikes(values, pressure, usable, limits), ofDensity, density);
    }

    /** Returns the places in the order of their pressure, from the surface down; equal ones in their own order. */
    private static int[] descending(BitSet known, double[] pressure) {
        return IntStream.of(Levels.numbers(known))
                .boxed()
                .sorted(Comparator.comparingDouble(place -> pressure[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    static BitSet confirmed(BitSet own, BitSet ofDensity, double[] density) {
        BitSet confirmed = new BitSet();
        own.stream()
                .filter(place -> ofDensity.get(place) || Double.isNaN(density[place]))
                .forEach(confirmed::set);
        return confirmed;
    }

    /** Returns limits by place, made ready for a profile. */
    static double[] byPressure(double[] pressure, List<Double> values) {
        double[] byPressure = new double[pressure.length];
        Arrays.setAll(byPressure, i -> MeddLimits.at(pressure[i], MeddLimits.LAYERS, values));
        return byPressure;
    }
}
