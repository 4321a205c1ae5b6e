package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every test, whichever it is: a new one only adds examples here. */
class QcTestLawTest {

    /** Tests that say of a missing value what ioos_qc says of it: the roll-up is missing all the same. */
    private static final List<String> GOOD_WHERE_MISSING = List.of("pressure_increasing");

    static Stream<QcTest> examples() {
        return Stream.of(
                        QartodExamples.ALL,
                        OwnExamples.ALL,
                        AutoqcExamples.ALL,
                        IoosExamples.ALL,
                        DespikingExamples.ALL,
                        CotedeExamples.ALL,
                        PlaceExamples.ALL,
                        ManualsExamples.ALL,
                        ArgoExamples.ALL)
                .flatMap(List::stream);
    }

    static Stream<SeriesTest> testsOfSeries() {
        return examples().filter(SeriesTest.class::isInstance).map(SeriesTest.class::cast);
    }

    static Stream<NeighbourhoodTest> testsOfNeighbourhoods() {
        return examples().filter(NeighbourhoodTest.class::isInstance).map(NeighbourhoodTest.class::cast);
    }

    @Test
    void everyKindOfTestIsListedAndHasAnExample() {
        List<String> examples = examples().map(QcTest::name).distinct().toList();
        assertThat(examples).containsExactlyInAnyOrderElementsOf(QcTests.names());
        assertThat(examples().<Class<?>>map(QcTest::getClass).distinct().toList())
                .containsExactlyInAnyOrderElementsOf(kinds(QcTest.class).toList());
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void aPartWithItsReachGetsTheFlagsOfTheWhole(SeriesTest test) {
        for (long seed = 0; seed < 300; seed++) {
            Series whole = SomeSeries.random(seed);
            byte[] expected = flags(test, whole);
            assertThat(inParts(test, whole, new Random(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void blocksOfAnySizeGetTheFlagsOfTheWhole(SeriesTest test) {
        for (long seed = 0; seed < 100; seed++) {
            Series series = SomeSeries.random(seed);
            QcKernel kernel = test.kernelOrUnknown(series);
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
    @MethodSource("testsOfSeries")
    void onlyFlagsComeOut(SeriesTest test) {
        for (long seed = 0; seed < 100; seed++) {
            for (byte flag : flags(test, SomeSeries.random(seed))) {
                assertThat(QcFlag.isFlag(flag)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void neitherValuesNorTimesChange(SeriesTest test) {
        Series series = SomeSeries.random(7);
        double[] values = series.values().clone();
        long[] times = series.timeMicros().clone();
        flags(test, series);
        assertThat(series.values()).isEqualTo(values);
        assertThat(series.timeMicros()).isEqualTo(times);
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void emptyAndSingleSeriesAreFlagged(SeriesTest test) {
        assertThat(flags(test, SomeSeries.minutely())).isEmpty();
        assertThat(flags(test, SomeSeries.minutely(10))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void missingValuesAreNeverRaised(SeriesTest test) {
        Series series = SomeSeries.minutely(10, Double.NaN, 10, Double.NaN, Double.NaN, 10);
        Series whole = SomeSeries.complete(series, test.needs());
        byte[] flags = flags(test, whole);
        byte missing = GOOD_WHERE_MISSING.contains(test.name()) ? QcFlag.GOOD : QcFlag.MISSING;
        byte expected = test.obstacle(whole).isPresent() ? QcFlag.UNKNOWN : missing;
        assertThat(new byte[] {flags[1], flags[3], flags[4]}).containsOnly(expected);
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
        boolean hasNone = QcTests.named(test.name()).orElseThrow().parameters().isEmpty();
        assertThat(test.parameters().isEmpty()).isEqualTo(hasNone);
    }

    @ParameterizedTest
    @MethodSource("testsOfSeries")
    void lackingWhatItNeedsATestJudgesNothingAndSaysWhy(SeriesTest test) {
        Series bare = SomeSeries.minutely(10, 11, 12);
        assertThat(test.obstacle(bare).isPresent() || test.needs().isEmpty()).isTrue();
        if (!test.needs().isEmpty()) {
            assertThat(flags(test, bare)).containsOnly(QcFlag.UNKNOWN);
            assertThat(test.obstacle(bare))
                    .hasValueSatisfying(
                            reason -> assertThat(reason).contains(test.needs().get(0)));
        }
    }

    @ParameterizedTest
    @MethodSource("testsOfNeighbourhoods")
    void anyShareOfANeighbourhoodGetsTheFlagsOfTheWhole(NeighbourhoodTest test) {
        for (long seed = 0; seed < 30; seed++) {
            Neighbourhood whole = SomeNeighbourhood.random(seed);
            byte[] expected = new byte[whole.size()];
            test.flag(whole, expected);
            assertThat(SomeNeighbourhood.inShares(test, whole, new Random(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static byte[] flags(SeriesTest test, Series series) {
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return flags;
    }

    private static byte[] inParts(SeriesTest test, Series whole, Random random) {
        Reach reach = test.reach(whole.measuredCadence());
        byte[] flags = new byte[whole.size()];
        byte[] part = new byte[0];
        int partFrom = -1;
        for (int start = 0; start < whole.size(); ) {
            int end = Math.min(whole.size(), start + 1 + random.nextInt(40));
            int from = reach.firstNeeded(whole, start);
            int to = reach.endNeeded(whole, end);
            if (from != partFrom || to - from != part.length) {
                part = flags(test, whole.part(from, to));
                partFrom = from;
            }
            System.arraycopy(part, start - from, flags, start, end - start);
            start = end;
        }
        return flags;
    }

    private static Stream<Class<?>> kinds(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind) : Stream.of(kind));
    }
}
