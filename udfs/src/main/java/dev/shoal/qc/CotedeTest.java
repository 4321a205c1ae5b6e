package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.SHARE;
import static dev.shoal.qc.Parameter.Kind.SWITCH;
import static dev.shoal.qc.Parameter.Kind.TEXT;
import static dev.shoal.qc.Parameter.Kind.TREE;
import static dev.shoal.qc.Parameter.Kind.WHOLE;

import dev.shoal.qc.cotede.Cotede;
import dev.shoal.qc.cotede.CotedeFlag;
import dev.shoal.qc.cotede.Flagging;
import dev.shoal.qc.cotede.Grades;
import dev.shoal.qc.cotede.Procedure;
import dev.shoal.qc.cotede.Profile;
import dev.shoal.qc.flag.QcFlag;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A test of CoTeDe 9b77771 with the keys that CoTeDe reads, its flags turned into QARTOD's: good is
 * {@link QcFlag#GOOD}, probably good and probably bad are {@link QcFlag#SUSPECT}, bad is {@link QcFlag#FAIL}, and what
 * was not evaluated {@link QcFlag#UNKNOWN}. A missing value is {@link QcFlag#MISSING}, whatever CoTeDe says of it.
 *
 * @param test CoTeDe's name in a configuration, such as {@code gradient_depthconditional}
 * @param parameters by name, each as JSON text
 * @param procedure the test itself
 */
public record CotedeTest(String test, SortedMap<String, String> parameters, Procedure procedure) implements SeriesTest {

    private static final String PREFIX = "cotede_";

    private static final String GOOD = "flag_good";

    private static final String BAD = "flag_bad";

    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "anomaly_detection", "AnomalyDetection", required("threshold", NUMBER), required("features", TREE)),
            graded("bin_spike", "Bin_Spike", Grades.DOUBTFUL, required("threshold", NUMBER), required("l", WHOLE)),
            graded("cars_normbias", "CARS_NormBias", Grades.DOUBTFUL, required("threshold", NUMBER)),
            graded("constant_cluster_size", "ConstantClusterSize", Grades.BAD, required("threshold", SHARE)),
            graded(
                    "cum_rate_of_change",
                    "CumRateOfChange",
                    Grades.BAD,
                    required("threshold", NUMBER),
                    required("memory", NUMBER)),
            graded("deepest_pressure", "DeepestPressure", Grades.DOUBTFUL, required("threshold", NUMBER)),
            graded("density_inversion", "DensityInversion", Grades.BAD, required("threshold", NUMBER)),
            graded("digit_roll_over", "DigitRollOver", Grades.BAD, required("threshold", NUMBER)),
            new Kind(
                    "fuzzylogic",
                    "FuzzyLogic",
                    required("output", TREE),
                    required("features", TREE),
                    optional("require", Parameter.wordOf("all", "any"))),
            graded("global_range", "GlobalRange", Grades.BAD, required("minval", NUMBER), required("maxval", NUMBER)),
            graded("gradient", "Gradient", Grades.BAD, required("threshold", NUMBER)),
            depthConditional("gradient_depthconditional", "GradientDepthConditional"),
            graded("monotonic_z", "MonotonicZ", Grades.BAD, required("coord", TEXT)),
            new Kind("morello2014", "Morello2014", required("output", TREE), required("features", TREE)),
            graded("profile_envelop", "ProfileEnvelop", Grades.BAD, required("layers", TREE)),
            graded(
                    "rate_of_change",
                    "RateOfChange",
                    Grades.BAD,
                    required("threshold", NUMBER),
                    optional("sd_scale", SWITCH)),
            graded("regional_range", "RegionalRange", Grades.BAD, required("regions", TREE)),
            graded("spike", "Spike", Grades.BAD, required("threshold", NUMBER)),
            depthConditional("spike_depthconditional", "SpikeDepthConditional"),
            graded("stuck_value", "StuckValue", Grades.BAD),
            graded("tukey53H", "Tukey53H", Grades.BAD, required("threshold", NUMBER), optional("l", NUMBER)),
            graded("valid_geolocation", "ValidGeolocation", Grades.DOUBTFUL),
            graded("valid_speed", "PossibleSpeed", Grades.BAD, required("threshold", NUMBER)),
            graded(
                    "woa_normbias",
                    "WOA_NormBias",
                    Grades.DOUBTFUL,
                    required("threshold", NUMBER),
                    optional("min_samples", NUMBER)));

    static final List<TestType> TYPES = KINDS.stream().map(Kind::type).toList();

    /** Names of what CoTeDe calls otherwise. */
    private static final Map<String, String> ROLES = Map.of(
            Cotede.PRESSURE,
            Role.PRESSURE,
            "pressure",
            Role.PRESSURE,
            Cotede.TEMPERATURE,
            Role.TEMPERATURE,
            Cotede.SALINITY,
            Role.SALINITY,
            Cotede.LATITUDE,
            Role.LAT,
            Cotede.LONGITUDE,
            Role.LON);

    /** Copies the map. */
    public CotedeTest {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /**
     * Makes a test.
     *
     * @param test CoTeDe's name in a configuration
     * @param cfg what stands under it, as a JSON parser gives it
     */
    public static CotedeTest of(String test, Map<String, ?> cfg) {
        return KINDS.stream()
                .filter(kind -> kind.test.equals(test))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot make a test of CoTeDe: found " + test + "."
                        + NearestName.hint(
                                test, KINDS.stream().map(kind -> kind.test).toList())))
                .make(cfg);
    }

    @Override
    public String name() {
        return PREFIX + test;
    }

    @Override
    public String describe() {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey().replace('_', ' ') + " " + parameter.getValue())
                .collect(Collectors.joining(", ", name().replace('_', ' ') + ": ", ""));
    }

    @Override
    public List<String> needs() {
        return procedure.needs().stream()
                .filter(name -> !name.equals(Cotede.SECONDS))
                .map(name -> ROLES.getOrDefault(name, name))
                .toList();
    }

    @Override
    public Reach reach(Cadence cadence) {
        Procedure.Span span = procedure.reach();
        return Reach.samples(samples(span.before()), samples(span.after()));
    }

    private static long samples(int samples) {
        return samples == Integer.MAX_VALUE ? Long.MAX_VALUE : samples;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        Flagging flagging = procedure.on(profile(series));
        return (start, end, flags) -> {
            flagging.flag(start, end, flags);
            for (int i = start; i < end; i++) {
                flags[i - start] = Double.isFinite(values[i]) ? qartod(flags[i - start]) : QcFlag.MISSING;
            }
        };
    }

    private Profile profile(Series series) {
        Map<String, double[]> columns = new HashMap<>();
        for (String name : procedure.needs()) {
            columns.put(
                    name,
                    name.equals(Cotede.SECONDS)
                            ? seconds(series)
                            : series.companions().of(ROLES.getOrDefault(name, name)));
        }
        return new Profile(series.values(), series.size(), columns);
    }

    private static double[] seconds(Series series) {
        double[] seconds = new double[series.size()];
        Arrays.setAll(seconds, i -> {
            long micros = series.timeMicros()[i];
            return micros == Series.NO_TIME ? Double.NaN : micros / Series.MICROS_PER_SECOND;
        });
        return seconds;
    }

    private static byte qartod(byte flag) {
        return switch (flag) {
            case CotedeFlag.GOOD -> QcFlag.GOOD;
            case CotedeFlag.PROBABLY_GOOD, CotedeFlag.PROBABLY_BAD -> QcFlag.SUSPECT;
            case CotedeFlag.BAD -> QcFlag.FAIL;
            default -> QcFlag.UNKNOWN;
        };
    }

    private static Parameter required(String name, Parameter.Kind kind) {
        return Parameter.required(name, kind);
    }

    private static Parameter optional(String name, Parameter.Kind kind) {
        return Parameter.optional(name, kind);
    }

    /** Returns a kind whose flags a configuration may choose. */
    private static Kind graded(String test, String procedure, Grades otherwise, Parameter... parameters) {
        List<Parameter> all = new ArrayList<>(List.of(parameters));
        all.add(optional(GOOD, WHOLE));
        all.add(optional(BAD, WHOLE));
        return new Kind(test, procedure, all, Map.of(GOOD, otherwise.good(), BAD, otherwise.bad()));
    }

    private static Kind depthConditional(String test, String procedure) {
        return graded(
                test,
                procedure,
                Grades.BAD,
                required("pressure_threshold", NUMBER),
                required("shallow_max", NUMBER),
                required("deep_max", NUMBER));
    }

    /**
     * One of CoTeDe's tests.
     *
     * @param test its name in a configuration
     * @param procedure name of its class
     * @param parameters its keys
     * @param grades the flags it gives where a configuration chooses none, by key
     */
    private record Kind(String test, String procedure, List<Parameter> parameters, Map<String, Byte> grades) {

        Kind(String test, String procedure, Parameter... parameters) {
            this(test, procedure, List.of(parameters), Map.of());
        }

        TestType type() {
            return new TestType(PREFIX + test, "cotede", test, parameters, arguments -> make(arguments.values()));
        }

        CotedeTest make(Map<String, ?> cfg) {
            Map<String, Object> chosen = new LinkedHashMap<>(grades);
            chosen.putAll(cfg);
            for (String grade : grades.keySet()) {
                if (chosen.get(grade) instanceof Number flag && (flag.intValue() < 1 || flag.intValue() > 4)) {
                    throw new IllegalArgumentException("Cannot make the test " + test + " of CoTeDe: found the flag "
                            + flag + " as " + grade + ", expected 1 to 4.");
                }
            }
            SortedMap<String, String> texts = new TreeMap<>();
            chosen.forEach((name, value) -> texts.put(name, text(name, value)));
            return new CotedeTest(test, texts, Cotede.procedure(procedure, chosen));
        }

        private String text(String name, Object value) {
            return grades.containsKey(name) && value instanceof Number flag
                    ? Integer.toString(flag.intValue())
                    : TreeText.json(value);
        }
    }
}
