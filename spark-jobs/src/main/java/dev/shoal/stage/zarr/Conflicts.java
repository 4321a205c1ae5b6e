package dev.shoal.stage.zarr;

import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What keeps a variable of one file from following the same variable of the first file in one array: stored numbers
 * that mean something else.
 *
 * @param template of the first file
 * @param location of the other
 */
record Conflicts(SourceTemplate template, String location) {

    private static final List<String> PACKING = List.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "_Unsigned");
    private static final List<String> MEANING = List.of("flag_values", "flag_masks", "flag_meanings");

    /** Says that a variable is not there. */
    static String absent(String location, String variable) {
        return "Cannot combine " + location + ", variable " + variable
                + ": it is not there, expected it as in the first file. Leave the file out, or the variable with"
                + " --exclude " + variable + ".";
    }

    /** Returns a sentence for each conflict. */
    List<String> of(VariableHeader expected, VariableHeader found) {
        List<String> conflicts = new ArrayList<>();
        String name = expected.name();
        if (!lastNames(expected).equals(lastNames(found)) || !sameLengths(expected, found)) {
            conflicts.add(
                    conflict(name, "shape", shape(found), shape(expected), "Send such files to a store of their own."));
        }
        if (!template.unpacked().contains(name)) {
            String remedy = "Ask for decoded values with --unpack " + name + ".";
            if (expected.type() != found.type()) {
                conflicts.add(conflict(name, "type", found.type(), expected.type(), remedy));
            }
            PACKING.forEach(
                    attribute -> compare(expected, found, attribute, remedy).ifPresent(conflicts::add));
        }
        longer(expected, found).ifPresent(conflicts::add);
        MEANING.forEach(attribute -> compare(expected, found, attribute, "Send such files to a store of their own.")
                .ifPresent(conflicts::add));
        units(expected, found).ifPresent(conflicts::add);
        return conflicts;
    }

    /** Texts of a fixed width can follow those of a wider one, not those of a narrower one. */
    private Optional<String> longer(VariableHeader expected, VariableHeader found) {
        Optional<Double> most = expected.attributes().number(JoinedTexts.TEXT_BYTES);
        Optional<Double> here = found.attributes().number(JoinedTexts.TEXT_BYTES);
        return most.isEmpty() || here.isEmpty() || here.get() <= most.get()
                ? Optional.empty()
                : Optional.of(conflict(
                        expected.name(),
                        "texts of up to",
                        here.get().intValue() + " bytes",
                        most.get().intValue(),
                        "Ask for Zarr v3 with --zarr-version 3, whose texts have any length."));
    }

    /** Names without groups: a store does not say whose the dimensions of an array in a group are. */
    private static List<String> lastNames(VariableHeader variable) {
        return variable.dimensions().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }

    private boolean sameLengths(VariableHeader expected, VariableHeader found) {
        for (int axis = 0; axis < expected.rank(); axis++) {
            if (axis != expected.axis(template.append()) && expected.shape()[axis] != found.shape()[axis]) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> compare(VariableHeader expected, VariableHeader found, String attribute, String remedy) {
        Optional<Attribute> one = expected.attributes().find(attribute);
        Optional<Attribute> other = found.attributes().find(attribute);
        if (values(one).equals(values(other))) {
            return Optional.empty();
        }
        return Optional.of(conflict(expected.name(), attribute, values(other), values(one), remedy));
    }

    /** Returns the values, numbers as doubles: a store holds 1 and 1.0 alike. NaN is missing whether said or not. */
    private static String values(Optional<Attribute> attribute) {
        return attribute
                .filter(known -> known.isText() || !isNaN(known))
                .map(known -> known.isText() ? known.text().orElse("") : Arrays.toString(known.numbers()))
                .orElse("none");
    }

    private static boolean isNaN(Attribute attribute) {
        double[] numbers = attribute.numbers();
        return numbers.length == 1 && Double.isNaN(numbers[0]);
    }

    private Optional<String> units(VariableHeader expected, VariableHeader found) {
        Optional<String> one = expected.attributes().text("units");
        Optional<String> other = found.attributes().text("units");
        Optional<String> calendar = expected.attributes().text("calendar");
        if (Objects.equals(one, other) && calendar.equals(found.attributes().text("calendar"))) {
            return Optional.empty();
        }
        Optional<TimeUnits> to = Conversion.units(expected);
        Optional<TimeUnits> from = Conversion.units(found);
        boolean times = to.isPresent() && from.isPresent() && new TimeRewriting(from.get(), to.get()).isPossible();
        return times
                ? Optional.empty()
                : Optional.of(conflict(
                        expected.name(),
                        "units",
                        other.orElse("none")
                                + found.attributes()
                                        .text("calendar")
                                        .map(text -> ", " + text)
                                        .orElse(""),
                        one.orElse("none") + calendar.map(text -> ", " + text).orElse(""),
                        "Convert the file, or send it to a store of its own."));
    }

    private static String shape(VariableHeader variable) {
        return variable.dimensions() + " of " + Arrays.toString(variable.shape());
    }

    private String conflict(String variable, String what, Object found, Object expected, String remedy) {
        return "Cannot combine " + location + ", variable " + variable + ": found " + what + " " + found + ", expected "
                + expected + " as in " + template.location() + ". " + remedy;
    }
}
