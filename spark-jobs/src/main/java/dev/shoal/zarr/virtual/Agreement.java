package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What arrays of several files have to have in common, and what they have. */
final class Agreement {

    /** Attributes that say what the stored numbers mean; where they differ, one array cannot hold both. */
    private static final List<String> MEANING = List.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "_Unsigned",
            "valid_min",
            "valid_max",
            "valid_range",
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

    /** What may differ between times, as these are counted anew. */
    private static final Set<String> OF_TIME = Set.of("units", "calendar");

    private Agreement() {}

    /** Tells whether two numbers are the same, NaN too. */
    static boolean same(Number one, Number other) {
        return Double.compare(one.doubleValue(), other.doubleValue()) == 0
                ? one.longValue() == other.longValue()
                : one.doubleValue() == other.doubleValue();
    }

    /** Returns the first attribute that says what numbers mean and that differs. */
    static Optional<String> difference(Attributes one, Attributes other) {
        return MEANING.stream()
                .filter(name -> !one.find(name).equals(other.find(name)))
                .findFirst();
    }

    /** Returns the first attribute of times that differs, apart from how they are counted. */
    static Optional<String> differenceOfTimes(Attributes one, Attributes other) {
        return MEANING.stream()
                .filter(name -> !OF_TIME.contains(name))
                .filter(name -> !one.find(name).equals(other.find(name)))
                .findFirst();
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
