package dev.shoal.qc.conformance;

import dev.shoal.qc.autoqc.AutoqcCast;
import dev.shoal.qc.autoqc.AutoqcCheck;
import dev.shoal.qc.autoqc.AutoqcProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Scores calls of AutoQC's checks: the same levels are rejected. */
final class AutoqcPeer implements Conformance.Peer {

    /** Country of all profiles in AutoQC's own tests. */
    private static final String JAPAN = "JP";

    @Override
    public CaseResult score(PeerCase call) {
        return check(call).map(check -> score(call, check)).orElseGet(() -> CaseResult.notBuilt(call));
    }

    private static CaseResult score(PeerCase call, AutoqcCheck check) {
        List<?> reject = PeerCase.list(call.expected().get("reject"));
        byte[] expected = new byte[reject.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = code(Boolean.TRUE.equals(reject.get(i)));
        }
        return Differences.of(rejected(check.reject(profile(call))), expected, place -> false)
                .map(text -> CaseResult.wrong(call, text))
                .orElseGet(() -> CaseResult.right(call));
    }

    private static byte[] rejected(boolean[] levels) {
        byte[] codes = new byte[levels.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code(levels[i]);
        }
        return codes;
    }

    private static byte code(boolean isRejected) {
        return (byte) (isRejected ? 1 : 0);
    }

    private static Optional<AutoqcCheck> check(PeerCase call) {
        return call.params().containsKey("suspect")
                ? Optional.of(AutoqcCheck.EN_SPIKE_AND_STEP_SUSPECT)
                : AutoqcCheck.named(call.function());
    }

    /** Makes a call's profile; one of AutoQC's tests gives a depth too many, which its check never sees. */
    private static AutoqcProfile profile(PeerCase call) {
        double[] temperature = numbers(call, "temperature");
        int size = temperature.length;
        return new AutoqcProfile(
                cast(call),
                sized(numbers(call, "depth"), size),
                temperature,
                sized(numbers(call, "salinity"), size),
                sized(numbers(call, "pressure"), size));
    }

    private static double[] numbers(PeerCase call, String name) {
        return call.input(name).map(InputArray::numbers).orElseGet(() -> new double[0]);
    }

    private static double[] sized(double[] numbers, int size) {
        double[] sized = Arrays.copyOf(numbers, size);
        Arrays.fill(sized, Math.min(size, numbers.length), size, Double.NaN);
        return sized;
    }

    private static AutoqcCast cast(PeerCase call) {
        String country = call.params().get("country") instanceof String given ? given : JAPAN;
        return new AutoqcCast(
                number(call, "lat", Double.NaN),
                number(call, "lon", Double.NaN),
                (int) number(call, "year", 0),
                (int) number(call, "month", 0),
                (int) number(call, "day", 0),
                number(call, "time", Double.NaN),
                (int) number(call, "probe_type", AutoqcCast.UNKNOWN_PROBE),
                country);
    }

    private static double number(PeerCase call, String name, double otherwise) {
        return call.params().get(name) instanceof Number number ? number.doubleValue() : otherwise;
    }
}
