package dev.shoal.netcdf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a file says of itself.
 *
 * @param format by its magic bytes
 * @param dimensions of all groups
 * @param variables of all groups, in stored order
 * @param attributes of the root group
 */
public record Header(
        FileFormat format, List<Dimension> dimensions, List<VariableHeader> variables, Attributes attributes)
        implements Serializable {

    /** Copies the lists. */
    public Header {
        dimensions = new ArrayList<>(dimensions);
        variables = new ArrayList<>(variables);
    }

    /** Returns the variable of this full name. */
    public Optional<VariableHeader> variable(String name) {
        for (VariableHeader variable : variables) {
            if (variable.name().equals(name)) {
                return Optional.of(variable);
            }
        }
        return Optional.empty();
    }

    /** Returns the dimension of this full name. */
    public Optional<Dimension> dimension(String name) {
        for (Dimension dimension : dimensions) {
            if (dimension.name().equals(name)) {
                return Optional.of(dimension);
            }
        }
        return Optional.empty();
    }
}
