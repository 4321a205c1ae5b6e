package dev.shoal.qc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A test of series and where it applies.
 *
 * @param test with its parameters
 * @param scope where it applies
 */
record ScopedTest(SeriesTest test, Scope scope) {

    /** Stands for samples that the test says nothing of. */
    static final byte UNTOLD = 0;

    /** Returns why the test cannot judge a series. */
    Optional<String> obstacle(Series series) {
        List<String> missing = scope.needs().stream()
                .filter(name -> !series.companions().has(name))
                .toList();
        return missing.isEmpty()
                ? test.obstacle(series)
                : Optional.of("there is no " + String.join(" and no ", missing)
                        + " beside the values to tell which lie in its region");
    }

    /** Returns how far around a sample the test looks. */
    Reach reach(Cadence cadence) {
        return isCutOff() ? Reach.WHOLE : test.reach(cadence);
    }

    /** Sets the test to work; what it says nothing of is {@link #UNTOLD}. */
    QcKernel kernel(Series series) {
        if (scope.holdsWholeSeries()) {
            return test.kernelOrUnknown(series);
        }
        if (obstacle(series).isPresent()) {
            return (start, end, flags) -> Arrays.fill(flags, 0, end - start, dev.shoal.qc.flag.QcFlag.UNKNOWN);
        }
        return isCutOff() ? ofItsOwn(series) : amongNeighbours(series);
    }

    private boolean isCutOff() {
        return scope.outside() == Scope.Outside.CUT_OFF && !scope.holdsWholeSeries();
    }

    private QcKernel amongNeighbours(Series series) {
        QcKernel kernel = test.kernel(series);
        return (start, end, flags) -> {
            kernel.flag(start, end, flags);
            for (int i = start; i < end; i++) {
                flags[i - start] = scope.holds(series, i) ? flags[i - start] : UNTOLD;
            }
        };
    }

    /** Judges what lies inside as a series of its own, all at once. */
    private QcKernel ofItsOwn(Series series) {
        int[] inside = IntStream.range(0, series.size())
                .filter(i -> scope.holds(series, i))
                .toArray();
        byte[] own = new byte[inside.length];
        test.flag(pick(series, inside), own);
        byte[] all = new byte[series.size()];
        for (int i = 0; i < inside.length; i++) {
            all[inside[i]] = own[i];
        }
        return (start, end, flags) -> System.arraycopy(all, start, flags, 0, end - start);
    }

    private static Series pick(Series series, int[] places) {
        Companions beside = series.companions();
        Map<String, double[]> numbers = new HashMap<>();
        beside.numbers().forEach((name, sampled) -> numbers.put(name, pick(sampled, places)));
        Map<String, String[]> texts = new HashMap<>();
        beside.texts()
                .forEach((name, sampled) -> texts.put(
                        name, Arrays.stream(places).mapToObj(i -> sampled[i]).toArray(String[]::new)));
        return new Series(
                Arrays.stream(places).mapToLong(i -> series.timeMicros()[i]).toArray(),
                pick(series.values(), places),
                places.length,
                Cadence.UNMEASURED,
                new Companions(numbers, texts, beside.traits(), beside.before()));
    }

    private static double[] pick(double[] sampled, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> sampled[i]).toArray();
    }

    /** Returns the tests of series among tests, each with its scope. */
    static List<ScopedTest> ofSeries(List<QcTest> tests, List<Scope> scopes) {
        List<ScopedTest> found = new ArrayList<>();
        for (int i = 0; i < tests.size(); i++) {
            if (tests.get(i) instanceof SeriesTest ofSeries) {
                found.add(new ScopedTest(ofSeries, scopes.get(i)));
            }
        }
        return found;
    }
}
