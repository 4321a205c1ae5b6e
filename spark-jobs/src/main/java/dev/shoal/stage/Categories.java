package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.Scheme;
import dev.shoal.spec.FieldRegrid;
import dev.shoal.spec.RegridSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which variables hold categories, of which there is no mean. CF's flag attributes decide, unless all flags lie outside
 * of the valid range of a quantity; without them an integer that is neither packed nor has units is a category where
 * its name says so.
 */
final class Categories {

    private static final List<String> FLAG_ATTRIBUTES = List.of("flag_values", "flag_masks", "flag_meanings");
    private static final List<String> PACKING = List.of("scale_factor", "add_offset");
    private static final Set<String> WORDS = Set.of(
            "mask", "class", "classes", "category", "type", "flag", "flags", "code", "index", "zone", "region", "qc");
    private static final Set<String> NO_UNITS = Set.of("", "1");

    private Categories() {}

    /** Tells why a variable holds categories; nothing where it holds quantities. */
    static Optional<String> reason(GridDescription field) {
        Attributes attributes = field.attributes();
        if (flagsAreHoles(attributes)) {
            return Optional.empty();
        }
        for (String name : FLAG_ATTRIBUTES) {
            if (attributes.find(name).isPresent()) {
                return Optional.of("it has " + name);
            }
        }
        boolean packed = PACKING.stream().anyMatch(name -> attributes.find(name).isPresent());
        boolean whole = field.storedType() != ElementType.FLOAT && field.storedType() != ElementType.DOUBLE;
        if (!packed && whole && NO_UNITS.contains(field.units())) {
            return word(field).map(word -> "it holds integers without units and is named a " + word);
        }
        return Optional.empty();
    }

    /**
     * Tells whether all flags lie outside of the valid range: then they say why a quantity is missing, and are read as
     * holes.
     */
    private static boolean flagsAreHoles(Attributes attributes) {
        double[] flags = attributes.find("flag_values").map(Attribute::numbers).orElse(new double[0]);
        double[] range = attributes.find("valid_range").map(Attribute::numbers).orElse(new double[0]);
        double least =
                range.length == 2 ? range[0] : attributes.number("valid_min").orElse(Double.NEGATIVE_INFINITY);
        double most =
                range.length == 2 ? range[1] : attributes.number("valid_max").orElse(Double.POSITIVE_INFINITY);
        return flags.length > 0 && Arrays.stream(flags).allMatch(flag -> flag < least || flag > most);
    }

    private static Optional<String> word(GridDescription field) {
        String names = field.name() + "_" + field.standardName();
        for (String word : names.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (WORDS.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** Returns why a variable's method is another than that of all; empty where it is not. */
    static String note(GridDescription field, RegridSpec regrid) {
        Scheme asked = regrid.of(field.name(), field.standardName()).scheme();
        return reason(field)
                .filter(why -> TargetWeights.averages(asked.method()))
                .map(why -> "categories, never averaged: " + why)
                .orElse("");
    }

    /** Returns the method for categories in the place of one that averages. */
    static Method instead(Method asked) {
        return asked.isByArea() ? Method.LARGEST_AREA : Method.NEAREST;
    }

    /**
     * Returns how a variable is brought to another grid: as asked for, but categories never by a mean.
     *
     * @throws StageException where a mean of categories is asked for by the variable's name
     */
    static FieldRegrid resolved(GridDescription field, FieldRegrid asked) {
        Method method = asked.scheme().method();
        Optional<String> reason = reason(field);
        if (reason.isEmpty()) {
            return asked;
        }
        if (!TargetWeights.averages(method)) {
            return asked.ofCategories();
        }
        Method instead = instead(method);
        if (asked.choice() == FieldRegrid.Choice.BY_NAME) {
            throw StageException.configuration("Cannot regrid '" + field.name() + "' by "
                    + asked.scheme().key()
                    + ": it holds categories (" + reason.get() + "), of which there is no mean. Choose nearest or"
                    + " largest-area for it.");
        }
        return asked.with(asked.scheme().by(instead)).ofCategories();
    }
}
