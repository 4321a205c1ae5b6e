package dev.shoal.qc.conformance;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcCatalogue;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.Role;
import dev.shoal.qc.Series;
import dev.shoal.qc.SeriesTest;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores calls of ioos_qc's tests: a call becomes a configuration in ioos_qc's own shape, which is read and run.
 *
 * <p>Where ioos_qc refuses its parameters Shoal must refuse them as well; where it fails otherwise, Shoal must refuse
 * them or give no flag but {@link QcFlag#UNKNOWN}.
 */
final class IoosPeer implements Conformance.Peer {

    private static final List<String> ROLL_UPS = List.of("qartod_compare", "aggregate");

    private static final long MICROS_PER_SECOND = 1_000_000;

    /**
     * What Shoal says.
     *
     * @param flags where it judges
     * @param refusal why it does not; empty where it does
     */
    private record Answer(byte[] flags, Optional<String> refusal) {

        static Answer of(byte[] flags) {
            return new Answer(flags, Optional.empty());
        }

        static Answer refusal(String why) {
            return new Answer(new byte[0], Optional.of(why));
        }
    }

    @Override
    public CaseResult score(PeerCase call) {
        if (!isBuilt(call)) {
            return CaseResult.notBuilt(call);
        }
        Answer answer;
        try {
            answer = ROLL_UPS.contains(call.function()) ? rollUp(call) : run(call);
        } catch (IllegalArgumentException e) { // What Shoal refuses while it runs is an answer to be compared.
            answer = Answer.refusal(String.valueOf(e.getMessage()));
        }
        Optional<String> difference =
                call.expectsError() ? differenceFromError(call, answer) : differenceFromFlags(call, answer);
        return difference.map(text -> CaseResult.wrong(call, text)).orElseGet(() -> CaseResult.right(call));
    }

    private static boolean isBuilt(PeerCase call) {
        return (call.module().equals("qartod") && ROLL_UPS.contains(call.function()))
                || QcCatalogue.entries().stream()
                        .anyMatch(entry -> call.test().equals(entry.module() + "." + entry.function()));
    }

    private static Answer rollUp(PeerCase call) {
        List<InputArray> vectors = PeerCase.list(call.inputs().get("vectors")).stream()
                .map(vector -> InputArray.of("vectors", vector))
                .toList();
        byte[] flags = new byte[vectors.isEmpty() ? 0 : vectors.get(0).size()];
        Arrays.fill(flags, QcFlag.MISSING);
        vectors.forEach(vector -> QcFlag.rollUp(vector.codes(), flags));
        return Answer.of(flags);
    }

    private static Answer run(PeerCase call) {
        List<String> problems = new ArrayList<>();
        Map<String, ?> tree = Map.of("x", Map.of(call.module(), Map.of(call.function(), call.params())));
        QcConfiguration configuration = QcConfiguration.parse(tree, problems);
        if (!problems.isEmpty()) {
            return Answer.refusal(problems.get(0));
        }
        SeriesTest test =
                (SeriesTest) configuration.suite("x").orElseThrow().tests().get(0);
        Series series = series(call);
        byte[] flags = new byte[series.size()];
        test.flag(series, flags);
        return Answer.of(flags);
    }

    private static Series series(PeerCase call) {
        Optional<InputArray> input = call.input("inp");
        if (call.function().equals("flat_line_test") && input.isPresent()) {
            return flatLine(input.get().numbers(), call);
        }
        int size = size(call);
        Optional<InputArray> given = input.filter(InputArray::isTimes).or(() -> call.input("tinp"));
        double[] values =
                input.filter(array -> !array.isTexts()).map(InputArray::numbers).orElseGet(() -> new double[size]);
        return new Series(given.map(InputArray::micros).orElseGet(() -> secondly(size)), values, size)
                .with(companions(call));
    }

    /** Makes the series of a flat line test, of whose times ioos_qc takes the median step and not their number. */
    private static Series flatLine(double[] values, PeerCase call) {
        long[] times = call.input("tinp").map(InputArray::micros).orElseGet(() -> secondly(values.length));
        Cadence given = Cadence.of(times, times.length);
        Cadence cadence = new Cadence(values.length, given.intervalMicros(), given.order());
        return new Series(Arrays.copyOf(times, values.length), values, values.length, cadence);
    }

    private static Companions companions(PeerCase call) {
        Companions companions = Companions.NONE;
        for (Map.Entry<String, String> role :
                Map.of("zinp", Role.DEPTH, "lon", Role.LON, "lat", Role.LAT).entrySet()) {
            Optional<double[]> numbers = call.input(role.getKey()).map(InputArray::numbers);
            companions = numbers.isPresent() ? companions.with(role.getValue(), numbers.get()) : companions;
        }
        Optional<InputArray> texts = call.input("inp").filter(InputArray::isTexts);
        return texts.isPresent() ? companions.withTexts(Role.TEXT, texts.get().texts()) : companions;
    }

    private static int size(PeerCase call) {
        List<Integer> sizes = call.inputs().keySet().stream()
                .flatMap(name -> call.input(name).map(InputArray::size).stream())
                .distinct()
                .toList();
        if (sizes.size() != 1) {
            throw new IllegalArgumentException(
                    "Cannot judge arrays of " + sizes + " samples: expected as many of each.");
        }
        return sizes.get(0);
    }

    private static long[] secondly(int size) {
        return Stream.iterate(0L, time -> time + MICROS_PER_SECOND)
                .limit(size)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static Optional<String> differenceFromError(PeerCase call, Answer answer) {
        if (answer.refusal().isPresent()) {
            return Optional.empty();
        }
        if (call.tags().contains("bad_params")) {
            return Optional.of("found flags, expected that the parameters are refused");
        }
        return difference(call, answer.flags(), unknown(answer.flags().length));
    }

    private static byte[] unknown(int size) {
        byte[] flags = new byte[size];
        Arrays.fill(flags, QcFlag.UNKNOWN);
        return flags;
    }

    private static Optional<String> differenceFromFlags(PeerCase call, Answer answer) {
        return answer.refusal()
                .map(why -> "found a refusal, expected flags: " + why)
                .or(() -> difference(
                        call,
                        answer.flags(),
                        InputArray.codes(PeerCase.list(call.expected().get("flags")))));
    }

    private static Optional<String> difference(PeerCase call, byte[] found, byte[] expected) {
        return Differences.of(found, expected, call.ambiguous()::contains);
    }
}
