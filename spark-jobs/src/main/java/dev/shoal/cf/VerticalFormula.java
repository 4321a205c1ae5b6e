package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A vertical coordinate without a unit, and the variables that its heights or pressures are reckoned from
 * ({@code formula_terms}; CF 1.11, section 4.3.3).
 *
 * @param variable the coordinate, such as {@code s_rho}
 * @param kind which formula
 * @param terms the variable of each term, by full name
 * @param missing terms of the formula that have no variable; where there are any, nothing can be reckoned
 */
public record VerticalFormula(String variable, FormulaKind kind, Map<String, String> terms, List<String> missing)
        implements Serializable {

    /** Copies the terms. */
    public VerticalFormula {
        terms = new LinkedHashMap<>(terms);
        missing = new ArrayList<>(missing);
    }

    /** Reads the formula of a coordinate; sentences go to the problems for terms and variables that are not there. */
    static Optional<VerticalFormula> of(
            VariableHeader coordinate, FileCoordinates coordinates, Consumer<String> problems) {
        Optional<String> text = coordinate.attributes().text("formula_terms");
        String standard = coordinate.attributes().text("standard_name").orElse("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> words = KeyedWords.of(text.get());
        Optional<FormulaKind> kind = FormulaKind.of(standard, words.keySet());
        if (kind.isEmpty()) {
            problems.accept("Coordinate " + coordinate.name() + " has formula_terms, but its standard name \""
                    + standard + "\" is none of CF's appendix D: its heights are not reckoned.");
            return Optional.empty();
        }
        Map<String, String> terms = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String term : kind.get().terms()) {
            Optional<VariableHeader> found = words.getOrDefault(term, List.of()).stream()
                    .findFirst()
                    .flatMap(word -> coordinates.resolve(coordinate.name(), word));
            found.ifPresentOrElse(variable -> terms.put(term, variable.name()), () -> missing.add(term));
        }
        VerticalFormula formula = new VerticalFormula(coordinate.name(), kind.get(), terms, missing);
        formula.warn(text.get(), problems);
        return Optional.of(formula);
    }

    private void warn(String text, Consumer<String> problems) {
        if (!missing.isEmpty()) {
            problems.accept("Vertical coordinate " + variable + " (" + kind.title() + ") needs the terms "
                    + String.join(", ", missing) + ", which formula_terms \"" + text
                    + "\" does not name or the file does not have: its heights cannot be reckoned.");
        }
    }

    /** Tells whether all terms are there. */
    public boolean isComplete() {
        return missing.isEmpty();
    }

    /**
     * Reckons the heights or pressures of a variable's cells.
     *
     * @param file that holds coordinate and terms
     * @param data a variable along the coordinate, whose dimensions are those of all terms and perhaps more
     * @param window of {@code data}; the terms are read in it and held whole
     * @return shape of the window, row-major, a new array; see {@link FormulaKind#values}; NaN where a term is missing
     * @throws IOException where the storage fails
     * @throws dev.shoal.netcdf.UnreadableException where a term cannot be read
     */
    public double[] values(ArrayFile file, VariableHeader data, Window window) throws IOException {
        int cells = Math.toIntExact(window.size());
        List<double[]> given = new ArrayList<>();
        for (String term : kind.terms()) {
            given.add(cells(file, term(file.header(), term), data, window));
        }
        given.add(levels(file.header(), data, window));
        return kind.values(given, cells);
    }

    private VariableHeader term(Header header, String term) {
        return Optional.ofNullable(terms.get(term))
                .flatMap(header::variable)
                .orElseThrow(() -> new IllegalArgumentException("Cannot reckon " + kind.title() + " of " + variable
                        + ": the term " + term + " is not in the file."));
    }

    /** Level numbers count along the coordinate's own dimension. */
    private double[] levels(Header header, VariableHeader data, Window window) {
        int axis = header.variable(variable)
                .filter(coordinate -> coordinate.rank() > 0)
                .map(coordinate -> data.axis(coordinate.dimensions().get(0)))
                .orElse(-1);
        if (axis < 0) {
            return new double[] {1};
        }
        double[] numbers = new double[Math.toIntExact(window.length(axis))];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = window.start(axis) + i + 1.0;
        }
        return Spread.over(window, new int[] {axis}, numbers);
    }

    private double[] cells(ArrayFile file, VariableHeader term, VariableHeader data, Window window) throws IOException {
        int[] axes = new int[term.rank()];
        long[] start = new long[term.rank()];
        long[] end = new long[term.rank()];
        for (int i = 0; i < axes.length; i++) {
            axes[i] = data.axis(term.dimensions().get(i));
            boolean single = axes[i] < 0 && term.shape()[i] == 1;
            if (axes[i] < 0 && !single) {
                throw new IllegalArgumentException("Cannot reckon " + kind.title() + " of " + data.name()
                        + ": the term "
                        + term.name() + " lies along " + term.dimensions().get(i) + ", expected one of "
                        + String.join(", ", data.dimensions()) + ".");
            }
            start[i] = single ? 0 : window.start(axes[i]);
            end[i] = single ? 1 : window.end(axes[i]);
        }
        double[] numbers = Packing.of(term).decode(file.read(term, new Window(start, end)));
        return Spread.over(window, axes, numbers);
    }

    @Override
    public Map<String, String> terms() {
        return Collections.unmodifiableMap(terms);
    }
}
