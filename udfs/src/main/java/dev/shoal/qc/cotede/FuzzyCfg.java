package dev.shoal.qc.cotede;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The keys of CoTeDe's tests of several features at once. Membership functions stand with their type, as since revision
 * 0.22 of CoTeDe's configurations, or as bare numbers, as before.
 */
final class FuzzyCfg {

    private static final String OUTPUT = "output";
    private static final String FEATURES = "features";
    private static final String LOW = "low";

    private FuzzyCfg() {}

    /** Makes Morello's test; without {@code output} or {@code features}, of the numbers in CoTeDe's source. */
    static Procedure morello2014(Cfg cfg) {
        return cfg.has(OUTPUT) && cfg.has(FEATURES)
                ? new Morello2014(sets(cfg, FuzzySets.Required.ALL), levels(cfg))
                : new Morello2014(published(), List.of(LOW, FuzzySets.HIGH));
    }

    static Procedure fuzzyLogic(Cfg cfg) {
        FuzzySets.Required required =
                cfg.text("require", "all").equals("any") ? FuzzySets.Required.ANY : FuzzySets.Required.ALL;
        Cfg output = cfg.under(OUTPUT);
        Map<String, Membership> shapes = new LinkedHashMap<>();
        levels(cfg).forEach(level -> shapes.put(level, membership(output, level, "trimf")));
        return new FuzzyLogic(sets(cfg, required), shapes);
    }

    static Procedure anomalyDetection(Cfg cfg) {
        Cfg features = cfg.under(FEATURES);
        Map<String, AnomalyDetection.ExponWeibull> distributions = new LinkedHashMap<>();
        for (Object name : features.keys().keySet()) {
            Cfg feature = features.under(String.valueOf(name));
            List<?> found = feature.list("param");
            if (found.size() != 4) {
                throw feature.refused("param", found, "exponent, shape, location and scale");
            }
            double[] param = found.stream()
                    .mapToDouble(one -> feature.number("param", one))
                    .toArray();
            distributions.put(
                    String.valueOf(name), new AnomalyDetection.ExponWeibull(param[0], param[1], param[2], param[3]));
        }
        return new AnomalyDetection(cfg.number("threshold"), distributions);
    }

    private static List<String> levels(Cfg cfg) {
        return cfg.under(OUTPUT).keys().keySet().stream().map(String::valueOf).toList();
    }

    private static FuzzySets sets(Cfg cfg, FuzzySets.Required required) {
        Cfg features = cfg.under(FEATURES);
        List<String> levels = levels(cfg);
        Map<String, Map<String, Membership>> sets = new LinkedHashMap<>();
        for (Object name : features.keys().keySet()) {
            Cfg feature = features.under(String.valueOf(name));
            Map<String, Membership> memberships = new LinkedHashMap<>();
            levels.forEach(level -> memberships.put(level, membership(feature, level, "zmf")));
            sets.put(String.valueOf(name), memberships);
        }
        return new FuzzySets(sets, required);
    }

    private static Membership membership(Cfg cfg, String level, String lowShape) {
        Object found = cfg.keys().get(level);
        if (found instanceof List) {
            return membership(cfg, level, shapeOf(level, (List<?>) found, lowShape), (List<?>) found);
        }
        Cfg typed = cfg.under(level);
        return membership(cfg, level, typed.text("type", ""), typed.list("params"));
    }

    private static String shapeOf(String level, List<?> corners, String lowShape) {
        return switch (corners.size()) {
            case 2 -> level.equals(FuzzySets.HIGH) ? "smf" : lowShape;
            case 3 -> "trimf";
            default -> "trapmf";
        };
    }

    private static Membership membership(Cfg cfg, String level, String shape, List<?> corners) {
        for (Membership.Shape known : Membership.Shape.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(shape)) {
                return new Membership(
                        known,
                        corners.stream()
                                .map(corner -> cfg.number(level, corner))
                                .toList());
            }
        }
        throw cfg.refused(level, shape, "smf, zmf, trimf or trapmf");
    }

    /** CoTeDe's own numbers. Its high sets fall where Morello's rise, and so do these. */
    private static FuzzySets published() {
        Map<String, Map<String, Membership>> sets = new LinkedHashMap<>();
        sets.put("spike", falling(0.07, 0.2, 2, 6));
        sets.put("woa_normbias", falling(3, 4, 5, 6));
        sets.put("gradient", falling(0.5, 1.5, 3, 4));
        return new FuzzySets(sets, FuzzySets.Required.ALL);
    }

    private static Map<String, Membership> falling(double lowTop, double lowFoot, double highTop, double highFoot) {
        return Map.of(
                LOW,
                new Membership(Membership.Shape.ZMF, List.of(lowTop, lowFoot)),
                FuzzySets.HIGH,
                new Membership(Membership.Shape.ZMF, List.of(highTop, highFoot)));
    }
}
