package dev.shoal.qc.conformance;

import dev.shoal.qc.cotede.CotedeCall;
import dev.shoal.qc.cotede.CotedeFlag;
import dev.shoal.qc.cotede.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Scores calls of CoTeDe's tests: flags are the same, and features the same but for what a last bit may change. */
final class CotedePeer implements Conformance.Peer {

    private static final double RELATIVE = 1e-12;

    @Override
    public CaseResult score(PeerCase call) {
        Optional<String> difference;
        try {
            difference = difference(call, outcome(call));
        } catch (IllegalArgumentException e) { // What Shoal refuses is an answer to be compared.
            difference = call.expectsError()
                    ? Optional.empty()
                    : Optional.of("found a refusal, expected flags: " + e.getMessage());
        }
        return difference.map(text -> CaseResult.wrong(call, text)).orElseGet(() -> CaseResult.right(call));
    }

    private static Outcome outcome(PeerCase call) {
        Map<String, double[]> inputs = new HashMap<>();
        call.inputs().keySet().forEach(name -> call.input(name).ifPresent(array -> inputs.put(name, array.numbers())));
        return new CotedeCall(call.function(), call.params(), inputs).outcome();
    }

    private static Optional<String> difference(PeerCase call, Outcome outcome) {
        if (call.expectsError()) {
            return Optional.of("found flags, expected a refusal");
        }
        byte[] flags = outcome.flags().values().iterator().next();
        return flags(flags, call.expected().get("flags"))
                .or(() -> valid(flags, call.expected().get("valid")))
                .or(() -> named(call, outcome))
                .or(() -> features(call, outcome));
    }

    private static Optional<String> flags(byte[] found, @Nullable Object expected) {
        return expected == null
                ? Optional.empty()
                : Differences.of(found, InputArray.codes(PeerCase.list(expected)), place -> false);
    }

    private static Optional<String> valid(byte[] flags, @Nullable Object expected) {
        List<?> valid = PeerCase.list(expected);
        for (int i = 0; i < valid.size(); i++) {
            if (!valid.get(i).equals(flags[i] == CotedeFlag.GOOD)) {
                return Optional.of("found the flag " + flags[i] + " at " + i + ", expected valid " + valid.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> named(PeerCase call, Outcome outcome) {
        for (Map.Entry<String, @Nullable Object> flags :
                PeerCase.map(call.expected().get("flags_by_name")).entrySet()) {
            byte[] found = outcome.flags().get(flags.getKey());
            Optional<String> difference = found == null
                    ? Optional.of("found the flags " + outcome.flags().keySet() + ", expected " + flags.getKey())
                    : flags(found, flags.getValue());
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> features(PeerCase call, Outcome outcome) {
        for (Map.Entry<String, @Nullable Object> feature :
                PeerCase.map(call.expected().get("features")).entrySet()) {
            double[] expected = feature.getValue() == null
                    ? new double[0]
                    : InputArray.of(feature.getKey(), feature.getValue()).numbers();
            double[] found = outcome.features().getOrDefault(feature.getKey(), new double[0]);
            Optional<String> difference = Differences.of(found, expected, RELATIVE);
            if (difference.isPresent()) {
                return difference.map(text -> "feature " + feature.getKey() + ": " + text);
            }
        }
        return Optional.empty();
    }
}
