package dev.shoal.stage;

/**
 * A test that could not judge series of a platform.
 *
 * @param platform its id
 * @param variable column of the variable
 * @param test name of the test
 * @param reason second half of a sentence
 * @param series how many it could not judge
 * @param example name of the first of them
 */
public record UnjudgedSeries(
        String platform, String variable, String test, String reason, long series, String example) {}
