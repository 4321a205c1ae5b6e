package dev.shoal.bench;

import dev.shoal.qc.FlatLine;
import dev.shoal.qc.GrossRange;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.RateOfChange;
import dev.shoal.qc.Series;
import dev.shoal.qc.Span;
import dev.shoal.qc.Spike;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Quality control of a series of a million samples; the time is of one sample. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class QcBenchmark {

    private static final int SAMPLES = 1_000_000;
    private static final GrossRange GROSS_RANGE = new GrossRange(new Span(-2, 40), new Span(0, 32));

    private final Series series = new Series(Samples.times(SAMPLES), Samples.series(SAMPLES), SAMPLES);
    private final QcSuite one = new QcSuite(List.of(GROSS_RANGE));
    private final QcSuite four = new QcSuite(List.of(
            GROSS_RANGE,
            new Spike(2, 6, Spike.Method.AVERAGE),
            new RateOfChange(0.005),
            new FlatLine(3600, 7200, 0.001)));
    private final byte[] flags = new byte[SAMPLES];
    private final int[] raised = new int[SAMPLES];

    /** Runs the gross range test alone. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] grossRange() {
        one.flag(series, flags, raised);
        return flags;
    }

    /** Runs gross range, spike, rate of change and flat line together. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] fourTests() {
        four.flag(series, flags, raised);
        return flags;
    }
}
