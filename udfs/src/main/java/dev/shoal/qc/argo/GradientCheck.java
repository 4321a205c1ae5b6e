package dev.shoal.qc.argo;

import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Test 11: a value far from the mean of its neighbours is bad (Argo quality control manual for dissolved oxygen, doi
 * 10.13155/46542, test 11). For temperature and salinity {@link MeddCheck} has taken its place.
 *
 * @param limits by parameter and pressure, in the parameter's unit
 */
public record GradientCheck(SortedMap<String, DepthLimit> limits) implements ArgoCheck {

    /** The manual's limits. */
    public static final GradientCheck MANUAL =
            new GradientCheck(new TreeMap<>(Map.of("DOXY", new DepthLimit(50, 25), "DOXY2", new DepthLimit(50, 25))));

    /** Copies the limits. */
    public GradientCheck {
        limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
    }

    @Override
    public ArgoTest test() {
        return ArgoTest.GRADIENT;
    }

    @Override
    public void run(ArgoWork work) {
        limits.forEach((name, limit) -> {
            String pressure = ArgoNames.pressureOf(name);
            if (work.has(name, pressure)) {
                work.performed(test(), name);
                BitSet usable = SpikeCheck.usable(work, name, pressure);
                BitSet steep = Excess.gradients(work.values(name), work.values(pressure), usable, limit);
                work.raise(test(), name, steep, ArgoFlag.BAD);
            }
        });
    }
}
