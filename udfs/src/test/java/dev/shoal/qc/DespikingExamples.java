package dev.shoal.qc;

import java.util.List;

/** Examples of tests that look for spikes and stuck values. */
final class DespikingExamples {

    static final List<QcTest> ALL = List.of(
            new Hampel(3, 0, 1, 5),
            new Hampel(21, 0.125, 3, 6),
            new Hampel(1001, 0, 3, 6),
            new Mad(0, 2, 4),
            new Mad(0.5, 3, Double.POSITIVE_INFINITY),
            new TukeySpike(TukeySpike.Scale.UNIT, 0.5, 2),
            new TukeySpike(TukeySpike.Scale.DEVIATION, 0.25, 1),
            new MedianSpike(0.5, 2),
            new Gradient(0.5, 2),
            new DigitRollover(Double.POSITIVE_INFINITY, 4),
            new StuckValue(0, 2),
            new StuckValue(100, 5),
            new CumulativeRateOfChange(0.8, 0.5, 2));

    private DespikingExamples() {}
}
