package dev.shoal.cf;

import dev.shoal.netcdf.VariableHeader;
import java.util.Optional;

/**
 * A variable that every observation has a value of.
 *
 * @param header of the variable
 * @param column its name as a lower-case SQL identifier, unlike that of every other variable of the file
 * @param kind whether it was measured, or says how good something else is
 * @param standardName CF's name of the quantity
 * @param units as stored
 * @param canonicalUnits of the values that a reader gives
 * @param factor canonical value = factor * stored value + offset
 * @param offset see {@code factor}
 * @param packing turns stored numbers into values in the stored units
 */
public record ObservedVariable(
        VariableHeader header,
        String column,
        Kind kind,
        Optional<String> standardName,
        Optional<String> units,
        String canonicalUnits,
        double factor,
        double offset,
        Packing packing) {

    /** What a variable is for. */
    public enum Kind {
        DATA,
        /** The provider's own quality flags and the like. */
        FLAG
    }
}
