package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** CoTeDe's tests by name, each made of the keys that CoTeDe reads. */
public final class Cotede {

    /** Name of the pressure in decibars. */
    public static final String PRESSURE = "PRES";

    /** Name of the temperature in degrees Celsius. */
    public static final String TEMPERATURE = "TEMP";

    /** Name of the practical salinity. */
    public static final String SALINITY = "PSAL";

    /** Name of the time in seconds. */
    public static final String SECONDS = "timeS";

    /** Name of the latitude in degrees north. */
    public static final String LATITUDE = "LATITUDE";

    /** Name of the longitude in degrees east. */
    public static final String LONGITUDE = "LONGITUDE";

    private static final Map<String, Function<Cfg, Procedure>> MAKERS = makers();

    private Cotede() {}

    /**
     * Makes one of CoTeDe's tests.
     *
     * @param name of its class or, where it has none, of its function, such as {@code SpikeDepthConditional}
     * @param cfg what stands under it in a configuration; keys that CoTeDe does not read are passed over
     * @throws IllegalArgumentException where there is no such test, or where CoTeDe would fail
     */
    public static Procedure procedure(String name, Map<?, ?> cfg) {
        Function<Cfg, Procedure> maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("Cannot make a test of CoTeDe: found " + name + ", expected one of "
                    + String.join(", ", MAKERS.keySet()) + ".");
        }
        return maker.apply(new Cfg(name, cfg));
    }

    /** Returns CoTeDe's name of a feature. */
    static String title(LocalMeasure feature) {
        return switch (feature) {
            case RATE_OF_CHANGE -> "rate_of_change";
            case GRADIENT -> "gradient";
            case SPIKE -> "spike";
            case TUKEY_53H -> "tukey53H";
            case MEDIAN_OF_5 -> "median_of_5";
        };
    }

    private static Map<String, Function<Cfg, Procedure>> makers() {
        Map<String, Function<Cfg, Procedure>> makers = new TreeMap<>();
        makers.put("AnomalyDetection", FuzzyCfg::anomalyDetection);
        makers.put("Bin_Spike", Cotede::binSpike);
        makers.put("CARS_NormBias", cfg -> normBias(cfg, NormBias.Atlas.CARS));
        makers.put("ConstantClusterSize", Cotede::constantClusterSize);
        makers.put(
                "CumRateOfChange",
                cfg -> new CumRateOfChange(cfg.finite("threshold"), cfg.number("memory"), cfg.grades(Grades.BAD)));
        makers.put("DeepestPressure", cfg -> new DeepestPressure(cfg.finite("threshold"), cfg.grades(Grades.DOUBTFUL)));
        makers.put("DensityInversion", cfg -> new DensityInversion(cfg.finite("threshold"), cfg.grades(Grades.BAD)));
        makers.put("DigitRollOver", cfg -> excess(cfg, "digit_roll_over", LocalMeasure.RATE_OF_CHANGE));
        makers.put("FuzzyLogic", FuzzyCfg::fuzzyLogic);
        makers.put(
                "GlobalRange",
                cfg -> new GlobalRange(cfg.number("minval"), cfg.number("maxval"), cfg.grades(Grades.BAD)));
        makers.put("Gradient", cfg -> excess(cfg, "gradient", LocalMeasure.GRADIENT));
        makers.put(
                "GradientDepthConditional",
                cfg -> depthConditional(cfg, "gradient_depthconditional", LocalMeasure.GRADIENT));
        makers.put("MonotonicZ", Cotede::monotonicZ);
        makers.put("Morello2014", FuzzyCfg::morello2014);
        makers.put("PossibleSpeed", cfg -> new PossibleSpeed(cfg.number("threshold"), cfg.grades(Grades.BAD)));
        makers.put("ProfileEnvelop", Cotede::profileEnvelop);
        makers.put("RateOfChange", Cotede::rateOfChange);
        makers.put("RegionalRange", Cotede::regionalRange);
        makers.put("Spike", cfg -> excess(cfg, "spike", LocalMeasure.SPIKE));
        makers.put("SpikeDepthConditional", cfg -> depthConditional(cfg, "spike_depthconditional", LocalMeasure.SPIKE));
        makers.put("StuckValue", cfg -> new StuckValue(cfg.grades(Grades.BAD)));
        makers.put("Tukey53H", Cotede::tukey53H);
        makers.put("ValidGeolocation", cfg -> new ValidGeolocation(cfg.grades(Grades.DOUBTFUL)));
        makers.put("WOA_NormBias", cfg -> normBias(cfg, NormBias.Atlas.WOA));
        return makers;
    }

    private static Procedure excess(Cfg cfg, String flagName, LocalMeasure feature) {
        return new Excess(flagName, feature, cfg.finite("threshold"), Excess.Scale.UNIT, cfg.grades(Grades.BAD));
    }

    private static Procedure rateOfChange(Cfg cfg) {
        Excess.Scale scale = cfg.isTrue("sd_scale") ? Excess.Scale.STANDARD_DEVIATION : Excess.Scale.UNIT;
        return new Excess(
                "rate_of_change", LocalMeasure.RATE_OF_CHANGE, cfg.finite("threshold"), scale, cfg.grades(Grades.BAD));
    }

    private static Procedure tukey53H(Cfg cfg) {
        Excess.Scale scale = cfg.has("l") ? Excess.Scale.UNIT_AND_NORMALIZED : Excess.Scale.UNIT;
        double threshold = cfg.finite(cfg.has("threshold") ? "threshold" : "k");
        return new Excess("tukey53H", LocalMeasure.TUKEY_53H, threshold, scale, cfg.grades(Grades.BAD));
    }

    private static Procedure depthConditional(Cfg cfg, String flagName, LocalMeasure feature) {
        return new DepthConditional(
                flagName,
                feature,
                cfg.number("pressure_threshold"),
                cfg.number("shallow_max"),
                cfg.number("deep_max"),
                cfg.grades(Grades.BAD));
    }

    private static Procedure constantClusterSize(Cfg cfg) {
        String threshold = cfg.text("threshold", "");
        if (threshold.endsWith("%")) {
            double fraction = Double.parseDouble(threshold.substring(0, threshold.length() - 1)) * 1e-2;
            return new ConstantClusterSize(fraction, ConstantClusterSize.Unit.FRACTION, cfg.grades(Grades.BAD));
        }
        return new ConstantClusterSize(cfg.number("threshold"), ConstantClusterSize.Unit.SIZE, cfg.grades(Grades.BAD));
    }

    private static Procedure binSpike(Cfg cfg) {
        boolean graded = cfg.has("flag_good") && cfg.has("flag_bad");
        Grades grades = graded ? cfg.grades(Grades.DOUBTFUL) : Grades.DOUBTFUL;
        return new BinSpike((int) cfg.number("l"), cfg.finite("threshold"), grades);
    }

    private static Procedure monotonicZ(Cfg cfg) {
        String coordinate = cfg.text("coord", MonotonicZ.DEPTH);
        Grades grades = cfg.grades(Grades.BAD);
        if (cfg.has("flag_name")) {
            return new MonotonicZ(cfg.text("flag_name", coordinate), coordinate, grades);
        }
        if (!cfg.has("coord")) {
            throw cfg.refused("coord", "nothing", "the name of a depth or pressure");
        }
        return new MonotonicZ(coordinate, grades);
    }

    private static Procedure normBias(Cfg cfg, NormBias.Atlas atlas) {
        return new NormBias(atlas, cfg.number("threshold"), cfg.number("min_samples", 3), cfg.grades(Grades.DOUBTFUL));
    }

    private static Procedure profileEnvelop(Cfg cfg) {
        List<ProfileEnvelop.Layer> layers = new ArrayList<>();
        for (Object found : cfg.list("layers")) {
            if (!(found instanceof List) || ((List<?>) found).size() < 4) {
                throw cfg.refused("layers", found, "two bounds, a smallest and a largest value");
            }
            List<?> layer = (List<?>) found;
            layers.add(new ProfileEnvelop.Layer(
                    Bound.parse(String.valueOf(layer.get(0))),
                    Bound.parse(String.valueOf(layer.get(1))),
                    Bound.limit(String.valueOf(layer.get(2))),
                    Bound.limit(String.valueOf(layer.get(3)))));
        }
        return new ProfileEnvelop(layers, cfg.grades(Grades.BAD));
    }

    private static Procedure regionalRange(Cfg cfg) {
        List<RegionalRange.Region> regions = new ArrayList<>();
        for (Object found : cfg.list("regions")) {
            Cfg region = Cfg.of(cfg.test(), found);
            if (!region.has("name")) {
                throw cfg.refused("regions", found, "a name among the keys");
            }
            regions.add(new RegionalRange.Region(
                    region.text("name", ""),
                    Area.parse(region.text("region", "")),
                    region.number("minval"),
                    region.number("maxval")));
        }
        return new RegionalRange(regions, cfg.grades(Grades.BAD));
    }
}
