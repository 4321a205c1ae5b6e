package dev.shoal.cf.view;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A variable that is reckoned from others of a file when it is read. */
interface DerivedField {

    /** Attributes of stored numbers, which those that are reckoned do not have. */
    Set<String> STORED = Set.of(
            "_FillValue",
            "missing_value",
            "scale_factor",
            "add_offset",
            "valid_min",
            "valid_max",
            "valid_range",
            "_Unsigned",
            "flag_values",
            "flag_masks",
            "flag_meanings",
            "actual_range",
            "grid_mapping",
            "grid",
            "location");

    /** Returns what the file seems to say of it: of type FLOAT or DOUBLE. */
    VariableHeader header();

    /**
     * Reckons a box.
     *
     * @param file that holds what it is reckoned from
     * @return shape of the window; NaN means missing; a new array
     */
    double[] values(ArrayFile file, Window window) throws IOException;

    /** Returns a header of values that are nowhere stored. */
    static VariableHeader header(
            String name, ElementType type, List<String> dimensions, long[] shape, Storage storage, Attributes of) {
        return new VariableHeader(name, type, dimensions, shape, of, storage);
    }

    /** Returns attributes without those of stored numbers, and with others in the place of those of the same name. */
    static Attributes attributes(Attributes stored, Attribute... others) {
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : stored.list()) {
            boolean isReplaced =
                    List.of(others).stream().anyMatch(other -> other.name().equals(attribute.name()));
            if (!STORED.contains(attribute.name()) && !isReplaced) {
                list.add(attribute);
            }
        }
        list.addAll(List.of(others));
        return new Attributes(list);
    }

    /** Returns attributes without those of some names. */
    static Attributes without(Attributes stored, Set<String> names) {
        return new Attributes(stored.list().stream()
                .filter(attribute -> !names.contains(attribute.name()))
                .toList());
    }
}
