package dev.shoal.spec;

import dev.shoal.qc.field.FieldCycle;
import dev.shoal.qc.field.FieldMethod;
import java.util.List;
import java.util.Optional;

/**
 * A gridded field that tests find beside the values, such as a climatology's mean or the depth of the sea floor.
 *
 * @param name of the field
 * @param as the name that tests ask by
 * @param variables names or CF standard names of the variables whose tests find it; empty for all
 * @param path of its file or store
 * @param variable name or CF standard name there
 * @param method between nodes of latitude, longitude and depth
 * @param between method between steps of the year
 * @param cycle how its steps divide the year; absent for what its time axis tells
 * @param levels what its vertical axis means
 * @param factor that its values are multiplied by
 * @param offset that is then added
 * @param state of the file: path, size and time of the last change; empty before anyone has looked
 */
public record FieldSpec(
        String name,
        String as,
        List<String> variables,
        String path,
        String variable,
        FieldMethod method,
        FieldMethod between,
        Optional<FieldCycle> cycle,
        Levels levels,
        double factor,
        double offset,
        String state) {

    /** What a field's vertical axis means. */
    public enum Levels {
        /** The field is where its levels are. */
        BY_DEPTH,
        /** The field's one level stands for all depths. */
        ANY_DEPTH
    }

    /** Copies the list. */
    public FieldSpec {
        variables = List.copyOf(variables);
    }

    /** Returns this field with another state of its file. */
    public FieldSpec in(String otherState) {
        return new FieldSpec(
                name, as, variables, path, variable, method, between, cycle, levels, factor, offset, otherState);
    }

    /** Tells whether the tests of a variable find two fields by one name. */
    boolean clashesWith(FieldSpec other) {
        return as.equals(other.as)
                && (variables.equals(other.variables) || variables.stream().anyMatch(other.variables::contains));
    }

    /** Returns all that decides which values tests find. */
    String canonical() {
        return String.join(
                "\t",
                as,
                variables.toString(),
                state,
                variable,
                method.name(),
                between.name(),
                cycle.map(FieldCycle::name).orElse("as told"),
                levels.name(),
                Double.toString(factor),
                Double.toString(offset));
    }
}
