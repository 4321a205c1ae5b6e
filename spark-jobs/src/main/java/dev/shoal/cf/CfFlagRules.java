package dev.shoal.cf;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of CF 1.11 for ancillary variables (section 3.4) and flags (section 3.5), and of the CF standard name table
 * for quality flags, checked on what a file says of itself.
 *
 * <p>Types of attributes are not judged in Zarr, whose attributes are JSON and have none.
 */
public final class CfFlagRules {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.+@-]+");

    private final Header header;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> pointedTo = new HashSet<>();

    private CfFlagRules(Header header) {
        this.header = header;
    }

    /** Returns a sentence for each rule that is broken, with the variable and the section of CF. */
    public static List<String> problems(Header header) {
        CfFlagRules rules = new CfFlagRules(header);
        header.variables().forEach(rules::ancillaries);
        header.variables().forEach(rules::flags);
        return rules.problems;
    }

    private void ancillaries(VariableHeader variable) {
        Optional<Attribute> named = variable.attributes().find("ancillary_variables");
        if (named.isEmpty()) {
            return;
        }
        if (!named.get().isText() || named.get().text().orElse("").isBlank()) {
            broken(variable, "its ancillary_variables name nothing, expected names with blanks between them", "3.4");
            return;
        }
        for (String name : named.get().text().orElse("").trim().split("\\s+", -1)) {
            pointedTo.add(name);
            Optional<VariableHeader> other = header.variable(name);
            if (other.isEmpty()) {
                broken(variable, "its ancillary_variables name " + name + ", which is no variable of the file", "3.4");
            } else if (name.equals(variable.name())) {
                broken(variable, "its ancillary_variables name itself", "3.4");
            } else if (isFlag(other.get())
                    && !variable.dimensions().containsAll(other.get().dimensions())) {
                broken(
                        variable,
                        "its flags " + name + " lie along " + other.get().dimensions() + ", expected dimensions among "
                                + variable.dimensions(),
                        "3.4");
            }
        }
    }

    private static boolean isFlag(VariableHeader variable) {
        return variable.attributes().find("flag_values").isPresent()
                || variable.attributes().find("flag_masks").isPresent();
    }

    private void flags(VariableHeader variable) {
        Attributes attributes = variable.attributes();
        Optional<Attribute> meanings = attributes.find("flag_meanings");
        Optional<Attribute> values = attributes.find("flag_values");
        Optional<Attribute> masks = attributes.find("flag_masks");
        standardName(variable);
        if (meanings.isEmpty() && values.isEmpty() && masks.isEmpty()) {
            return;
        }
        if (values.isEmpty() && masks.isEmpty()) {
            broken(variable, "it has flag_meanings and neither flag_values nor flag_masks", "3.5");
        }
        List<String> words = words(variable, meanings);
        values.ifPresent(list -> list(variable, list, words));
        masks.ifPresent(list -> list(variable, list, words));
        masks.ifPresent(list -> masks(variable, list, values));
        values.filter(list -> masks.isEmpty()).ifPresent(list -> distinct(variable, list));
        values.ifPresent(list -> range(variable, list));
    }

    private List<String> words(VariableHeader variable, Optional<Attribute> meanings) {
        if (meanings.isEmpty() || !meanings.get().isText()) {
            broken(variable, "its flags have no flag_meanings in words", "3.5");
            return List.of();
        }
        List<String> words =
                Arrays.asList(meanings.get().text().orElse("").trim().split("\\s+", -1));
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                broken(
                        variable,
                        "its flag_meanings hold '" + word + "', expected letters, digits and any of _ - . + @",
                        "3.5");
            }
        }
        if (new HashSet<>(words).size() < words.size()) {
            broken(variable, "two of its flag_meanings are alike", "3.5");
        }
        return words;
    }

    private void list(VariableHeader variable, Attribute list, List<String> words) {
        if (header.format() != FileFormat.ZARR && list.type() != variable.type()) {
            broken(
                    variable,
                    "its " + list.name() + " are of type " + list.type() + ", expected " + variable.type()
                            + " as it is",
                    "3.5");
        }
        if (list.values().size() != words.size()) {
            broken(
                    variable,
                    "it has " + list.values().size() + " " + list.name() + " and " + words.size() + " flag_meanings",
                    "3.5");
        }
    }

    private void masks(VariableHeader variable, Attribute masks, Optional<Attribute> values) {
        if (!variable.type().isNumeric() || variable.type().bytes() == 0) {
            broken(
                    variable,
                    "it has flag_masks and elements of type " + variable.type() + ", expected integers",
                    "3.5");
        }
        double[] bits = masks.numbers();
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] == 0) {
                broken(variable, "one of its flag_masks is 0", "3.5");
            }
            long value = values.isPresent() && i < values.get().numbers().length
                    ? (long) values.get().numbers()[i]
                    : (long) bits[i];
            if ((value & (long) bits[i]) != value) {
                broken(variable, "its flag value " + value + " has bits outside of its mask " + (long) bits[i], "3.5");
            }
        }
        if (values.isEmpty()) {
            distinct(variable, masks);
        }
    }

    private void distinct(VariableHeader variable, Attribute list) {
        if (new HashSet<>(list.values()).size() < list.values().size()) {
            broken(variable, "two of its " + list.name() + " are alike", "3.5");
        }
    }

    /** A flag lies within the valid range, unless it stands for a missing value. */
    private void range(VariableHeader variable, Attribute values) {
        Attributes attributes = variable.attributes();
        double[] range = attributes.find("valid_range").map(Attribute::numbers).orElse(new double[0]);
        double low = attributes.number("valid_min").orElse(range.length == 2 ? range[0] : Double.NEGATIVE_INFINITY);
        double high = attributes.number("valid_max").orElse(range.length == 2 ? range[1] : Double.POSITIVE_INFINITY);
        Optional<Double> fill = attributes.number("_FillValue");
        for (double value : values.numbers()) {
            boolean missing = fill.isPresent() && fill.get() == value;
            if (!missing && (value < low || value > high)) {
                broken(variable, "its flag value " + (long) value + " lies outside of its valid range", "2.5.1");
            }
        }
        if (fill.isPresent() && attributes.find("valid_range").isPresent() && fill.get() >= low && fill.get() <= high) {
            broken(variable, "its _FillValue " + fill.get() + " lies in its valid range", "2.5.1");
        }
    }

    private void standardName(VariableHeader variable) {
        Optional<String> name = variable.attributes().text("standard_name");
        if (name.isEmpty()) {
            return;
        }
        boolean quality = name.get().endsWith("quality_flag");
        if (quality && !FlagAttributes.isQualityFlag(name.get())) {
            broken(variable, "its standard_name " + name.get() + " is not in the table of standard names", "3.3");
        }
        if (quality && !pointedTo.contains(variable.name())) {
            broken(variable, "it is a quality flag that no variable names in its ancillary_variables", "3.4");
        }
        boolean status = quality || name.get().endsWith("status_flag");
        if (status && !isFlag(variable)) {
            broken(
                    variable,
                    "its standard_name is " + name.get() + ", and it has no flag_values nor flag_masks",
                    "3.5");
        }
        Optional<String> units = variable.attributes().text("units");
        if (status && units.isPresent() && !units.get().equals("1")) {
            broken(variable, "it is a flag with units " + units.get() + ", expected none", "3.1");
        }
    }

    private void broken(VariableHeader variable, String what, String section) {
        problems.add("Variable " + variable.name() + ": " + what + " (CF 1.11, " + section + ").");
    }
}
