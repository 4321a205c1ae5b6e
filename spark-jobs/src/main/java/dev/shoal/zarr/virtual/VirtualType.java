package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ElementType;
import java.io.Serializable;

/**
 * The type of the elements of a virtual array.
 *
 * @param element a number, {@link ElementType#CHAR} for one byte of text, or {@link ElementType#STRING} for texts of
 *     any length as numcodecs' {@code vlen-utf8} writes them
 * @param bigEndian whether the highest byte of a number comes first; never for elements of one byte
 */
public record VirtualType(ElementType element, boolean bigEndian) implements Serializable {

    /** Texts of any length. */
    public static final VirtualType TEXTS = new VirtualType(ElementType.STRING, false);

    /** Refuses types that no Zarr array has. */
    public VirtualType {
        if (element.bytes() == 0 && element != ElementType.STRING) {
            throw new IllegalArgumentException("elements of type " + element + ", expected numbers or texts");
        }
        bigEndian &= element.bytes() > 1;
    }

    /** Returns NumPy's spelling, which is that of Zarr v2, such as {@code <f4}, {@code |u1} or {@code |O}. */
    public String dtype() {
        if (element == ElementType.STRING) {
            return "|O";
        }
        String order = element.bytes() == 1 ? "|" : bigEndian ? ">" : "<";
        return order + kind() + element.bytes();
    }

    private char kind() {
        return switch (element) {
            case FLOAT, DOUBLE -> 'f';
            case CHAR -> 'S';
            default -> element.isUnsigned() ? 'u' : 'i';
        };
    }
}
