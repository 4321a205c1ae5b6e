package dev.shoal.spec;

import dev.shoal.cf.view.FieldViews;
import dev.shoal.regrid.Grid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The grid that fields are brought to, and how.
 *
 * @param name the target as written, for people
 * @param target the target grid
 * @param standard how fields are brought there that are not named
 * @param variables what holds for single variables in the place of {@code standard}, by name or standard name
 * @param fraction of which fields the valid share is written beside the values
 * @param integrals whether integrals are compared; decides no value
 * @param weights folder in which weights are kept and looked for; empty for none
 * @param views what fields are made before: vectors are turned, then columns are taken to levels
 * @param time periods that steps are put together to once they are on the grid; at most one
 */
public record RegridSpec(
        String name,
        Grid target,
        FieldRegrid standard,
        Map<String, FieldRegrid> variables,
        ValidFraction fraction,
        IntegralReport integrals,
        String weights,
        FieldViews views,
        List<TimeSpec> time)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** Whether integrals of source and target are compared. */
    public enum IntegralReport {
        /** They are, of methods by area. */
        TOLD,
        /** They are not, which saves their time. */
        NOT_TOLD
    }

    /** Of which fields the share of each cell that was made of valid values is written beside the values. */
    public enum ValidFraction {
        /** Of those that are judged: what quality control took out is told. */
        OF_JUDGED,
        /** Of all. */
        OF_ALL,
        /** Of none. */
        OF_NONE
    }

    /** Copies the map and the list. */
    public RegridSpec {
        variables = new TreeMap<>(variables);
        time = new ArrayList<>(time);
    }

    /**
     * Reads what is said of another grid, strictly.
     *
     * @param text YAML with the keys of {@code regrid}
     * @param origin where it comes from, for messages; relative paths are taken as they are
     * @param gridFiles makes the grid of a path
     * @throws SpecException with every problem
     */
    public static RegridSpec parse(String text, String origin, Function<String, Grid> gridFiles) {
        List<String> problems = new ArrayList<>();
        Optional<RegridSpec> spec =
                SpecNode.parse(text, problems).flatMap(new RegridReader(UnaryOperator.identity(), gridFiles)::read);
        if (spec.isEmpty() || !problems.isEmpty()) {
            throw new SpecException(origin, problems);
        }
        return spec.get();
    }

    /** Returns how a variable is brought to the target grid. */
    public FieldRegrid of(String variable, String standardName) {
        FieldRegrid byStandardName = variables.getOrDefault(standardName, standard);
        return variables.getOrDefault(variable, byStandardName);
    }

    /** Returns the periods that steps are put together to; nothing where they stay. */
    public Optional<TimeSpec> periods() {
        return time.stream().findFirst();
    }

    /** Returns what decides which values come out. */
    String canonical() {
        return target.digest()
                + standard.canonical()
                + fraction
                + views.canonical()
                + time
                + variables.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().canonical())
                        .toList();
    }
}
