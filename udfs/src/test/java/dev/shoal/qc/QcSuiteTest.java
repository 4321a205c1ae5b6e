package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QcSuiteTest {

    private static final QcSuite SUITE = new QcSuite(List.of(
            new GrossRange(new Span(0, 25), new Span(8, 12)),
            new Spike(1, 3, Spike.Method.AVERAGE),
            new RateOfChange(0.5, 4),
            new FlatLine(1, 2.5, 0.5)));

    @Test
    void rollsUpAndRemembersWhichTestsRaisedAFlag() {
        QcSuite suite = new QcSuite(List.of(new GrossRange(new Span(0, 10)), new Spike(2, 0, Spike.Method.AVERAGE)));
        byte[] flags = new byte[5];
        int[] raised = new int[5];
        suite.flag(SomeSeries.minutely(5, 11, 5, Double.NaN, 5), flags, raised);
        assertThat(flags).containsExactly(1, 4, 1, 9, 1);
        assertThat(raised).containsExactly(0, 0b11, 0, 0, 0);
        assertThat(suite.names(0b11)).containsExactly("gross_range", "spike");
        assertThat(suite.names(0b10)).containsExactly("spike");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void saysWhatTheTestsSayOneByOne(long seed) {
        Series series = longSeries(seed);
        byte[] expected = new byte[series.size()];
        int[] expectedRaised = new int[series.size()];
        byte[] one = new byte[series.size()];
        for (int test = 0; test < SUITE.tests().size(); test++) {
            ((SeriesTest) SUITE.tests().get(test)).flag(series, one);
            QcFlag.rollUp(one, expected);
            for (int i = 0; i < one.length; i++) {
                expectedRaised[i] |= one[i] == QcFlag.SUSPECT || one[i] == QcFlag.FAIL ? 1 << test : 0;
            }
        }
        byte[] flags = new byte[series.size()];
        int[] raised = new int[series.size()];
        SUITE.flag(series, flags, raised);
        assertThat(flags).isEqualTo(expected);
        assertThat(raised).isEqualTo(expectedRaised);
    }

    @Test
    void callsAMissingValueMissingEvenWhereATestPassesIt() {
        byte[] flags = new byte[1];
        new QcSuite(List.of(new FlatLine(1, 2, 1))).flag(SomeSeries.minutely(Double.NaN), flags, new int[1]);
        assertThat(flags).containsExactly(9);
    }

    @Test
    void knowsNothingWithoutTests() {
        byte[] flags = new byte[2];
        new QcSuite(List.of()).flag(new double[] {1, Double.NaN}, 2, flags, new int[2]);
        assertThat(flags).containsExactly(2, 9);
    }

    @Test
    void flagsGridsByTestsOfSingleValues() {
        byte[] flags = new byte[3];
        int[] raised = new int[3];
        new QcSuite(List.of(new GrossRange(new Span(0, 10)))).flag(new double[] {11, 5, Double.NaN}, 3, flags, raised);
        assertThat(flags).containsExactly(4, 1, 9);
        assertThat(raised).containsExactly(1, 0, 0);
    }

    @Test
    void refusesTestsOfSeriesOnGrids() {
        assertThat(SUITE.testsOfSeries()).containsExactly("spike", "rate_of_change", "flat_line");
        assertThatThrownBy(() -> SUITE.flag(new double[1], 1, new byte[1], new int[1]))
                .hasMessage(
                        "Cannot run the test spike on values without times: found a grid, expected a series. Leave the"
                                + " test out for grids.");
    }

    @Test
    void reachesAsFarAsItsTests() {
        assertThat(SUITE.reach(new Cadence(100, 500_000))).isEqualTo(Reach.samples(5, 1));
    }

    @Test
    void refusesMoreTestsThanBits() {
        assertThatThrownBy(() -> new QcSuite(Collections.nCopies(33, new GrossRange(new Span(0, 1)))))
                .hasMessage(
                        "Cannot make a QC suite: found 33 tests, expected at most 32. Join those that differ only in a"
                                + " threshold.");
    }

    private static Series longSeries(long seed) {
        Series once = SomeSeries.random(seed * 10);
        int copies = 10_000 / Math.max(once.size(), 1);
        double[] values = new double[copies * once.size()];
        long[] times = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = once.values()[i % once.size()];
        }
        Arrays.setAll(times, i -> i * 500_000L);
        return new Series(times, values, values.length);
    }

    @Test
    void saysNothingOfWhatLiesOutsideATestsScope() {
        Series series = SomeSeries.minutely(50, 50, 50, 50);
        Scope secondAndThird = Scope.EVERYWHERE.within(60_000_000L, 180_000_000L);
        QcSuite suite = new QcSuite(List.of(new GrossRange(new Span(0, 20))), List.of(secondAndThird));
        byte[] flags = new byte[4];
        int[] raised = new int[4];
        suite.flag(series, flags, raised);
        assertThat(flags).containsExactly(2, 4, 4, 2);
        assertThat(raised).containsExactly(0, 1, 1, 0);
    }

    @Test
    void asksOfAPlatformOnlyWhatIsMeantForIt() {
        Series series = SomeSeries.minutely(50).with(Companions.NONE.withTrait(Role.PLATFORM, "B1"));
        GrossRange narrow = new GrossRange(new Span(0, 20));
        Scope others = Scope.EVERYWHERE.except(List.of("B1"));
        Scope own = Scope.EVERYWHERE.of(List.of("B1"));
        byte[] flags = new byte[1];
        new QcSuite(List.of(narrow), List.of(others)).flag(series, flags, new int[1]);
        assertThat(flags).containsExactly(2);
        new QcSuite(List.of(narrow), List.of(own)).flag(series, flags, new int[1]);
        assertThat(flags).containsExactly(4);
    }

    /** A square of ten degrees around the antimeridian. */
    private static final Zone SQUARE = Zone.of(Map.of(
            "type",
            "Polygon",
            "coordinates",
            List.of(List.of(List.of(175, -5), List.of(185, -5), List.of(185, 5), List.of(175, 5), List.of(175, -5)))));

    @Test
    void judgesOnlyWhatLiesInItsRegion() {
        double[] lon = {170, 179, -179, -170, Double.NaN};
        Series series = SomeSeries.minutely(50, 50, 50, 50, 50)
                .with(Companions.NONE.with(Role.LON, lon).with(Role.LAT, new double[5]));
        QcSuite suite = new QcSuite(List.of(new GrossRange(new Span(0, 20))), List.of(Scope.EVERYWHERE.in(SQUARE)));
        byte[] flags = new byte[5];
        suite.flag(series, flags, new int[5]);
        assertThat(flags).containsExactly(2, 4, 4, 2, 2);
        assertThat(suite.companions()).containsExactly(Role.LAT, Role.LON);
    }

    @Test
    void saysWhyItCannotTellWhatLiesInARegion() {
        QcSuite suite = new QcSuite(List.of(new GrossRange(new Span(0, 20))), List.of(Scope.EVERYWHERE.in(SQUARE)));
        assertThat(suite.unrun(SomeSeries.minutely(50)))
                .containsExactly(new QcSuite.Unrun(
                        0, "there is no lat and no lon beside the values to tell which lie in its region"));
    }

    @Test
    void endsOfAWindowAreEndsOfTheSeriesOnlyWhereWhatLiesOutsideIsCutOff() {
        Series series = SomeSeries.minutely(10, 10, 30, 10, 10);
        Scope lastThree = Scope.EVERYWHERE.within(120_000_000L, Long.MAX_VALUE);
        Spike spike = new Spike(1, 3, Spike.Method.AVERAGE);
        byte[] flags = new byte[5];
        new QcSuite(List.of(spike), List.of(lastThree)).flag(series, flags, new int[5]);
        assertThat(flags).containsExactly(2, 2, 4, 4, 2);
        QcSuite cutOff = new QcSuite(List.of(spike), List.of(lastThree.with(Scope.Outside.CUT_OFF)));
        cutOff.flag(series, flags, new int[5]);
        assertThat(flags).containsExactly(2, 2, 2, 4, 2);
        assertThat(cutOff.reach(Cadence.of(series.timeMicros(), 5))).isEqualTo(Reach.WHOLE);
    }
}
