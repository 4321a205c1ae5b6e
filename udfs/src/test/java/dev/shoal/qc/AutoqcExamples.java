package dev.shoal.qc;

import dev.shoal.qc.autoqc.AutoqcCast;
import dev.shoal.qc.autoqc.AutoqcCheck;
import dev.shoal.qc.autoqc.AutoqcNeed;
import java.util.Arrays;
import java.util.List;

/** Examples of AutoQC's checks, each of casts by an expendable bathythermograph. */
final class AutoqcExamples {

    static final List<QcTest> ALL = Arrays.stream(AutoqcCheck.values())
            .<QcTest>map(AutoqcExamples::example)
            .toList();

    private AutoqcExamples() {}

    private static AutoqcTest example(AutoqcCheck check) {
        return check.needs().contains(AutoqcNeed.PROBE)
                ? new AutoqcTest(check, AutoqcCast.XBT, "JP")
                : new AutoqcTest(check);
    }
}
