package dev.shoal.qc;

import java.util.List;

/** Examples of tests that are Shoal's own. */
final class OwnExamples {

    static final List<QcTest> ALL =
            List.of(new Isolation(50_000, 3600, 2), new Isolation(1_000_000, 1e5, 5), new BasinRange());

    private OwnExamples() {}
}
