package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 16: the mean over the deepest 100 dbar lies near that of the last good profile; otherwise the sensor has
 * drifted, and the whole profile is probably bad (Argo Quality Control Manual for CTD and Trajectory Data, test 16).
 *
 * <p>Meant for floats that profile from the same pressure every time; Coriolis has the test but leaves it out of its
 * routine (doi 10.13155/49438). It is performed where {@link ArgoSurroundings#previous} is known.
 *
 * @param span dbar above the deepest good pressure that count as deepest
 * @param limits by parameter: difference of means that passes
 */
public record GrossDriftCheck(double span, SortedMap<String, Double> limits) implements ArgoCheck {

    /** The manual's span and limits: 1 degree Celsius and a salinity of 0.5 over 100 dbar. */
    public static final GrossDriftCheck MANUAL = new GrossDriftCheck(
            100,
            new TreeMap<>(
                    Map.of("TEMP", 1.0, "TEMP2", 1.0, "TEMP_DOXY", 1.0, "TEMP_DOXY2", 1.0, "PSAL", 0.5, "PSAL2", 0.5)));

    /** Copies the limits. */
    public GrossDriftCheck {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.GROSS_DRIFT;
    }

    @Override
    public void run(ArgoWork work) {
        if (work.profile().sampling() != Sampling.PRIMARY) {
            return;
        }
        limits.forEach((name, limit) -> {
            double before = work.surroundings().previous().deepMeans().getOrDefault(name, Double.NaN);
            String pressure = ArgoNames.pressureOf(name);
            if (!Double.isNaN(before) && work.has(name, pressure)) {
                work.performed(test(), name);
                double mean =
                        Slabs.deepestMean(work.values(name), work.values(pressure), good(work, name, pressure), span);
                if (Math.abs(mean - before) > limit) {
                    work.raise(test(), name, work.present(name), ArgoFlag.CORRECTABLE);
                }
            }
        });
    }

    /** Returns the levels at which a parameter and its pressure are good, no better and no worse. */
    static BitSet good(ArgoWork work, String name, String pressure) {
        BitSet good = Levels.flagged(work.flags(name), ArgoFlag.GOOD);
        good.and(Levels.flagged(work.flags(pressure), ArgoFlag.GOOD));
        good.and(Slabs.known(work.values(name), work.values(pressure)));
        return good;
    }
}
