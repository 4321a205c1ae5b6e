package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What arrays of several files have to have in common, and what they have. */
final class Agreement {

    /** Attributes that say how values become stored numbers; where they differ, only decoded values can be joined. */
    private static final List<String> PACKING = List.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "_Unsigned",
            "valid_min",
            "valid_max",
            "valid_range");

    /** Attributes that say what values mean; where they differ, one array cannot hold both. */
    private static final List<String> MEANING = List.of(
            "units",
            "calendar",
            "standard_name",
            "cell_methods",
            "positive",
            "flag_values",
            "flag_masks",
            "flag_meanings",
            "grid_mapping",
            "formula_terms");

    private Agreement() {}

    /** Tells whether two numbers are the same, NaN too. */
    static boolean same(Number one, Number other) {
        return Double.compare(one.doubleValue(), other.doubleValue()) == 0
                ? one.longValue() == other.longValue()
                : one.doubleValue() == other.doubleValue();
    }

    /** Returns the first attribute that says what values mean and that differs. */
    static Optional<String> difference(Attributes one, Attributes other) {
        return first(MEANING, one, other);
    }

    /** Returns the first attribute that says how values are stored and that differs. */
    static Optional<String> packing(Attributes one, Attributes other) {
        return first(PACKING, one, other);
    }

    private static Optional<String> first(List<String> names, Attributes one, Attributes other) {
        return names.stream()
                .filter(name -> !one.find(name).equals(other.find(name)))
                .findFirst();
    }

    /** Returns the attributes without those that say how values are stored. */
    static Attributes unpacked(Attributes attributes) {
        List<Attribute> list = new ArrayList<>(attributes.list());
        list.removeIf(attribute ->
                PACKING.contains(attribute.name()) || attribute.name().equals("actual_range"));
        return new Attributes(list);
    }

    /** Returns the text of an attribute for a message. */
    static String text(Attributes attributes, String name) {
        return attributes.find(name).map(found -> found.values().toString()).orElse("nothing");
    }

    /** Returns the attributes that both have with the same value. */
    static Attributes common(Attributes one, Attributes other) {
        if (one.equals(other)) {
            return one;
        }
        List<Attribute> common = new ArrayList<>(one.list());
        common.removeIf(attribute -> !other.find(attribute.name()).equals(Optional.of(attribute)));
        return new Attributes(common);
    }
}
