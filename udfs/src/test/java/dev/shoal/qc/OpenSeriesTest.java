package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.OpenSeries.Portion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenSeriesTest {

    private static final QcSuite SUITE = new QcSuite(
            List.of(new GrossRange(new Span(5, 20)), new Spike(1, 3, Spike.Method.AVERAGE), new RateOfChange(0.5, 4)));

    private static final OpenSuites SUITES = new OpenSuites(List.of("temp"), List.of("temp"), List.of(SUITE));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void afterEachPortionTheFlagsAreThoseOfAWholeSeriesOfAllThatHasCome(long seed) {
        Random random = new Random(seed);
        List<OpenSample> all = samples(random);
        OpenSeries series = new OpenSeries(SUITES, "P");
        Map<String, OpenSample> latest = new TreeMap<>();
        List<OpenSample> come = new ArrayList<>();
        int longest = 0;
        for (int start = 0; start < all.size(); ) {
            int end = Math.min(all.size(), start + 1 + random.nextInt(30));
            List<OpenSample> portion = all.subList(start, end);
            come.addAll(portion);
            long horizon = all.subList(end, all.size()).stream()
                    .mapToLong(OpenSample::timeMicros)
                    .min()
                    .orElse(Long.MAX_VALUE);
            Portion came = series.add(portion, horizon);
            assertThat(came.late()).isEmpty();
            came.changed().forEach(sample -> latest.put(sample.key(), sample));
            assertThat(latest).isEqualTo(whole(come));
            longest = Math.max(longest, series.held());
            series = random.nextBoolean() ? series : new OpenSeries(SUITES, "P", series.state());
            start = end;
        }
        assertThat(longest).isLessThan(60);
    }

    @Test
    void whatComesTooLateIsToldAndNotJudged() {
        OpenSeries series = new OpenSeries(SUITES, "P");
        OpenSample first = new OpenSample(1_000_000, "a", 0, new double[] {10});
        assertThat(series.add(List.of(first), 5_000_000).changed()).hasSize(1);
        OpenSample late = new OpenSample(4_000_000, "a", 1, new double[] {10});
        OpenSample timeless = new OpenSample(Series.NO_TIME, "a", 2, new double[] {10});
        assertThat(series.add(List.of(late, timeless), 6_000_000))
                .isEqualTo(new Portion(List.of(), List.of(late, timeless)));
    }

    @Test
    void aColumnThatNeverHeldANumberIsNotBesideTheValues() {
        QcSuite suite = new QcSuite(List.of(new DensityInversion(-0.03, DensityInversion.OFF)));
        OpenSuites suites =
                new OpenSuites(List.of("rho", "p"), List.of("rho"), List.of(suite), List.of(Map.of(Role.DEPTH, "p")));
        OpenSeries series = new OpenSeries(suites, "P");
        series.add(List.of(new OpenSample(0, "a", 0, new double[] {1025, Double.NaN})), Long.MIN_VALUE);
        assertThat(series.unrun(0))
                .singleElement()
                .extracting(QcSuite.Unrun::reason)
                .isEqualTo("there is no depth beside the values");
        OpenSeries later = new OpenSeries(suites, "P", series.state());
        later.add(List.of(new OpenSample(1, "a", 1, new double[] {1025, 100})), Long.MIN_VALUE);
        assertThat(later.unrun(0)).isEmpty();
    }

    @Test
    void refusesATestThatIsCutOffByItsContext() {
        Scope cut = Scope.EVERYWHERE.within(0, 10).with(Scope.Outside.CUT_OFF);
        QcSuite suite = new QcSuite(List.of(new Spike(1, 3, Spike.Method.AVERAGE)), List.of(cut));
        assertThatThrownBy(() -> new OpenSuites(List.of("temp"), List.of("temp"), List.of(suite)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("it must know the whole series");
    }

    @Test
    void refusesATestThatOnlyAWholeSeriesCanAnswer() {
        QcSuite flat = new QcSuite(List.of(new FlatLine(1, 2, 0.5)));
        assertThatThrownBy(() -> new OpenSuites(List.of("temp"), List.of("temp"), List.of(flat)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot run flat_line on 'temp' of a stream: it must know the whole series. Give its sampling"
                                + " interval where it takes one, or run it in batch, with 'shoal run'.");
    }

    private static Map<String, OpenSample> whole(List<OpenSample> come) {
        Map<String, OpenSample> judged = new TreeMap<>();
        List<OpenSample> sorted = new ArrayList<>(come);
        sorted.sort((a, b) -> a.timeMicros() != b.timeMicros()
                ? Long.compare(a.timeMicros(), b.timeMicros())
                : Long.compare(a.index(), b.index()));
        long[] times = sorted.stream().mapToLong(OpenSample::timeMicros).toArray();
        double[] values =
                sorted.stream().mapToDouble(sample -> sample.values()[0]).toArray();
        byte[] flags = new byte[times.length];
        int[] raised = new int[times.length];
        SUITE.flag(new Series(times, values, times.length), flags, raised);
        for (int i = 0; i < times.length; i++) {
            OpenSample sample = sorted.get(i);
            judged.put(sample.key(), sample.judged(new byte[] {flags[i]}, new int[] {raised[i]}));
        }
        return judged;
    }

    /** Returns samples in the order in which they come: nearly that of their times, some of which are doubled. */
    private static List<OpenSample> samples(Random random) {
        Series series = SomeSeries.random(random.nextLong());
        List<OpenSample> samples = new ArrayList<>();
        long time = 1_600_000_000_000_000L;
        for (int i = 0; i < series.size(); i++) {
            time += random.nextInt(10) == 0 ? 0 : 500_000;
            samples.add(new OpenSample(time, "a", i, new double[] {series.values()[i]}));
        }
        for (int i = 0; i + 8 < samples.size(); i += 8) {
            Collections.shuffle(samples.subList(i, i + 8), random);
        }
        return samples;
    }
}
