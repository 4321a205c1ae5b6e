package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.manual.DepthRate;
import dev.shoal.qc.manual.DeviationRate;
import dev.shoal.qc.manual.FlatLayer;
import dev.shoal.qc.manual.MultiVariate;
import dev.shoal.qc.manual.PreviousProfile;
import dev.shoal.qc.manual.ProfilePath;
import dev.shoal.qc.manual.StuckCount;
import dev.shoal.qc.manual.TsCurve;
import dev.shoal.qc.manual.TsSpace;
import java.util.Arrays;
import java.util.List;

/** The tests of temperature, salinity and the like that ioos_qc does not have. */
final class WaterChecks {

    private static final String MODULE = "qartod";
    private static final String DEPTH = "depth";
    private static final String PERIOD = "period";
    private static final String FEWEST = "min_count";
    private static final String THICKNESS = "thickness";
    private static final double DAY_AND_TIDE = 90_000;

    static final List<QartodCheck> ALL = List.of(
            QartodCheck.of(
                            MODULE,
                            "rate_of_change_sd",
                            "rate_of_change_sd_test",
                            "temperature and salinity 2.0, test 7")
                    .values("variable")
                    .number("suspect_deviations", 3)
                    .number("fail_deviations", QartodCheck.OFF)
                    .number(PERIOD, DAY_AND_TIDE)
                    .whole(FEWEST, DeviationRate.FEWEST)
                    .reaching(WaterChecks::past)
                    .judging((s, x) -> {
                        DeviationRate rate = new DeviationRate(
                                micros(s),
                                s.whole(FEWEST),
                                s.number("suspect_deviations"),
                                s.number("fail_deviations"));
                        return i -> rate.next(x.times()[i], x.column(0)[i]);
                    }),
            QartodCheck.of(MODULE, "rate_of_change_sd_depth", "rate_of_change_sd_depth_test", "gliders, test 8")
                    .values("variable")
                    .beside(DEPTH, Role.DEPTH)
                    .number("suspect_deviations", 3)
                    .number("fail_deviations", QartodCheck.OFF)
                    .number(THICKNESS, 25)
                    .whole(FEWEST, DeviationRate.FEWEST)
                    .reaching(s -> Reach.WHOLE)
                    .judging((s, x) -> {
                        ProfilePath path = new ProfilePath();
                        DeviationRate rate = new DeviationRate(
                                thickness(s),
                                s.whole(FEWEST),
                                s.number("suspect_deviations"),
                                s.number("fail_deviations"));
                        return i -> rate.next(path.next(x.column(1)[i]), x.column(0)[i]);
                    }),
            QartodCheck.of(MODULE, "rate_of_change_depth", "rate_of_change_depth_test", "gliders, test 8, per metre")
                    .values("variable")
                    .beside(DEPTH, Role.DEPTH)
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .reaching(s -> Reach.samples(1, 0))
                    .judging((s, x) -> {
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> DepthRate.flag(
                                x.column(0)[i], x.earlier(0, i), x.column(1)[i], x.earlier(1, i), suspect, fail);
                    }),
            repetitions(MODULE, "flat_line_count", "flat_line_count_test", "temperature and salinity 2.0, test 8"),
            QartodCheck.of(MODULE, "flat_line_depth", "flat_line_depth_test", "gliders, test 9, by metres")
                    .values("variable")
                    .beside(DEPTH, Role.DEPTH)
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL)
                    .number("tolerance")
                    .reaching(s -> Reach.WHOLE)
                    .judging((s, x) -> {
                        FlatLayer layer = new FlatLayer(s.suspect(), s.fail(), s.number("tolerance"));
                        return i -> layer.next(x.column(1)[i], x.column(0)[i]);
                    }),
            QartodCheck.of(MODULE, "multi_variate", "multi_variate_test", "temperature and salinity 2.0, test 9")
                    .values("variable")
                    .beside("other")
                    .number("deviations", 2)
                    .number("other_deviations", 2)
                    .number(PERIOD, DAY_AND_TIDE)
                    .whole(FEWEST, DeviationRate.FEWEST)
                    .reaching(WaterChecks::past)
                    .judging((s, x) -> {
                        MultiVariate both = new MultiVariate(
                                micros(s), s.whole(FEWEST), s.number("deviations"), s.number("other_deviations"));
                        return i -> both.next(x.times()[i], x.column(0)[i], x.column(1)[i]);
                    }),
            QartodCheck.of(MODULE, "multi_variate_depth", "multi_variate_depth_test", "gliders, test 10")
                    .values("variable")
                    .beside("other")
                    .beside(DEPTH, Role.DEPTH)
                    .number("deviations", 2)
                    .number("other_deviations", 2)
                    .number(THICKNESS, 25)
                    .whole(FEWEST, DeviationRate.FEWEST)
                    .reaching(s -> Reach.WHOLE)
                    .judging((s, x) -> {
                        ProfilePath path = new ProfilePath();
                        MultiVariate both = new MultiVariate(
                                thickness(s), s.whole(FEWEST), s.number("deviations"), s.number("other_deviations"));
                        return i -> both.next(path.next(x.column(2)[i]), x.column(0)[i], x.column(1)[i]);
                    }),
            QartodCheck.of(MODULE, "ts_curve", "ts_curve_test", "temperature and salinity 2.0, test 12")
                    .values("salinity")
                    .beside("temperature", Role.TEMPERATURE)
                    .numbers("temperatures")
                    .numbers("salinities")
                    .number(QartodCheck.SUSPECT)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .judging((s, x) -> {
                        TsCurve curve = new TsCurve(s.numbers("temperatures"), s.numbers("salinities"));
                        double suspect = s.suspect();
                        double fail = s.fail();
                        return i -> curve.flag(x.column(1)[i], x.column(0)[i], suspect, fail);
                    }),
            QartodCheck.of(MODULE, "ts_space", "ts_space_test", "temperature and salinity 2.0, test 12")
                    .values("salinity")
                    .beside("temperature", Role.TEMPERATURE)
                    .maybeNumbers("suspect_temperatures")
                    .maybeNumbers("suspect_salinities")
                    .maybeNumbers("fail_temperatures")
                    .maybeNumbers("fail_salinities")
                    .judging(WaterChecks::space),
            QartodCheck.of(MODULE, QartodChecks.PREVIOUS_PROFILE, "previous_profile_test", "gliders, test 12")
                    .values("variable")
                    .beside("pressure", Role.PRESSURE)
                    .numbers("borders")
                    .numbers("thresholds")
                    .number("max_gap", QartodCheck.OFF)
                    .number(QartodCheck.FAIL, QartodCheck.OFF)
                    .judging(WaterChecks::previous));

    private WaterChecks() {}

    /** Returns the flat line test by count, which several manuals have. */
    static QartodCheck repetitions(String module, String name, String function, String source) {
        return QartodCheck.of(module, name, function, source)
                .values("variable")
                .whole("suspect_count", Integer.MAX_VALUE)
                .whole("fail_count", Integer.MAX_VALUE)
                .number("tolerance")
                .reaching(s -> Reach.samples(longest(s), 0))
                .judging((s, x) -> {
                    if (longest(s) == 0) {
                        throw new IllegalArgumentException(
                                "found neither suspect_count nor fail_count, expected how often a value may repeat.");
                    }
                    StuckCount count = new StuckCount(
                            repetitions(s.whole("suspect_count")),
                            repetitions(s.whole("fail_count")),
                            s.number("tolerance"));
                    return i -> count.next(x.column(0)[i]);
                });
    }

    private static long repetitions(int count) {
        return count == Integer.MAX_VALUE ? StuckCount.NEVER : count;
    }

    private static long longest(QartodSettings settings) {
        int suspect = settings.whole("suspect_count");
        int fail = settings.whole("fail_count");
        return Math.max(suspect == Integer.MAX_VALUE ? 0 : suspect, fail == Integer.MAX_VALUE ? 0 : fail);
    }

    private static Reach past(QartodSettings settings) {
        return Reach.seconds(settings.number(PERIOD), 0).and(Reach.samples(1, 0));
    }

    private static long micros(QartodSettings settings) {
        return Math.round(settings.number(PERIOD) * Series.MICROS_PER_SECOND);
    }

    private static long thickness(QartodSettings settings) {
        return Math.round(settings.number(THICKNESS) * Series.MICROS_PER_SECOND);
    }

    private static QartodCheck.Judge space(QartodSettings settings, QartodSamples samples) {
        boolean suspects = settings.has("suspect_temperatures") || settings.has("suspect_salinities");
        boolean fails = settings.has("fail_temperatures") || settings.has("fail_salinities");
        if (!suspects && !fails) {
            throw new IllegalArgumentException(
                    "found neither suspect_temperatures nor fail_temperatures, expected the corners of a polygon.");
        }
        QartodCheck.Judge suspect = polygon(settings, samples, "suspect_", QcFlag.SUSPECT);
        QartodCheck.Judge fail = polygon(settings, samples, "fail_", QcFlag.FAIL);
        if (!fails) {
            return suspect;
        }
        return suspects ? i -> QcFlag.worse(suspect.flag(i), fail.flag(i)) : fail;
    }

    private static QartodCheck.Judge polygon(QartodSettings s, QartodSamples x, String level, byte flag) {
        if (!s.has(level + "temperatures") && !s.has(level + "salinities")) {
            return i -> QcFlag.UNKNOWN;
        }
        TsSpace space = new TsSpace(s.numbers(level + "salinities"), s.numbers(level + "temperatures"));
        return i -> space.flag(x.column(1)[i], x.column(0)[i], flag);
    }

    private static QartodCheck.Judge previous(QartodSettings settings, QartodSamples samples) {
        PreviousProfile.Layers layers =
                new PreviousProfile.Layers(settings.numbers("borders"), settings.numbers("thresholds"));
        double fail = settings.fail();
        if (samples.before().isEmpty()) {
            return i -> QcFlag.UNKNOWN;
        }
        Series before = samples.before().get();
        String pressure = settings.words()
                .getOrDefault("pressure", List.of(Role.PRESSURE))
                .get(0);
        String variable = settings.words()
                .getOrDefault("variable", List.of(QartodCheck.VALUES))
                .get(0);
        PreviousProfile profile =
                new PreviousProfile(firstOf(before, pressure), firstOf(before, variable), settings.number("max_gap"));
        return i -> profile.flag(samples.column(1)[i], samples.column(0)[i], layers.at(samples.column(1)[i]), fail);
    }

    private static double[] firstOf(Series series, String variable) {
        double[] all = variable.equals(QartodCheck.VALUES)
                ? series.values()
                : series.companions().of(variable);
        return Arrays.copyOf(all, series.size());
    }
}
