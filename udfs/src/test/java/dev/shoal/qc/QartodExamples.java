package dev.shoal.qc;

import java.util.List;

/** Examples of QARTOD's tests that ioos_qc has too. */
final class QartodExamples {

    static final List<QcTest> ALL = List.of(
            new GrossRange(new Span(5, 20)),
            new GrossRange(new Span(0, 25), new Span(8, 12)),
            new Spike(1, 3, Spike.Method.AVERAGE),
            new Spike(0.25, 2, Spike.Method.DIFFERENTIAL),
            new RateOfChange(0.5, 4),
            new RateOfChange(1),
            new FlatLine(1, 2.5, 0.5),
            new FlatLine(0, 0, 0.125),
            new FlatLine(0.5, 1000, 0.25),
            new FlatLine(1, 2.5, 0.5, 0.5));

    private QartodExamples() {}
}
