package dev.shoal.qc.cotede;

import java.util.Map;

/**
 * What a test of CoTeDe gives.
 *
 * @param flags {@link CotedeFlag} codes by the name that CoTeDe gives them
 * @param features by name, NaN where there is nothing to measure
 */
public record Outcome(Map<String, byte[]> flags, Map<String, double[]> features) {}
