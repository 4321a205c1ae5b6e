package dev.shoal.cf;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.Window;
import java.io.IOException;

/**
 * Flags to be put beside a variable: of its shape, one for each element.
 *
 * @param of name of the flagged variable
 * @param name of the variable that will hold the flags
 * @param type of a flag: {@link ElementType#BYTE} or {@link ElementType#INT}
 * @param attributes what the file will say of them, see {@link FlagAttributes}
 * @param values the flags
 */
public record AddedFlags(String of, String name, ElementType type, Attributes attributes, Values values) {

    /** Where flags come from. */
    @FunctionalInterface
    public interface Values {

        /**
         * Reads a box of flags.
         *
         * @param window of the flagged variable
         * @return {@code byte[]} or {@code int[]} by the type, in row-major order
         */
        Object read(Window window) throws IOException;
    }

    /** Refuses types that flags do not have. */
    public AddedFlags {
        if (type != ElementType.BYTE && type != ElementType.INT) {
            throw new IllegalArgumentException("Cannot add the flags " + name + " of " + of
                    + ": found elements of type " + type + ", expected BYTE or INT.");
        }
    }
}
