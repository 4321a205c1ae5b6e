package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every test, whichever it is: a new one only adds examples here. */
class QcTestLawTest {

    static Stream<QcTest> examples() {
        return Stream.of(
                new GrossRange(new Span(5, 20)),
                new GrossRange(new Span(0, 25), new Span(8, 12)),
                new Spike(1, 3, Spike.Method.AVERAGE),
                new Spike(0.25, 2, Spike.Method.DIFFERENTIAL),
                new RateOfChange(0.5, 4),
                new RateOfChange(1),
                new FlatLine(1, 2.5, 0.5),
                new FlatLine(0, 0, 0.125),
                new FlatLine(0.5, 1000, 0.25));
    }

    @Test
    void everyKindOfTestIsListedAndHasAnExample() {
        List<String> examples = examples().map(QcTest::name).distinct().toList();
        assertThat(QcTests.names()).isEqualTo(examples);
        assertThat(examples().<Class<?>>map(QcTest::getClass).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(kinds(QcTest.class).toList());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPartWithItsReachGetsTheFlagsOfTheWhole(QcTest test) {
        for (long seed = 0; seed < 300; seed++) {
            Series whole = SomeSeries.random(seed);
            byte[] expected = flags(test, whole);
            assertThat(inParts(test, whole, new Random(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void blocksOfAnySizeGetTheFlagsOfTheWhole(QcTest test) {
        for (long seed = 0; seed < 100; seed++) {
            Series series = SomeSeries.random(seed);
            QcKernel kernel = test.kernel(series);
            byte[] flags = new byte[series.size()];
            Random random = new Random(seed);
            for (int start = 0; start < series.size(); ) {
                int end = Math.min(series.size(), start + random.nextInt(20));
                byte[] block = new byte[end - start];
                kernel.flag(start, end, block);
                System.arraycopy(block, 0, flags, start, block.length);
                start = end;
            }
            assertThat(flags).as("seed %d", seed).isEqualTo(flags(test, series));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onlyFlagsComeOut(QcTest test) {
        for (long seed = 0; seed < 100; seed++) {
            for (byte flag : flags(test, SomeSeries.random(seed))) {
                assertThat(QcFlag.isFlag(flag)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void neitherValuesNorTimesChange(QcTest test) {
        Series series = SomeSeries.random(7);
        double[] values = series.values().clone();
        long[] times = series.timeMicros().clone();
        flags(test, series);
        assertThat(series.values()).isEqualTo(values);
        assertThat(series.timeMicros()).isEqualTo(times);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void emptyAndSingleSeriesAreFlagged(QcTest test) {
        assertThat(flags(test, SomeSeries.minutely())).isEmpty();
        assertThat(flags(test, SomeSeries.minutely(10))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void missingValuesAreNeverRaised(QcTest test) {
        Series series = SomeSeries.minutely(10, Double.NaN, 10, Double.NaN, Double.NaN, 10);
        byte[] flags = flags(test, series);
        assertThat(new byte[] {flags[1], flags[3], flags[4]}).containsOnly(QcFlag.MISSING);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void serializesToAnEqualTest(QcTest test) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(test);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(test);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysItsThresholds(QcTest test) {
        assertThat(test.describe()).startsWith(test.name().replace('_', ' '));
        assertThat(test.parameters()).isNotEmpty();
    }

    private static byte[] flags(QcTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return flags;
    }

    private static byte[] inParts(QcTest test, Series whole, Random random) {
        Cadence cadence = whole.measuredCadence();
        Reach reach = test.reach(cadence);
        byte[] flags = new byte[whole.size()];
        for (int start = 0; start < whole.size(); ) {
            int end = Math.min(whole.size(), start + 1 + random.nextInt(40));
            int from = (int) Math.max(0, start - reach.samplesBefore());
            int to = (int) Math.min(whole.size(), end + reach.samplesAfter());
            Series part = new Series(
                    Arrays.copyOfRange(whole.timeMicros(), from, to),
                    Arrays.copyOfRange(whole.values(), from, to),
                    to - from,
                    cadence);
            System.arraycopy(flags(test, part), start - from, flags, start, end - start);
            start = end;
        }
        return flags;
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }
}
