package dev.shoal.spec;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.regrid.CellEdges;
import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingPolicy;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Reach;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.spec.RegridSpec.IntegralReport;
import dev.shoal.spec.RegridSpec.ValidFraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Reads what a specification says of another grid.
 *
 * @param resolve takes a relative path from the folder of the specification
 * @param gridFiles makes the grid of a path
 */
record RegridReader(UnaryOperator<String> resolve, Function<String, Grid> gridFiles) {

    private static final List<String> OF_FIELDS = List.of(
            "method",
            "neighbours",
            "reach",
            "edges",
            "policy",
            "normalise",
            "min-valid",
            "extrapolate",
            "extrapolate-distance");
    private static final List<String> OF_ALL =
            List.of("grid", "valid-fraction", "conservation", "weights-cache", "variables");
    private static final Pattern WORD = Pattern.compile("[\\w-]+");
    private static final FieldRegrid STANDARD = new FieldRegrid(
            Scheme.of(Method.BILINEAR), MissingRule.STANDARD, Extrapolation.NONE, FieldRegrid.Choice.FOR_ALL);

    /** Returns what it says; nothing where it names no grid, which is a problem of the node's then. */
    Optional<RegridSpec> read(SpecNode node) {
        List<String> keys = new ArrayList<>(OF_ALL);
        keys.addAll(OF_FIELDS);
        keys.addAll(PreparationReader.KEYS);
        node.allow(keys);
        FieldRegrid standard = fields(node, STANDARD, FieldRegrid.Choice.FOR_ALL);
        Map<String, FieldRegrid> variables =
                node.child("variables").map(child -> variables(child, standard)).orElse(Map.of());
        ValidFraction fraction =
                node.value("valid-fraction", RegridReader::fraction).orElse(ValidFraction.OF_JUDGED);
        IntegralReport integrals =
                node.value("conservation", RegridReader::integrals).orElse(IntegralReport.TOLD);
        String weights = node.text("weights-cache").map(resolve).orElse("");
        if (!node.has("grid")) {
            node.problem(
                    "grid", "is missing: a name such as global_1, a file, or {lat: {start, end, step}, lon: {...}}.");
            return Optional.empty();
        }
        String name = node.isText("grid") ? node.text("grid").orElse("") : "as listed";
        FieldViews views = PreparationReader.views(node);
        List<TimeSpec> time = PreparationReader.time(node).map(List::of).orElse(List.of());
        return target(node)
                .map(grid ->
                        new RegridSpec(name, grid, standard, variables, fraction, integrals, weights, views, time));
    }

    private static ValidFraction fraction(String text) {
        return switch (text) {
            case "true" -> ValidFraction.OF_ALL;
            case "false" -> ValidFraction.OF_NONE;
            case "judged" -> ValidFraction.OF_JUDGED;
            default -> throw new IllegalArgumentException("expected true, false or judged.");
        };
    }

    private static IntegralReport integrals(String text) {
        return switch (text) {
            case "true" -> IntegralReport.TOLD;
            case "false" -> IntegralReport.NOT_TOLD;
            default -> throw new IllegalArgumentException("expected true or false.");
        };
    }

    private static Map<String, FieldRegrid> variables(SpecNode node, FieldRegrid standard) {
        Map<String, FieldRegrid> variables = new TreeMap<>();
        for (String name : node.keys()) {
            node.child(name).ifPresent(child -> {
                child.allow(OF_FIELDS);
                variables.put(name, fields(child, standard, FieldRegrid.Choice.BY_NAME));
            });
        }
        return variables;
    }

    private static FieldRegrid fields(SpecNode node, FieldRegrid standard, FieldRegrid.Choice choice) {
        Method method = node.choice("method", Method.class, standard.scheme().method());
        CellEdges edges =
                node.choice("edges", CellEdges.class, standard.scheme().edges());
        int neighbours = node.value("neighbours", Integer::valueOf)
                .orElse(standard.scheme().neighbours());
        MissingRule rule = rule(node, method, standard.rule());
        boolean reachesByPolicy = node.has("policy") || node.has("method");
        Reach own = reachesByPolicy
                ? Reach.of(method, rule.policy())
                : standard.scheme().reach();
        Reach reach = node.choice("reach", Reach.class, own);
        return new FieldRegrid(
                scheme(node, new Scheme(method, standard.scheme().neighbours(), reach, edges), neighbours),
                rule,
                new ExtrapolationReader(standard.extrapolation()).read(node),
                node.has("method") ? choice : standard.choice());
    }

    private static Scheme scheme(SpecNode node, Scheme scheme, int neighbours) {
        try {
            return scheme.nearest(neighbours);
        } catch (IllegalArgumentException error) {
            node.problem("neighbours", "is " + neighbours + ": " + error.getMessage());
            return scheme;
        }
    }

    /** A policy brings its own least share with it, unless one is given. */
    private static MissingRule rule(SpecNode node, Method method, MissingRule standard) {
        MissingPolicy policy = node.choice("policy", MissingPolicy.class, standard.policy());
        Normalisation normalisation = node.choice("normalise", Normalisation.class, standard.normalisation());
        double own = node.has("policy") ? policy.leastValidWeight() : standard.leastValidWeight();
        double minValid = node.value("min-valid", Double::valueOf).orElse(own);
        if (!(minValid >= 0 && minValid <= 1)) {
            node.problem("min-valid", "is " + minValid + ", expected a share from 0 to 1.");
            return standard;
        }
        try {
            MissingRule rule = new MissingRule(policy, normalisation, minValid);
            rule.check(method);
            return rule;
        } catch (IllegalArgumentException unfit) {
            node.problem("normalise", "does not fit: " + unfit.getMessage());
            return standard;
        }
    }

    private Optional<Grid> target(SpecNode node) {
        return node.isText("grid")
                ? node.value("grid", this::named)
                : node.child("grid").flatMap(GridReader::read);
    }

    /** A word that is no file is a name that was mistyped. */
    private Grid named(String text) {
        if (TargetGrids.isName(text)) {
            return TargetGrids.named(text);
        }
        try {
            return gridFiles.apply(resolve.apply(text));
        } catch (IllegalArgumentException noFile) {
            if (WORD.matcher(text).matches()) {
                return TargetGrids.named(text);
            }
            throw noFile;
        }
    }
}
