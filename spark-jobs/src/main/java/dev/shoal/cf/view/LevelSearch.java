package dev.shoal.cf.view;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FormulaKind;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.Packing;
import dev.shoal.cf.VerticalAxis;
import dev.shoal.cf.VerticalFormula;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds where the levels of a file's fields lie. */
final class LevelSearch {

    private static final Set<String> PRESSURES =
            Set.of("pa", "hpa", "kpa", "mbar", "millibar", "mb", "bar", "dbar", "decibar");

    private final ArrayFile file;
    private final LevelChoice choice;
    private final List<VerticalFormula> formulas = new ArrayList<>();

    LevelSearch(ArrayFile file, CfDataset dataset, LevelChoice choice) throws IOException {
        this.file = file;
        this.choice = choice;
        dataset.facts().formulas().stream().filter(VerticalFormula::isComplete).forEach(formulas::add);
        for (String which : new String[] {"rho", "w"}) {
            roms(which).ifPresent(formulas::add);
        }
    }

    /** Returns the coordinate of a field with levels; nothing where it has none of the kind that is asked for. */
    Optional<LevelCoordinate> of(GridVariable field) throws IOException {
        int axis = field.verticalAxis().orElseThrow();
        return switch (choice.coordinate()) {
            case LevelChoice.DEPTH, LevelChoice.HEIGHT -> lengths(field, axis);
            case LevelChoice.PRESSURE -> pressures(field, axis);
            default -> stored(field.header(), axis);
        };
    }

    private Optional<LevelCoordinate> lengths(GridVariable field, int axis) throws IOException {
        int sign = choice.coordinate().equals(LevelChoice.DEPTH) ? 1 : -1;
        Optional<LevelCoordinate> reckoned = formula(field.header(), axis, false, -sign);
        if (reckoned.isPresent()) {
            return reckoned;
        }
        Optional<double[]> depths = field.vertical().flatMap(VerticalAxis::depthMetres);
        return depths.isEmpty() ? Optional.empty() : Optional.of(shared(field, depths.get(), sign));
    }

    private Optional<LevelCoordinate> pressures(GridVariable field, int axis) throws IOException {
        Optional<LevelCoordinate> reckoned = formula(field.header(), axis, true, 1);
        if (reckoned.isPresent()) {
            return reckoned;
        }
        Optional<VerticalAxis> levels =
                field.vertical().filter(own -> PRESSURES.contains(own.units().toLowerCase(Locale.ROOT)));
        return levels.isEmpty()
                ? Optional.empty()
                : Optional.of(shared(field, levels.get().values(), 1));
    }

    private LevelCoordinate shared(GridVariable field, double[] levels, int sign) throws IOException {
        double[] signed = Arrays.stream(levels).map(level -> sign * level + 0.0).toArray();
        return new LevelCoordinate.Shared(signed, edges(field, levels, signed));
    }

    /** The bounds of the axis where they join, else edges half-way between levels. */
    private double[] edges(GridVariable field, double[] levels, double[] signed) throws IOException {
        double[] half = LevelCoordinate.halfway(signed, 1);
        Optional<VariableHeader> axis =
                field.vertical().flatMap(own -> file.header().variable(own.variable()));
        Optional<VariableHeader> bounds = axis.flatMap(own -> own.attributes().text("bounds"))
                .flatMap(file.header()::variable)
                .filter(found -> found.rank() == 2 && found.shape()[1] == 2 && found.shape()[0] == levels.length);
        if (bounds.isEmpty()) {
            return half;
        }
        double[] stored = Packing.of(axis.orElseThrow()).decode(file.read(axis.orElseThrow()));
        double scale = ratio(signed, stored);
        double[] pairs = Packing.of(bounds.get()).decode(file.read(bounds.get()));
        double[] edges = new double[levels.length + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = scale * (i < levels.length ? pairs[2 * i] : pairs[2 * i - 1]);
            boolean joined = i == 0 || i == levels.length || pairs[2 * i] == pairs[2 * i - 1];
            if (!joined) {
                return half;
            }
        }
        return edges;
    }

    /** Metres a unit of a stored axis, negative where it counts the other way. */
    private static double ratio(double[] levels, double[] stored) {
        int largest = IntStream.range(0, stored.length)
                .reduce(0, (a, b) -> Math.abs(stored[b]) > Math.abs(stored[a]) ? b : a);
        return stored[largest] == 0 ? 1 : levels[largest] / stored[largest];
    }

    private Optional<LevelCoordinate> formula(VariableHeader data, int axis, boolean pressure, int sign) {
        String along = data.dimensions().get(axis);
        Optional<VerticalFormula> own = formulas.stream()
                .filter(formula -> formula.kind().isPressure() == pressure && isAlong(formula, along))
                .filter(formula -> fits(formula, data))
                .findFirst();
        return own.map(formula -> new LevelCoordinate.Reckoned(formula, between(formula, data.shape()[axis]), sign));
    }

    /** The same formula on the levels between. */
    private List<VerticalFormula> between(VerticalFormula formula, long levels) {
        return formulas.stream()
                .filter(other -> other.kind() == formula.kind())
                .filter(other -> file.header()
                        .variable(other.variable())
                        .filter(variable -> variable.rank() == 1 && variable.size() == levels + 1)
                        .isPresent())
                .limit(1)
                .toList();
    }

    private boolean isAlong(VerticalFormula formula, String dimension) {
        return file.header()
                .variable(formula.variable())
                .filter(variable -> variable.dimensions().equals(List.of(dimension)))
                .isPresent();
    }

    private boolean fits(VerticalFormula formula, VariableHeader data) {
        return formula.terms().values().stream()
                .allMatch(term -> file.header()
                        .variable(term)
                        .filter(found -> lies(found, data))
                        .isPresent());
    }

    /** Tells whether all axes of a variable are a field's, but those of length 1. */
    private static boolean lies(VariableHeader variable, VariableHeader data) {
        return IntStream.range(0, variable.rank())
                .allMatch(i -> variable.shape()[i] == 1
                        || data.axis(variable.dimensions().get(i)) >= 0);
    }

    private Optional<LevelCoordinate> stored(VariableHeader data, int axis) {
        String along = data.dimensions().get(axis);
        return file.header()
                .variable(choice.coordinate())
                .filter(found -> found.axis(along) >= 0 && data.dimensions().containsAll(found.dimensions()))
                .filter(found -> !found.name().equals(data.name()))
                .map(found -> new LevelCoordinate.Stored(found, axis));
    }

    /** ROMS names its terms the same everywhere, also in files that lost their {@code formula_terms}. */
    private Optional<VerticalFormula> roms(String which) throws IOException {
        String coordinate = "s_" + which;
        boolean isKnown =
                formulas.stream().anyMatch(formula -> formula.variable().equals(coordinate));
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("s", coordinate);
        terms.put("C", which.equals("rho") ? "Cs_r" : "Cs_w");
        terms.put("eta", "zeta");
        terms.put("depth", "h");
        terms.put("depth_c", "hc");
        boolean complete = terms.values().stream()
                .allMatch(name -> file.header().variable(name).isPresent());
        Optional<VariableHeader> transform =
                file.header().variable("Vtransform").filter(found -> found.size() == 1);
        if (isKnown || !complete || transform.isEmpty()) {
            return Optional.empty();
        }
        double number = Packing.of(transform.get()).decode(file.read(transform.get()))[0];
        FormulaKind kind = number == 1 ? FormulaKind.OCEAN_S_G1 : FormulaKind.OCEAN_S_G2;
        return Optional.of(new VerticalFormula(coordinate, kind, terms, List.of()));
    }

    /** Returns the axis of a field that a formula's coordinate lies along. */
    static int axisOf(ArrayFile file, VerticalFormula formula, VariableHeader data) {
        return file.header()
                .variable(formula.variable())
                .map(coordinate -> data.axis(coordinate.dimensions().get(0)))
                .orElseThrow();
    }
}
