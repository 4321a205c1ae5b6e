package dev.shoal.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType;
import java.io.Serializable;
import java.util.Optional;

/**
 * The type of an array's elements and the order of their bytes.
 *
 * @param element a number type, or {@link ElementType#CHAR} for one byte of text
 * @param endian meant only for elements of more than one byte; {@link Endian#LITTLE} for the others
 */
public record DataType(ElementType element, Endian endian) implements Serializable {

    /** Refuses types without a fixed width. */
    public DataType {
        if (element.bytes() == 0) {
            throw new IllegalArgumentException(
                    "Cannot make a Zarr data type of " + element + ": its elements have no fixed width.");
        }
        if (element.bytes() == 1) {
            endian = Endian.LITTLE;
        }
    }

    /** Makes a little-endian type. */
    public static DataType of(ElementType element) {
        return new DataType(element, Endian.LITTLE);
    }

    /**
     * Reads the spelling of Zarr v2, which is NumPy's: byte order, kind, bytes.
     *
     * @param dtype such as {@code <f4}
     * @return nothing where it is not a type that can be read
     */
    public static Optional<DataType> parse(String dtype) {
        if (dtype.length() != 3 || "<>|=".indexOf(dtype.charAt(0)) < 0) {
            return Optional.empty();
        }
        Endian endian = dtype.charAt(0) == '>' ? Endian.BIG : Endian.LITTLE;
        return element(dtype.substring(1)).map(element -> new DataType(element, endian));
    }

    private static Optional<ElementType> element(String kindAndBytes) {
        for (ElementType element : ElementType.values()) {
            if (element.bytes() > 0 && kindAndBytes.equals(kindAndBytes(element))) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static char kind(ElementType element) {
        return switch (element) {
            case FLOAT, DOUBLE -> 'f';
            case CHAR -> 'S';
            default -> element.isUnsigned() ? 'u' : 'i';
        };
    }

    /** Returns the spelling of Zarr v2, such as {@code <f4} or {@code |u1}. */
    public String dtype() {
        char order = '|';
        if (element.bytes() > 1) {
            order = endian == Endian.BIG ? '>' : '<';
        }
        return order + kindAndBytes();
    }

    /** Returns the spelling without the byte order, such as {@code f4}. */
    String kindAndBytes() {
        return kindAndBytes(element);
    }

    private static String kindAndBytes(ElementType element) {
        return kind(element) + String.valueOf(element.bytes());
    }

    /** Returns the same as reading knows it. */
    StoredType stored() {
        StoredType plain = StoredType.plain(element);
        return endian == Endian.BIG ? plain.bigEndian() : plain;
    }
}
