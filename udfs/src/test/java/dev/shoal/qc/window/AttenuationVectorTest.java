package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.qc.Vector;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class AttenuationVectorTest {

    private static final double NANOS_PER_SECOND = 1e9;

    @Test
    void givesTheFlagsOfIoosQcAndOfItsMendedCode() {
        List<String> failures = new ArrayList<>();
        int scored = 0;
        for (Vector vector : Vector.of("ioos_qc.suite", "ioos_qc.fuzz", "ioos_qc.fixed")) {
            if (vector.test().equals("qartod.attenuated_signal_test")
                    && (vector.mustMatch() || vector.set().equals("ioos_qc.fixed"))) {
                scored++;
                if (!isRight(vector)) {
                    failures.add(vector.id());
                }
            }
        }
        assertThat(failures).isEmpty();
        assertThat(scored).isGreaterThan(200);
    }

    private static boolean isRight(Vector vector) {
        byte[] flags = flags(vector);
        byte[] expected = new byte[flags.length];
        Arrays.fill(expected, QcFlag.UNKNOWN);
        if (!vector.expectsError()) {
            expected = vector.expectedFlags();
        }
        for (JsonNode place : vector.line().path("ambiguous")) {
            expected[place.asInt()] = flags[place.asInt()];
        }
        return Arrays.equals(flags, expected);
    }

    private static byte[] flags(Vector vector) {
        JsonNode params = vector.line().path("params");
        double[] values = vector.doubles("inp");
        byte[] flags = new byte[values.length];
        Spread spread =
                params.path("check_type").asText("std").equals("range") ? Spread.RANGE : Spread.STANDARD_DEVIATION;
        double suspect = params.path("suspect_threshold").asDouble();
        double fail = params.path("fail_threshold").asDouble();
        double period = params.path("test_period").asDouble(0);
        if (period == 0) {
            Attenuation.flagWhole(values, values.length, spread, suspect, fail, flags);
            return flags;
        }
        long[] times = nanos(vector);
        TimeOrder order = TimeOrder.of(times, times.length, Long.MIN_VALUE);
        int fewest = fewest(params, times);
        if (order == TimeOrder.NONE || fewest < 0) {
            Arrays.fill(flags, QcFlag.UNKNOWN);
            return flags;
        }
        Window window = Window.time(times, Math.round(period * NANOS_PER_SECOND), order);
        new Attenuation(values, window, spread, fewest, suspect, fail).flag(0, values.length, flags);
        return flags;
    }

    private static int fewest(JsonNode params, long[] times) {
        if (params.path("min_obs").isNumber()) {
            return params.path("min_obs").asInt();
        }
        if (!params.path("min_period").isNumber()) {
            return 1;
        }
        double[] steps = new double[Math.max(0, times.length - 1)];
        Arrays.setAll(steps, i -> times[i + 1] - times[i]);
        Arrays.sort(steps);
        double interval =
                steps.length == 0 ? Double.NaN : (steps[steps.length / 2] + steps[(steps.length - 1) / 2]) / 2;
        return Attenuation.fewestValues(params.path("min_period").asDouble() * NANOS_PER_SECOND, interval);
    }

    private static long[] nanos(Vector vector) {
        return StreamSupport.stream(vector.input("tinp").path("data").spliterator(), false)
                .mapToLong(node -> node.isNull() ? Long.MIN_VALUE : node.asLong())
                .toArray();
    }
}
