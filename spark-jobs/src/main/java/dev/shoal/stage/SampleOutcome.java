package dev.shoal.stage;

import java.util.List;
import java.util.Map;

/**
 * What came of sampling.
 *
 * @param output where it is
 * @param points along which was sampled
 * @param variables that were
 * @param missing points without a value, of each variable
 * @param leftOut variables that could not be sampled, with the reasons
 */
public record SampleOutcome(
        String output, int points, List<String> variables, Map<String, Integer> missing, Map<String, String> leftOut) {}
