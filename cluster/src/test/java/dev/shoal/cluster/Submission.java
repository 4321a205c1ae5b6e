package dev.shoal.cluster;

/**
 * What came of a program given to spark-submit.
 *
 * @param exitCode of spark-submit; in cluster deploy mode, where spark-submit always ends with 0, 0 if the driver
 *     finished and 1 if not
 * @param output everything printed; in cluster deploy mode what the driver printed comes last
 */
public record Submission(int exitCode, String output) {}
