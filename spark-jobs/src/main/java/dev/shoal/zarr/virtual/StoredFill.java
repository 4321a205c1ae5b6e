package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.DefaultFill;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What cells hold that were never written, and what a variable says of it. */
final class StoredFill {

    private static final String NAME = "_FillValue";

    private StoredFill() {}

    /** Returns the {@code _FillValue} of a variable of numbers. */
    static Optional<Number> said(VariableHeader variable) {
        return variable.attributes()
                .find(NAME)
                .filter(said -> variable.type().isNumeric()
                        && !said.isText()
                        && said.values().size() == 1)
                .map(said -> (Number) said.values().get(0));
    }

    /** Where every chunk is there, nothing is said that a reader could take for missing values. */
    static List<Number> of(VariableHeader variable, StoredEncoding encoding, boolean complete) {
        Optional<Number> said = said(variable);
        if (complete || variable.type() == ElementType.CHAR) {
            return said.map(List::of).orElse(List.of());
        }
        Number stored = encoding.fill().isEmpty() ? 0 : encoding.fill().get(0);
        if (said.isPresent() && !Agreement.same(said.get(), stored)) {
            throw new RefusedArrayException(
                    "chunks that were never written, which hold", stored.toString(), "_FillValue " + said.get());
        }
        if (said.isEmpty() && stored.doubleValue() == 0) {
            throw new RefusedArrayException(
                    "chunks that were never written, which hold",
                    "0 and would be taken for missing values",
                    "all chunks, or a _FillValue");
        }
        return List.of(stored);
    }

    /** Returns the attributes, without the one that the fill value says. */
    static Attributes attributes(VariableHeader variable, List<Number> fill) {
        List<Attribute> list = new ArrayList<>(variable.attributes().list());
        list.removeIf(attribute -> attribute.name().equals(NAME) && !fill.isEmpty());
        return new Attributes(list);
    }

    /** Returns the fill value of a variable whose chunks are copied: what it says, or what was never written holds. */
    static List<Number> toCopy(VariableHeader variable, Optional<StoredEncoding> encoding) {
        Optional<Number> said = said(variable);
        if (said.isPresent() || variable.type() == ElementType.CHAR) {
            return said.map(List::of).orElse(List.of());
        }
        return encoding.map(StoredEncoding::fill)
                .filter(fill -> !fill.isEmpty() && isDefault(variable.type(), fill.get(0)))
                .orElse(List.of());
    }

    /** Tells whether a number is what netCDF writes where nothing else was said. */
    static boolean isDefault(ElementType type, Number fill) {
        return type.isNumeric() && Agreement.same(DefaultFill.of(type), fill);
    }
}
