package dev.shoal.qc.argo;

import java.io.Serializable;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the tests need of a float's profiles before, in one direction: the last cycle's means of slabs, the last good
 * means of the deepest water and the last good position. It does not grow with the number of profiles.
 *
 * @param cycle of the last profile
 * @param fixMicros microseconds since 1970 UTC of the last good position; {@link Station#NO_TIME} where there is none
 * @param latitude of the last good position, degrees north, NaN where there is none
 * @param longitude likewise, degrees east
 * @param deepMeans by parameter, mean of the good values at the deepest pressures of the last profile that has any
 * @param slabs by parameter, means of slabs of the last profile from the surface down, NaN where empty
 */
public record ArgoSummary(
        int cycle,
        long fixMicros,
        double latitude,
        double longitude,
        SortedMap<String, Double> deepMeans,
        SortedMap<String, double[]> slabs)
        implements Serializable {

    /** What there is before the first profile. */
    public static final ArgoSummary NONE = new ArgoSummary(
            Integer.MIN_VALUE, Station.NO_TIME, Double.NaN, Double.NaN, new TreeMap<>(), new TreeMap<>());

    /** Copies the maps. */
    public ArgoSummary {
        deepMeans = Collections.unmodifiableSortedMap(new TreeMap<>(deepMeans));
        slabs = Collections.unmodifiableSortedMap(new TreeMap<>(slabs));
    }

    /** Tells whether there is a position with its time. */
    public boolean hasFix() {
        return fixMicros != Station.NO_TIME;
    }

    /**
     * Returns what is left after one more profile of the same float and direction.
     *
     * @param profile that came next
     * @param result of its tests
     */
    public ArgoSummary then(ArgoProfile profile, ArgoResult result) {
        Station station = profile.station();
        boolean fixed = result.positionFlag() == ArgoFlag.GOOD && station.fixMicros() != Station.NO_TIME;
        SortedMap<String, Double> means = new TreeMap<>(deepMeans);
        SortedMap<String, double[]> last = new TreeMap<>();
        for (String name : profile.parameters().keySet()) {
            String pressure = ArgoNames.pressureOf(name);
            if (!ArgoNames.isPressure(name) && profile.parameters().containsKey(pressure)) {
                summarise(profile, result, name, pressure, means, last);
            }
        }
        return new ArgoSummary(
                station.cycle(),
                fixed ? station.fixMicros() : fixMicros,
                fixed ? station.latitude() : latitude,
                fixed ? station.longitude() : longitude,
                means,
                last);
    }

    private static void summarise(
            ArgoProfile profile,
            ArgoResult result,
            String name,
            String pressure,
            Map<String, Double> means,
            Map<String, double[]> last) {
        double[] of = found(profile, name);
        double[] at = found(profile, pressure);
        BitSet good = Levels.flagged(result.flagsOf(name), ArgoFlag.GOOD);
        good.and(Levels.flagged(result.flagsOf(pressure), ArgoFlag.GOOD));
        double mean = Slabs.deepestMean(of, at, good, GrossDriftCheck.MANUAL.span());
        if (!Double.isNaN(mean)) {
            means.put(name, mean);
        }
        BitSet notBad = Slabs.known(of, at);
        notBad.andNot(Levels.flagged(result.flagsOf(name), ArgoFlag.BAD));
        notBad.andNot(Levels.flagged(result.flagsOf(pressure), ArgoFlag.BAD));
        last.put(name, Slabs.means(of, at, notBad, FrozenProfileCheck.SLAB));
    }

    private static double[] found(ArgoProfile profile, String name) {
        return profile.parameters().getOrDefault(name, new double[0]);
    }
}
