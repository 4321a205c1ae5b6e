package dev.shoal.qc.argo;

import java.util.Arrays;
import java.util.BitSet;

/** Means of a profile over ranges of pressure. */
public final class Slabs {

    /** The deepest pressure that is looked at, in dbar: more than that of any ocean. */
    private static final double DEEPEST = 12_000;

    private Slabs() {}

    /** Returns the places where both value and pressure are finite. */
    public static BitSet known(double[] values, double[] pressure) {
        BitSet known = new BitSet();
        for (int i = 0; i < values.length; i++) {
            known.set(i, Double.isFinite(values[i]) && Double.isFinite(pressure[i]));
        }
        return known;
    }

    /**
     * Returns the mean of the values at the deepest pressures.
     *
     * @param values shape {@code (n)}
     * @param pressure dbar, shape {@code (n)}
     * @param usable places that count
     * @param span dbar above the deepest pressure that count as deepest
     * @return NaN where no place counts
     */
    public static double deepestMean(double[] values, double[] pressure, BitSet usable, double span) {
        double deepest = deepest(pressure, usable);
        double sum = 0;
        int count = 0;
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1)) {
            if (pressure[i] >= deepest - span) {
                sum += values[i];
                count++;
            }
        }
        return sum / count;
    }

    /**
     * Returns the means over slabs from the surface down to the last one that the profile spans whole. A slab holds the
     * pressure at its lower end, not that at its upper; the first holds everything above it too.
     *
     * @param values shape {@code (n)}
     * @param pressure dbar, shape {@code (n)}
     * @param usable places that count
     * @param thickness dbar of a slab, above 0
     * @return a new array, NaN where a slab is empty
     */
    public static double[] means(double[] values, double[] pressure, BitSet usable, double thickness) {
        double deepest = Math.min(deepest(pressure, usable), DEEPEST);
        int slabs = (int) Math.max(0, Math.floor(deepest / thickness));
        double[] sums = new double[slabs];
        int[] counts = new int[slabs];
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1)) {
            int slab = (int) Math.max(0, Math.ceil(pressure[i] / thickness) - 1);
            if (slab < slabs) {
                sums[slab] += values[i];
                counts[slab]++;
            }
        }
        Arrays.setAll(sums, slab -> sums[slab] / counts[slab]);
        return sums;
    }

    private static double deepest(double[] pressure, BitSet usable) {
        double deepest = Double.NEGATIVE_INFINITY;
        for (int i = usable.nextSetBit(0); i >= 0; i = usable.nextSetBit(i + 1)) {
            deepest = Math.max(deepest, pressure[i]);
        }
        return deepest;
    }
}
