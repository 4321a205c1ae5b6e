package dev.shoal.netcdf;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What a netCDF classic file of any kind has no place for: each is refused by its name. */
final class ClassicLimits {

    private ClassicLimits() {}

    /** Refuses groups, and types that are neither numbers nor characters. */
    static void require(Header header) throws UnwritableException {
        Set<String> dimensions = new HashSet<>();
        for (Dimension dimension : header.dimensions()) {
            requireNoGroup("dimension " + dimension.name(), dimension.name());
            dimensions.add(dimension.name());
        }
        for (Attribute attribute : header.attributes().list()) {
            require("global attribute " + attribute.name(), attribute);
        }
        for (VariableHeader variable : header.variables()) {
            require(variable, dimensions);
        }
    }

    private static void require(VariableHeader variable, Set<String> dimensions) throws UnwritableException {
        String what = "variable " + variable.name();
        requireNoGroup(what, variable.name());
        requireType(what, variable.type());
        if (!dimensions.containsAll(variable.dimensions())) {
            throw noPlace(what, "an axis without a dimension");
        }
        for (Attribute attribute : variable.attributes().list()) {
            require("attribute " + attribute.name() + " of variable " + variable.name(), attribute);
        }
    }

    /** Refuses lengths of 0 but for the dimension that counts records, which the format marks by that. */
    static void requireLengths(Header header, Optional<Dimension> record) throws UnwritableException {
        for (Dimension dimension : header.dimensions()) {
            if (dimension.length() == 0 && record.filter(dimension::equals).isEmpty()) {
                throw noPlace("dimension " + dimension.name(), "a length of 0 beside the dimension of the records");
            }
        }
    }

    private static void requireNoGroup(String what, String name) throws UnwritableException {
        if (name.contains("/")) {
            throw noPlace(what, "a group");
        }
    }

    private static void require(String what, Attribute attribute) throws UnwritableException {
        if (attribute.isText() && attribute.values().size() != 1) {
            throw noPlace(what, attribute.values().size() + " texts");
        }
        if (!attribute.isText()) {
            requireType(what, attribute.type());
        }
    }

    private static void requireType(String what, ElementType type) throws UnwritableException {
        if (!ClassicCursor.TYPES.contains(type)) {
            throw noPlace(what, "the type " + type);
        }
    }

    private static UnwritableException noPlace(String what, String found) {
        return new UnwritableException("Cannot write " + what + " as netCDF classic: found " + found
                + ", expected numbers or characters along dimensions, outside of groups. Leave it out of the file"
                + " first.");
    }
}
