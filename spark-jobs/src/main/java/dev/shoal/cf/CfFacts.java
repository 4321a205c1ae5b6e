package dev.shoal.cf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of its own coordinates and cells, as far as it was understood.
 *
 * @param gridMappings map projections and figures of the Earth
 * @param formulas vertical coordinates without a unit
 * @param times time coordinates with units
 * @param variables what each variable says; only of those that say something
 */
public record CfFacts(
        List<GridMapping> gridMappings,
        List<VerticalFormula> formulas,
        List<TimeFacts> times,
        List<VariableFacts> variables)
        implements Serializable {

    /** Nothing is said. */
    public static final CfFacts NONE = new CfFacts(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public CfFacts {
        gridMappings = new ArrayList<>(gridMappings);
        formulas = new ArrayList<>(formulas);
        times = new ArrayList<>(times);
        variables = new ArrayList<>(variables);
    }

    /** Returns what a variable says. */
    public Optional<VariableFacts> variable(String name) {
        return variables.stream().filter(facts -> facts.variable().equals(name)).findFirst();
    }

    /** Returns the formula of a vertical coordinate. */
    public Optional<VerticalFormula> formula(String coordinate) {
        return formulas.stream()
                .filter(formula -> formula.variable().equals(coordinate))
                .findFirst();
    }

    /** Returns the grid mapping that a variable holds. */
    public Optional<GridMapping> gridMapping(String variable) {
        return gridMappings.stream()
                .filter(mapping -> mapping.variable().equals(variable))
                .findFirst();
    }
}
