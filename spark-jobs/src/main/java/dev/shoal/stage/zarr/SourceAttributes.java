package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes of files and variables their stores have too. */
final class SourceAttributes {

    private static final String TYPE = "dtype";

    /** What speaks of the layout of one file, not of its contents. */
    private static final Set<String> OF_LAYOUT = Set.of(
            "_ChunkSizes",
            JoinedTexts.TEXT_BYTES,
            "_Netcdf4Dimid",
            "_Netcdf4Coordinates",
            "_NCProperties",
            "_nc3_strict",
            "DIMENSION_LIST",
            "REFERENCE_LIST",
            "CLASS",
            "NAME",
            "_ARRAY_DIMENSIONS");

    /** What speaks of the numbers as they were stored, where they are stored decoded. */
    private static final Set<String> OF_STORED_NUMBERS = Set.of(
            "scale_factor",
            "add_offset",
            "_FillValue",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "_Unsigned");

    private SourceAttributes() {}

    /** Tells whether a variable holds truths as bytes, as xarray writes them. */
    static boolean saysTruths(VariableHeader variable, ElementType stored) {
        return stored == ElementType.UBYTE
                && variable.attributes().text(TYPE).filter("bool"::equals).isPresent();
    }

    /** Returns the attributes of an array with the elements of a variable in some form. */
    static Attributes ofArray(VariableHeader variable, ElementType type, TargetArray.Form form) {
        if (saysTruths(variable, type)) {
            return kept(variable.attributes(), Set.of(TYPE));
        }
        return kept(variable.attributes(), form == TargetArray.Form.STORED ? Set.of() : OF_STORED_NUMBERS);
    }

    /** Returns the attributes of a store of files with these, with those that are asked for over them. */
    static Attributes ofStore(Attributes files, Map<String, String> asked) {
        Map<String, Attribute> all = new LinkedHashMap<>();
        kept(files, Set.of()).list().forEach(attribute -> all.put(attribute.name(), attribute));
        asked.forEach((name, text) -> all.put(name, Attribute.of(name, text)));
        return new Attributes(new ArrayList<>(all.values()));
    }

    private static Attributes kept(Attributes source, Set<String> dropped) {
        List<Attribute> kept = new ArrayList<>();
        for (Attribute attribute : source.list()) {
            if (!OF_LAYOUT.contains(attribute.name()) && !dropped.contains(attribute.name())) {
                kept.add(attribute);
            }
        }
        return new Attributes(kept);
    }
}
