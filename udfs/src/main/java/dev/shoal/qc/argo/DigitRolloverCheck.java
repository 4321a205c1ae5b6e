package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 12: a sensor's digits rolled over where neighbours lie far apart (Argo Quality Control Manual for CTD and
 * Trajectory Data, test 12). Nobody can tell which side is right: both ends of the jump are bad, the rest of that part
 * of the profile is probably bad (doi 10.13155/49438).
 *
 * @param limits by parameter: distance between neighbours that passes
 */
public record DigitRolloverCheck(SortedMap<String, Double> limits) implements ArgoCheck {

    /** The manual's limits: 10 degrees Celsius and a salinity of 5. */
    public static final DigitRolloverCheck MANUAL = new DigitRolloverCheck(new TreeMap<>(
            Map.of("TEMP", 10.0, "TEMP2", 10.0, "TEMP_DOXY", 10.0, "TEMP_DOXY2", 10.0, "PSAL", 5.0, "PSAL2", 5.0)));

    /** Copies the limits. */
    public DigitRolloverCheck {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.DIGIT_ROLLOVER;
    }

    @Override
    public void run(ArgoWork work) {
        limits.forEach((name, limit) -> {
            if (work.has(name)) {
                work.performed(test(), name);
                BitSet usable = work.usable(name);
                BitSet jumps = Rollover.jumps(work.values(name), usable, limit);
                work.raise(test(), name, Rollover.partsWith(jumps, usable), ArgoFlag.CORRECTABLE);
                work.raise(test(), name, jumps, ArgoFlag.BAD);
            }
        });
    }
}
