package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Attributes of the variables above level 0, whose numbers are decoded. */
final class PyramidAttributes {

    private static final Set<String> OF_STORED_NUMBERS = Set.of(
            "_FillValue",
            "_Unsigned",
            "missing_value",
            "valid_min",
            "valid_max",
            "valid_range",
            "actual_range",
            "scale_factor",
            "add_offset");

    /** They name variables that level 0 alone has. */
    private static final Set<String> OF_LEVEL_0 = Set.of("ancillary_variables", "cell_measures");

    private static final String METHODS = "cell_methods";

    private PyramidAttributes() {}

    /** Returns those of means, with the method of the cells (CF 1.11, section 7.3). */
    static Attributes averaged(VariableHeader variable, Set<String> over) {
        List<Attribute> attributes = kept(variable, Set.of(METHODS));
        StringBuilder methods = new StringBuilder();
        variable.attributes()
                .text(METHODS)
                .ifPresent(said -> methods.append(said).append(' '));
        variable.dimensions().stream()
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .filter(over::contains)
                .forEach(name -> methods.append(name).append(": "));
        attributes.add(Attribute.of(METHODS, methods.append("mean").toString()));
        return new Attributes(attributes);
    }

    /** Returns those of coordinates and of their bounds; of a curved grid, bounds are on level 0 alone. */
    static Attributes coordinate(VariableHeader variable) {
        return new Attributes(kept(variable, variable.rank() == 1 ? Set.of() : Set.of("bounds")));
    }

    private static List<Attribute> kept(VariableHeader variable, Set<String> others) {
        List<Attribute> kept = new ArrayList<>();
        for (Attribute attribute : variable.attributes().list()) {
            String name = attribute.name();
            if (!OF_STORED_NUMBERS.contains(name) && !OF_LEVEL_0.contains(name) && !others.contains(name)) {
                kept.add(attribute);
            }
        }
        return kept;
    }
}
