package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which of the source's attributes still hold for a dataset made of many files. Packing, fill values and valid ranges
 * speak of stored numbers, and bounds, grid mappings and coordinates of variables that are not there; times, extents
 * and identifiers speak of one file.
 */
final class KeptAttributes {

    private static final Set<String> OF_STORAGE = Set.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "_Unsigned",
            "_ChunkSizes",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "coordinates",
            "grid_mapping",
            "ancillary_variables",
            "cell_measures",
            "bounds",
            "axis",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "CLASS",
            "NAME",
            "_ARRAY_DIMENSIONS");
    private static final Set<String> OF_STORED_NUMBERS = Set.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "_Unsigned",
            "_ChunkSizes",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "CLASS",
            "NAME",
            "_ARRAY_DIMENSIONS");
    private static final Set<String> OF_LAYER = Set.of(
            "_ChunkSizes",
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "CLASS",
            "NAME",
            "_ARRAY_DIMENSIONS");
    private static final List<String> OF_ONE_FILE = List.of(
            "time_coverage",
            "date_",
            "geospatial_",
            "start_",
            "stop_",
            "uuid",
            "id",
            "history",
            "file_",
            "_NCProperties");

    private static final List<String> OF_PLACE = List.of("geospatial_", "_NCProperties");

    private KeptAttributes() {}

    /** Tells whether an attribute is of the way that a file is stored, and no one's own. */
    static boolean isOfStorageLayer(String name) {
        return OF_LAYER.contains(name);
    }

    /** Returns a variable's attributes that hold for its decoded values on any grid, then some more. */
    static Attributes ofVariable(Attributes source, Attribute... more) {
        return kept(source, attribute -> !OF_STORAGE.contains(attribute.name()), more);
    }

    /** Returns the attributes of a coordinate whose decoded values stay as they are, then some more. */
    static Attributes ofCoordinate(Attributes source, Attribute... more) {
        return kept(source, attribute -> !OF_STORED_NUMBERS.contains(attribute.name()), more);
    }

    /** Returns a file's attributes that hold for the whole dataset, then some more. */
    static Attributes ofDataset(Attributes source, Attribute... more) {
        return kept(source, attribute -> OF_ONE_FILE.stream().noneMatch(attribute.name()::startsWith), more);
    }

    /** Returns a file's attributes that hold for what is made of it alone, then some more. */
    static Attributes ofFile(Attributes source, Attribute... more) {
        return kept(source, attribute -> OF_PLACE.stream().noneMatch(attribute.name()::startsWith), more);
    }

    private static Attributes kept(Attributes source, Predicate<Attribute> holds, Attribute... more) {
        Set<String> replaced =
                Set.copyOf(Arrays.stream(more).map(Attribute::name).toList());
        List<Attribute> list = new ArrayList<>();
        for (Attribute attribute : source.list()) {
            if (holds.test(attribute) && !replaced.contains(attribute.name())) {
                list.add(attribute);
            }
        }
        list.addAll(Arrays.asList(more));
        return new Attributes(list);
    }
}
