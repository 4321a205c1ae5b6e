package dev.shoal.spec;

import dev.shoal.regrid.Grid;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * The grid that fields are brought to, and how.
 *
 * @param name the target as written, for people
 * @param target the target grid
 * @param standard how fields are brought there that are not named
 * @param variables what holds for single variables in the place of {@code standard}, by name or standard name
 * @param fraction of which fields the valid share is written beside the values
 * @param weights folder in which weights are kept and looked for; empty for none
 */
public record RegridSpec(
        String name,
        Grid target,
        FieldRegrid standard,
        Map<String, FieldRegrid> variables,
        ValidFraction fraction,
        String weights)
        implements Serializable {

    private static final long serialVersionUID = 1;

    /** Of which fields the share of each cell that was made of valid values is written beside the values. */
    public enum ValidFraction {
        /** Of those that are judged: what quality control took out is told. */
        OF_JUDGED,
        /** Of all. */
        OF_ALL,
        /** Of none. */
        OF_NONE
    }

    /** Copies the map. */
    public RegridSpec {
        variables = new TreeMap<>(variables);
    }

    /** Returns how a variable is brought to the target grid. */
    public FieldRegrid of(String variable, String standardName) {
        FieldRegrid byStandardName = variables.getOrDefault(standardName, standard);
        return variables.getOrDefault(variable, byStandardName);
    }

    /** Returns what decides which values come out. */
    String canonical() {
        return target.digest() + standard.canonical() + fraction
                + variables.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().canonical())
                        .toList();
    }
}
