package dev.shoal.stage;

import dev.shoal.qc.QcTest;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run would do, for people to look at before it is done.
 *
 * @param dataset that it works for
 * @param kind {@code grid} or {@code observations}
 * @param files that would be read
 * @param units of work
 * @param partitions that the units are shared out to
 * @param sourceBytes of the files
 * @param decodedBytes of the values that would be decoded
 * @param taskBytes most memory that one task plans to hold
 * @param estimatedSeconds by the rates in {@code benchmarks/README.md}
 * @param details lines for people: arrays and chunks, or columns and tests
 */
public record RunPlan(
        String dataset,
        String kind,
        long files,
        long units,
        long partitions,
        long sourceBytes,
        long decodedBytes,
        long taskBytes,
        double estimatedSeconds,
        List<String> details) {

    /** Copies the list. */
    public RunPlan {
        details = List.copyOf(details);
    }

    /** Returns the tests of a variable in words. */
    static String text(List<? extends QcTest> tests) {
        return tests.isEmpty()
                ? "no tests"
                : tests.stream().map(QcTest::describe).collect(Collectors.joining("; "));
    }
}
