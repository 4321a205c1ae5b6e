package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.manual.RadialMedian;
import dev.shoal.qc.manual.Radials;
import dev.shoal.qc.manual.TotalMedian;
import dev.shoal.qc.manual.Totals;
import java.util.Arrays;
import java.util.List;

/**
 * The tests of QARTOD's manual for HF radar surface currents, edition of 2022. A series is one cell, or a map whose
 * cells share a time.
 */
final class RadarChecks {

    private static final String MODULE = "hfradar";
    private static final String VECTOR_FLAG = "vector_flag";
    private static final String BITS = "bits";

    static final List<QartodCheck> ALL = List.of(
            radar("radial_signal_to_noise", "test 101")
                    .beside("loop_1")
                    .beside("loop_2")
                    .beside("monopole")
                    .number(QartodCheck.FAIL, 6)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        return i -> Radials.signalToNoise(x.column(0)[i], x.column(1)[i], x.column(2)[i], fail);
                    }),
            radar("radial_eigenvalues", "test 102")
                    .values("first")
                    .beside("second")
                    .beside("third")
                    .number("alike", 0.2)
                    .number("ratio", 100)
                    .judging((s, x) -> {
                        double alike = s.number("alike");
                        double ratio = s.number("ratio");
                        return i -> Radials.eigenvalues(x.column(0)[i], x.column(1)[i], x.column(2)[i], alike, ratio);
                    }),
            radar("radial_peak_power", "test 103")
                    .values("power")
                    .number(QartodCheck.FAIL, 5)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        return i -> Radials.peakPower(x.column(0)[i], fail);
                    }),
            radar("radial_peak_width", "test 104")
                    .values("width")
                    .number(QartodCheck.FAIL, 50)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        return i -> Radials.peakWidth(x.column(0)[i], fail);
                    }),
            radar("radial_definiteness", "test 105")
                    .values("power_1")
                    .beside("power_2")
                    .beside("cross")
                    .number(QartodCheck.SUSPECT, 5)
                    .number(QartodCheck.FAIL, 3)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> Radials.definiteness(x.column(0)[i], x.column(1)[i], x.column(2)[i], suspect, fail);
                    }),
            radar("radial_speed", "test 202")
                    .values("velocity")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> Radials.speed(x.column(0)[i], suspect, fail);
                    }),
            radar("radial_location", "test 203")
                    .beside(VECTOR_FLAG)
                    .whole(BITS, Radials.BLOCKED)
                    .judging((s, x) -> {
                        int bits = s.whole(BITS);
                        return i -> Radials.location(x.column(0)[i], bits);
                    }),
            radar("radial_count", "test 204")
                    .values("velocity")
                    .maybeBeside(VECTOR_FLAG)
                    .whole("suspect_count", 300)
                    .whole("fail_count", 150)
                    .whole(BITS, Radials.BLOCKED)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        long suspect = s.whole("suspect_count");
                        long fail = s.whole("fail_count");
                        int bits = s.whole(BITS);
                        return new EnsembleJudge(
                                x,
                                1,
                                (inputs, size, flags) ->
                                        Arrays.fill(flags, Radials.count(count(inputs, size, bits), suspect, fail)));
                    }),
            radar("radial_median", "test 205")
                    .values("velocity")
                    .beside("range")
                    .beside("bearing")
                    .number("range_limit")
                    .number("bearing_limit", 10)
                    .number(QartodCheck.FAIL, 30)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging(RadarChecks::median),
            radar("radial_temporal_gradient", "test 206")
                    .values("velocity")
                    .number(QartodCheck.SUSPECT, 36)
                    .number(QartodCheck.FAIL, 54)
                    .reaching(s -> Reach.samples(1, 0))
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> Radials.change(x.column(0)[i], x.earlier(0, i), suspect, fail);
                    }),
            radar("radial_bearing", "test 207")
                    .beside("bearing")
                    .number("reference")
                    .number(QartodCheck.SUSPECT, 15)
                    .number(QartodCheck.FAIL, 30)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        double reference = s.number("reference");
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return new EnsembleJudge(
                                x,
                                1,
                                (bearings, size, flags) -> Arrays.fill(
                                        flags,
                                        Radials.bearing(Radials.meanBearing(bearings), reference, suspect, fail)));
                    }),
            radar("radial_synthetic", "test 208")
                    .values("velocity")
                    .beside("synthetic")
                    .number(QartodCheck.SUSPECT, 15)
                    .number(QartodCheck.FAIL, 25)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> Radials.synthetic(x.column(0)[i], x.column(1)[i], suspect, fail);
                    }),
            radar("radial_stuck_value", "test 209")
                    .values("velocity")
                    .whole("count", 3)
                    .number("resolution", 0.01)
                    .reaching(s -> Reach.samples(s.whole("count") - 1L, 0))
                    .judging(RadarChecks::stuck),
            radar("total_density", "test 301")
                    .values("radials")
                    .number(QartodCheck.FAIL, 3)
                    .judging((s, x) -> {
                        double fail = s.fail();
                        return i -> Totals.density(x.column(0)[i], fail);
                    }),
            dilution("total_gdop", "test 302", "gdop"),
            radar("total_speed", "test 303")
                    .values("u")
                    .beside("v")
                    .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                    .number(QartodCheck.FAIL)
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> Totals.speed(x.column(0)[i], x.column(1)[i], suspect, fail);
                    }),
            radar("total_median", "test 304")
                    .values("u")
                    .beside("v")
                    .beside("row")
                    .beside("column")
                    .whole("steps", 1)
                    .number(QartodCheck.FAIL)
                    .reaching(s -> QartodCheck.ENSEMBLE)
                    .judging((s, x) -> {
                        int steps = s.whole("steps");
                        double fail = s.fail();
                        return new EnsembleJudge(
                                x,
                                2,
                                (inputs, size, flags) -> new TotalMedian(
                                                every(inputs, size, 2, 4),
                                                every(inputs, size, 3, 4),
                                                every(inputs, size, 0, 4),
                                                every(inputs, size, 1, 4))
                                        .flag(steps, fail, flags));
                    }),
            dilution("total_uncertainty", "tests 306 and 307", "uncertainty"));

    private RadarChecks() {}

    private static QartodCheck radar(String name, String test) {
        return QartodCheck.of(MODULE, name, name + "_test", "HF radar 2022, " + test);
    }

    private static QartodCheck dilution(String name, String test, String input) {
        return radar(name, test)
                .values(input)
                .number(QartodCheck.SUSPECT, QartodCheck.OFF)
                .number(QartodCheck.FAIL)
                .judging((s, x) -> {
                    double suspect = s.suspect();
                    double fail = s.fail();
                    return i -> Totals.dilution(x.column(0)[i], suspect, fail);
                });
    }

    private static long count(double[] inputs, int size, int bits) {
        long count = 0;
        for (int i = 0; i < size; i++) {
            boolean there = Double.isFinite(inputs[2 * i]);
            count += there && Radials.location(inputs[2 * i + 1], bits) != QcFlag.FAIL ? 1 : 0;
        }
        return count;
    }

    private static QartodCheck.Judge median(QartodSettings s, QartodSamples x) {
        double rangeLimit = s.number("range_limit");
        double bearingLimit = s.number("bearing_limit");
        double fail = s.fail();
        EnsembleJudge.Together together = (inputs, size, flags) -> new RadialMedian(
                        every(inputs, size, 1, 3),
                        every(inputs, size, 2, 3),
                        every(inputs, size, 0, 3),
                        rangeLimit,
                        bearingLimit)
                .flag(fail, flags);
        together.flag(new double[0], 0, new byte[0]);
        return new EnsembleJudge(x, 2, together);
    }

    private static double[] every(double[] inputs, int size, int input, int width) {
        double[] column = new double[size];
        Arrays.setAll(column, i -> inputs[width * i + input]);
        return column;
    }

    private static QartodCheck.Judge stuck(QartodSettings s, QartodSamples x) {
        int count = s.whole("count");
        double resolution = s.number("resolution");
        if (count < 2 || !(resolution > 0)) {
            throw new IllegalArgumentException("found a count of " + count + " and a resolution of " + resolution
                    + ", expected at least 2 and one above 0.");
        }
        return i -> i + 1 < count
                ? QcFlag.UNKNOWN
                : Radials.stuck(Arrays.copyOfRange(x.column(0), i + 1 - count, i + 1), resolution);
    }
}
