package dev.shoal.catalog;

import java.util.List;

/**
 * A test that a run put to a variable.
 *
 * @param run id of the run
 * @param dataset that it worked for
 * @param variable that was judged: the column of a table, the array of a store
 * @param bit place of the test among those of the variable, from 0
 * @param test name of the test
 * @param parameters thresholds in effect, JSON
 * @param scope where the test applies, JSON; {@code {}} for everywhere
 * @param platforms it applies to; empty for all
 * @param exceptPlatforms it does not apply to
 * @param description the test with its thresholds in words
 * @param configHash digest of the configuration in effect
 * @param shoalVersion version of the code
 */
public record AppliedTest(
        String run,
        String dataset,
        String variable,
        int bit,
        String test,
        String parameters,
        String scope,
        List<String> platforms,
        List<String> exceptPlatforms,
        String description,
        String configHash,
        String shoalVersion) {

    /** Copies the lists. */
    public AppliedTest {
        platforms = List.copyOf(platforms);
        exceptPlatforms = List.copyOf(exceptPlatforms);
    }
}
