package dev.shoal.bench;

import dev.shoal.qc.AttenuatedSignal;
import dev.shoal.qc.Cadence;
import dev.shoal.qc.CalendarPeriod;
import dev.shoal.qc.Climatology;
import dev.shoal.qc.FlatLine;
import dev.shoal.qc.GrossRange;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.RateOfChange;
import dev.shoal.qc.Season;
import dev.shoal.qc.Series;
import dev.shoal.qc.SeriesTest;
import dev.shoal.qc.Span;
import dev.shoal.qc.Spike;
import dev.shoal.qc.TimeGap;
import dev.shoal.qc.window.Spread;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

/**
 * Quality control of a series of ten million samples in one thread: samples a microsecond, which are millions a second.
 * The first three say what the memory gives.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class QcBenchmark {

    private static final int SAMPLES = 10_000_000;
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    private static final SeriesTest GROSS_RANGE = new GrossRange(new Span(-2, 40), new Span(0, 32));
    private static final SeriesTest SPIKE = new Spike(2, 6, Spike.Method.AVERAGE);
    private static final SeriesTest RATE_OF_CHANGE = new RateOfChange(0.005, 0.01);
    private static final SeriesTest FLAT_LINE = new FlatLine(HOUR, DAY, 0.001);
    private static final SeriesTest ATTENUATED = attenuated(DAY, Spread.STANDARD_DEVIATION);
    private static final SeriesTest CLIMATOLOGY = new Climatology(
            LongStream.rangeClosed(1, 12).mapToObj(QcBenchmark::month).toList());

    private final double[] values = Samples.series(SAMPLES);
    private final long[] times = Samples.times(SAMPLES);
    private final double[] copy = new double[SAMPLES];
    private final Series series = new Series(times, values, SAMPLES, Cadence.of(times, SAMPLES));
    private final QcSuite six =
            new QcSuite(List.of(GROSS_RANGE, SPIKE, RATE_OF_CHANGE, FLAT_LINE, ATTENUATED, CLIMATOLOGY));
    private final byte[] flags = new byte[SAMPLES];
    private final int[] raised = new int[SAMPLES];

    private static SeriesTest attenuated(int seconds, Spread spread) {
        return new AttenuatedSignal(0.01, 0.001, seconds, 1, 0, spread);
    }

    private static Climatology.Box month(long month) {
        Season season = new Season.Recurring(CalendarPeriod.MONTH, month, month);
        return new Climatology.Box(season, new Span(2, 22), new Span(0, 30), Span.ALL);
    }

    /** Copies the values: the memory's limit for what reads and writes. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double[] limitOfCopyingValues() {
        System.arraycopy(values, 0, copy, 0, SAMPLES);
        return copy;
    }

    /** Adds up the values: the memory's limit for tests that need no times. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double limitOfReadingValues() {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < SAMPLES; i += 2) {
            even += values[i];
            odd += values[i + 1];
        }
        return even + odd;
    }

    /** Adds up values and times: the memory's limit for tests that need both. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public double limitOfReadingValuesAndTimes() {
        double sum = 0;
        long ticks = 0;
        for (int i = 0; i < SAMPLES; i++) {
            sum += values[i];
            ticks += times[i];
        }
        return sum + ticks;
    }

    /** Gross range with two spans. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] grossRange() {
        return flags(GROSS_RANGE);
    }

    /** Spike by the mean of the neighbours. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] spike() {
        return flags(SPIKE);
    }

    /** Spike by both differences. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] spikeDifferential() {
        return flags(new Spike(2, 6, Spike.Method.DIFFERENTIAL));
    }

    /** Rate of change with two thresholds. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] rateOfChange() {
        return flags(RATE_OF_CHANGE);
    }

    /** Flat line of 6 and 144 samples within less than the noise. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] flatLine() {
        return flags(FLAT_LINE);
    }

    /** Flat line of 144 and 14 400 samples within more than the noise, so that every window is looked into. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] flatLineOfSmoothSeries() {
        return flags(new FlatLine(DAY, 100 * DAY, 1));
    }

    /** Standard deviation over 144 samples. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] attenuatedSignal() {
        return flags(ATTENUATED);
    }

    /** Standard deviation over 14 400 samples. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] attenuatedSignalOfHundredDays() {
        return flags(attenuated(100 * DAY, Spread.STANDARD_DEVIATION));
    }

    /** Range over 144 samples. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] attenuatedRange() {
        return flags(attenuated(DAY, Spread.RANGE));
    }

    /** A box for each month. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] climatology() {
        return flags(CLIMATOLOGY);
    }

    /** Gaps in time. */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] timeGap() {
        return flags(new TimeGap(2));
    }

    /**
     * Gross range, spike, rate of change, flat line, attenuated signal and climatology, with their roll-up, in one
     * pass.
     */
    @Benchmark
    @OperationsPerInvocation(SAMPLES)
    public byte[] sixTests() {
        six.flag(series, flags, raised);
        return flags;
    }

    private byte[] flags(SeriesTest test) {
        test.flag(series, flags);
        return flags;
    }
}
