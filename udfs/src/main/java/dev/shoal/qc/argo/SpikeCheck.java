package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 9: a value that stands out from its neighbours is bad (Argo Quality Control Manual for CTD and Trajectory Data,
 * test 9; for oxygen, pH and nitrate their own manuals; as in Coriolis' profile RTQC 6.5).
 *
 * <p>Temperature, salinity and oxygen are judged by {@link Excess#spike}; pH and nitrate by their distance from the
 * median of five levels. Bad values are left out and part the profile; of adjusted oxygen also those probably bad.
 *
 * @param limits by parameter and pressure, in the parameter's unit
 * @param phShare of a pH value that it may lie from the median
 * @param nitrate micromole/kg that a value may lie from the median
 * @param enclosedNitrate likewise in the Mediterranean and Red Sea
 */
public record SpikeCheck(SortedMap<String, DepthLimit> limits, double phShare, double nitrate, double enclosedNitrate)
        implements ArgoCheck {

    private static final DepthLimit TEMPERATURE = new DepthLimit(6, 2);
    private static final DepthLimit SALINITY = new DepthLimit(0.9, 0.3);
    private static final DepthLimit OXYGEN = new DepthLimit(50, 25);

    /** The manual's limits. */
    public static final SpikeCheck MANUAL = new SpikeCheck(
            new TreeMap<>(Map.of(
                    "TEMP", TEMPERATURE,
                    "TEMP2", TEMPERATURE,
                    "TEMP_DOXY", TEMPERATURE,
                    "TEMP_DOXY2", TEMPERATURE,
                    "PSAL", SALINITY,
                    "PSAL2", SALINITY,
                    "DOXY", OXYGEN,
                    "DOXY2", OXYGEN)),
            0.04,
            5,
            1);

    /** Copies the limits. */
    public SpikeCheck {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.SPIKE;
    }

    @Override
    public void run(ArgoWork work) {
        limits.forEach((name, limit) -> {
            String pressure = ArgoNames.pressureOf(name);
            if (work.has(name)) {
                work.performed(test(), name);
            }
            if (work.has(name, pressure)) {
                BitSet usable = usable(work, name, pressure);
                BitSet spikes = Excess.spikes(work.values(name), work.values(pressure), usable, limit);
                work.raise(test(), name, spikes, ArgoFlag.BAD);
            }
        });
        byMedian(work, "PH_IN_SITU_TOTAL", 0, phShare);
        byMedian(work, "NITRATE", isEnclosed(work) ? enclosedNitrate : nitrate, 0);
    }

    private void byMedian(ArgoWork work, String name, double limit, double share) {
        if (work.has(name)) {
            work.performed(test(), name);
            BitSet spikes = Excess.medianSpikes(work.values(name), work.usable(name), limit, share);
            work.raise(test(), name, spikes, ArgoFlag.BAD);
        }
    }

    private static boolean isEnclosed(ArgoWork work) {
        Station station = work.profile().station();
        return work.hasPosition()
                && (Sea.RED.contains(station.latitude(), station.longitude())
                        || Sea.MEDITERRANEAN.contains(station.latitude(), station.longitude()));
    }

    /** Returns the levels that count for a parameter at a pressure. */
    static BitSet usable(ArgoWork work, String name, String pressure) {
        BitSet usable = work.usable(name, pressure);
        if (ArgoNames.isOxygen(name) && work.profile().mode() == ArgoMode.ADJUSTED) {
            usable.andNot(Levels.flagged(work.flags(name), ArgoFlag.CORRECTABLE));
            usable.andNot(Levels.flagged(work.flags(pressure), ArgoFlag.CORRECTABLE));
        }
        return usable;
    }
}
