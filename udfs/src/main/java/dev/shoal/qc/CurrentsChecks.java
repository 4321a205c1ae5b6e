package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.manual.CurrentProfile;
import dev.shoal.qc.manual.CurrentSignal;
import dev.shoal.qc.manual.CurrentVelocity;
import dev.shoal.qc.manual.SensorHealth;
import java.util.List;

/**
 * The tests of QARTOD's manual for in-situ currents, version 2.1. A series is one bin, or a profile whose bins share a
 * time; a measure that each beam has is a variable for each.
 */
final class CurrentsChecks {

    private static final String MODULE = "currents";
    private static final String BEAMS = "beams";
    private static final String NEEDED = "min_beams";

    static final List<QartodCheck> ALL = List.of(
            currents("battery", "test 1")
                    .values("charge")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF_BELOW)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> SensorHealth.battery(x.column(0)[i], suspect, fail);
                    }),
            currents("checksum", "test 2")
                    .values("transmitted")
                    .beside("computed")
                    .judging((s, x) -> i -> SensorHealth.checksum(x.column(0)[i], x.column(1)[i])),
            currents("sensor_tilt", "test 3")
                    .values("pitch")
                    .beside("roll")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> SensorHealth.tilt(x.column(0)[i], x.column(1)[i], suspect, fail);
                    }),
            currents("sound_speed", "test 4").values("speed").span("fail_span").judging((s, x) -> {
                Span span = span(s, "fail_span");
                return i -> SensorHealth.soundSpeed(x.column(0)[i], span.low(), span.high());
            }),
            currents("noise_floor", "test 5")
                    .manyBeside(BEAMS)
                    .span("fail_span")
                    .whole(NEEDED, 3)
                    .judging((s, x) -> {
                        Span span = span(s, "fail_span");
                        int needed = needed(s, x.columns().length);
                        return bins(
                                x,
                                (counts, flags) -> CurrentSignal.noiseFloor(
                                        counts, counts.length, needed, span.low(), span.high(), flags));
                    }),
            currents("signal_strength", "test 6")
                    .manyBeside(BEAMS)
                    .number(QartodCheck.FAIL)
                    .whole(NEEDED, 3)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        int needed = needed(s, x.columns().length);
                        return bins(
                                x,
                                (counts, flags) -> CurrentSignal.strength(counts, counts.length, needed, fail, flags));
                    }),
            currents("signal_to_noise", "test 7")
                    .values("ratio")
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        return i -> CurrentSignal.signalToNoise(x.column(0)[i], fail);
                    }),
            currents("correlation_magnitude", "test 8")
                    .manyBeside(BEAMS)
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF_BELOW)
                    .number(QartodCheck.FAIL)
                    .whole(NEEDED, 3)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        int needed = needed(s, x.columns().length);
                        return bins(
                                x,
                                (counts, flags) ->
                                        CurrentSignal.correlation(counts, counts.length, needed, suspect, fail, flags));
                    }),
            currents("percent_good", "test 9")
                    .values("three_beams")
                    .maybeBeside("four_beams")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF_BELOW)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> CurrentSignal.percentGood(x.column(0)[i], x.column(1)[i], suspect, fail);
                    }),
            currents("current_speed", "test 10")
                    .values("speed")
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> CurrentVelocity.speed(x.column(0)[i], suspect, fail);
                    }),
            currents("current_direction", "test 11")
                    .values("direction")
                    .number("low", 0)
                    .number("high", 360)
                    .judging((s, x) -> {
                        double low = s.number("low");
                        double high = s.number("high");
                        return i -> CurrentVelocity.direction(x.column(0)[i], low, high);
                    }),
            currents("horizontal_velocity", "test 12")
                    .values("u")
                    .beside("v")
                    .number("max_u")
                    .number("max_v")
                    .judging((s, x) -> {
                        double u = s.number("max_u");
                        double v = s.number("max_v");
                        return i -> CurrentVelocity.horizontal(x.column(0)[i], x.column(1)[i], u, v);
                    }),
            currents("vertical_velocity", "test 13")
                    .values("w")
                    .maybeBeside("speed")
                    .number("share", 0.01)
                    .number(QartodCheck.SUSPECT, 0)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .judging(CurrentsChecks::vertical),
            currents("error_velocity", "test 14")
                    .values("error")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> CurrentVelocity.error(x.column(0)[i], suspect, fail);
                    }),
            currents("velocity_rate_of_change", "test 15")
                    .values("u")
                    .beside("v")
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .reaching(s -> Reach.samples(1, 0))
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> CurrentVelocity.change(
                                x.column(0)[i], x.column(1)[i], x.earlier(0, i), x.earlier(1, i), suspect, fail);
                    }),
            currents("velocity_spike", "test 16")
                    .values("u")
                    .beside("v")
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .reaching(s -> Reach.samples(1, 1))
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        double[] u = new double[3];
                        double[] v = new double[3];
                        return i -> CurrentVelocity.spike(three(x, 0, i, u), three(x, 1, i, v), suspect, fail);
                    }),
            WaterChecks.repetitions(MODULE, "stuck_sensor", "stuck_sensor_test", "currents 2.1, test 17"),
            currents("echo_intensity", "test 18")
                    .manyBeside(BEAMS)
                    .number("max_rise")
                    .whole(NEEDED, 3)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        double rise = s.number("max_rise");
                        int beams = x.columns().length;
                        int needed = needed(s, beams);
                        return new EnsembleJudge(
                                x,
                                2,
                                (counts, bins, flags) ->
                                        CurrentProfile.echoIntensity(counts, bins, beams, needed, rise, flags));
                    }),
            currents("range_drop_off", "test 19")
                    .manyBeside(BEAMS)
                    .number(QartodCheck.FAIL)
                    .whole(NEEDED, 3)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        int beams = x.columns().length;
                        int needed = needed(s, beams);
                        return new EnsembleJudge(
                                x,
                                1,
                                (counts, bins, flags) ->
                                        CurrentProfile.rangeDropOff(counts, bins, beams, needed, fail, flags));
                    }),
            currents("current_speed_gradient", "test 20")
                    .values("speed")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return new EnsembleJudge(
                                x,
                                2,
                                (speeds, bins, flags) ->
                                        CurrentProfile.speedGradient(speeds, bins, suspect, fail, flags));
                    }));

    private CurrentsChecks() {}

    private static QartodCheck currents(String name, String test) {
        return QartodCheck.of(MODULE, name, name + "_test", "currents 2.1, " + test);
    }

    static Span span(QartodSettings settings, String name) {
        double[] ends = settings.numbers(name);
        return new Span(ends[0], ends[1]);
    }

    private static double[] three(QartodSamples samples, int input, int i, double[] into) {
        into[0] = samples.earlier(input, i);
        into[1] = samples.column(input)[i];
        into[2] = samples.later(input, i);
        return into;
    }

    private static QartodCheck.Judge vertical(QartodSettings s, QartodSamples x) {
        double suspect = s.suspect();
        double share = s.has("speed") ? s.number("share") : 0;
        double fail = s.fail();
        if (!s.has("speed") && !(suspect > 0)) {
            throw new IllegalArgumentException(
                    "found neither speed nor suspect_threshold, expected a variable to compare with, or a velocity.");
        }
        return i -> CurrentVelocity.vertical(x.column(0)[i], x.column(1)[i], share, suspect, fail);
    }

    private static int needed(QartodSettings settings, int beams) {
        int needed = settings.whole(NEEDED);
        if (needed < 1 || needed > beams) {
            throw new IllegalArgumentException("found " + NEEDED + " " + needed + " of " + beams
                    + " beams, expected 1 to " + beams + ". Set it to 2 for horizontal profiles.");
        }
        return needed;
    }

    private static QartodCheck.Judge bins(QartodSamples samples, OneBin judge) {
        int beams = samples.columns().length;
        double[] counts = new double[beams];
        byte[] flags = {QcFlag.UNKNOWN};
        return i -> {
            for (int beam = 0; beam < beams; beam++) {
                counts[beam] = samples.columns()[beam][i];
            }
            judge.flag(counts, flags);
            return flags[0];
        };
    }

    private interface OneBin {
        void flag(double[] counts, byte[] flags);
    }
}
