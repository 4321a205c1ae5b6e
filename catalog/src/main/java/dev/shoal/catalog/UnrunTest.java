package dev.shoal.catalog;

/**
 * A test that could not judge the series of a platform, and why. The values have a flag from other tests, or the one of
 * values that were not evaluated.
 *
 * @param dataset that the platform belongs to
 * @param platform whose series were to be judged
 * @param variable column that was to be judged
 * @param test name of the test
 * @param bit place of the test among those of the variable, from 0
 * @param reason why it could not run
 * @param seriesCount how many series of the platform it could not judge for that reason
 * @param firstSeries name of the first of them, in order of the name
 * @param run id of the run that found it
 */
public record UnrunTest(
        String dataset,
        String platform,
        String variable,
        String test,
        int bit,
        String reason,
        long seriesCount,
        String firstSeries,
        String run) {

    /** Returns the same, found by another run. */
    public UnrunTest of(String otherRun) {
        return new UnrunTest(dataset, platform, variable, test, bit, reason, seriesCount, firstSeries, otherRun);
    }
}
