package dev.shoal.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.StoredType.Form;
import dev.shoal.zarr.array.TypeNames;
import java.io.Serializable;
import java.util.Optional;

/**
 * The type of an array's elements and how they lie in bytes.
 *
 * @param element what they are: numbers, {@link ElementType#CHAR} for one byte of text, {@link ElementType#STRING}
 * @param endian meant only for numbers and code points of more than one byte; {@link Endian#LITTLE} for the others
 * @param form what the bytes mean: {@link Form#PLAIN} numbers and characters, {@link Form#TRUTH} of
 *     {@link ElementType#UBYTE}, {@link Form#HALF} of {@link ElementType#FLOAT}, and the three forms of texts
 * @param bytes of one element; 0 for texts of any length
 */
public record DataType(ElementType element, Endian endian, Form form, int bytes) implements Serializable {

    /** Refuses what is no type of elements that can be written. */
    public DataType {
        ElementType expected = switch (form) {
            case TRUTH -> ElementType.UBYTE;
            case HALF -> ElementType.FLOAT;
            case BYTES, CODE_POINTS, LENGTH_AND_UTF8 -> ElementType.STRING;
            default -> element;
        };
        boolean plain = form == Form.PLAIN && element.bytes() > 0 && bytes == element.bytes();
        boolean counted = form == Form.TIME || form == Form.SPAN;
        if (element != expected || counted || (form == Form.PLAIN && !plain)) {
            throw new IllegalArgumentException("Cannot make a Zarr data type of " + element + " as " + form + " of "
                    + bytes + " bytes: they are not written so.");
        }
        if (bytes <= 1 || form == Form.BYTES) {
            endian = Endian.LITTLE;
        }
    }

    /**
     * Makes a type of numbers or characters.
     *
     * @throws IllegalArgumentException where the elements have no fixed width
     */
    public DataType(ElementType element, Endian endian) {
        this(element, endian, Form.PLAIN, element.bytes());
    }

    /** Makes a little-endian type; of texts, the one of texts of any length. */
    public static DataType of(ElementType element) {
        return element == ElementType.STRING
                ? new DataType(element, Endian.LITTLE, Form.LENGTH_AND_UTF8, 0)
                : new DataType(element, Endian.LITTLE);
    }

    /** Returns the type of truth values: 0 and 1. */
    public static DataType truth() {
        return new DataType(ElementType.UBYTE, Endian.LITTLE, Form.TRUTH, 1);
    }

    /** Returns the type of reals of two bytes; only numbers that they hold can be written. */
    public static DataType half() {
        return new DataType(ElementType.FLOAT, Endian.LITTLE, Form.HALF, Short.BYTES);
    }

    /**
     * Returns the type of texts in so many bytes of UTF-8; longer ones cannot be written.
     *
     * @param count 2 and more; one byte is a {@link ElementType#CHAR}
     */
    public static DataType bytesOfText(int count) {
        return new DataType(ElementType.STRING, Endian.LITTLE, Form.BYTES, Math.max(2, count));
    }

    /** Returns the type of texts of so many code points; longer ones cannot be written. */
    public static DataType codePoints(int count) {
        return new DataType(ElementType.STRING, Endian.LITTLE, Form.CODE_POINTS, Math.max(1, count) * Integer.BYTES);
    }

    /** Returns what reading knows as what writing does; nothing where it is read only. */
    static Optional<DataType> of(StoredType type) {
        return switch (type.form()) {
            case TIME, SPAN -> Optional.empty();
            default ->
                Optional.of(new DataType(
                        type.element(), type.littleEndian() ? Endian.LITTLE : Endian.BIG, type.form(), type.bytes()));
        };
    }

    /**
     * Reads the spelling of Zarr v2, which is NumPy's: byte order, kind, bytes.
     *
     * @param dtype such as {@code <f4}
     * @return nothing where it is not a type that can be read and written
     * @throws IllegalArgumentException where its width is not one that can be read
     */
    public static Optional<DataType> parse(String dtype) {
        return TypeNames.numpy(dtype).flatMap(DataType::of);
    }

    private char kind() {
        return switch (form) {
            case TRUTH -> 'b';
            case BYTES -> 'S';
            case CODE_POINTS -> 'U';
            case LENGTH_AND_UTF8 -> 'O';
            default -> kind(element);
        };
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
        if (bytes > 1 && form != Form.BYTES) {
            order = endian == Endian.BIG ? '>' : '<';
        }
        return order + kindAndBytes();
    }

    /** Returns the spelling without the byte order, such as {@code f4}. */
    String kindAndBytes() {
        return switch (form) {
            case LENGTH_AND_UTF8 -> "O";
            case CODE_POINTS -> "U" + bytes / Integer.BYTES;
            default -> kind() + String.valueOf(bytes);
        };
    }

    /** Tells whether elements lie in their bytes as arrays of primitives hold them, whatever their order. */
    boolean isPlain() {
        return form == Form.PLAIN;
    }

    /** Tells whether elements are texts. */
    public boolean isText() {
        return element == ElementType.STRING;
    }

    /** Tells whether elements have no fixed width. */
    public boolean varies() {
        return bytes == 0;
    }

    /** Returns the bytes whose like are put together by what shuffles bytes. */
    int shuffledBytes() {
        return switch (form) {
            case CODE_POINTS -> Integer.BYTES;
            case BYTES, LENGTH_AND_UTF8 -> 1;
            default -> bytes;
        };
    }

    /** Returns the same type in another order of bytes. */
    DataType in(Endian changed) {
        return new DataType(element, changed, form, bytes);
    }

    /**
     * Returns the bytes of elements, one behind the other.
     *
     * @param cells an array as {@link dev.shoal.netcdf.ArrayBlock} holds them; not changed, but returned where it holds
     *     bytes
     * @throws IllegalArgumentException where the type cannot hold an element
     */
    public byte[] encode(Object cells) {
        return stored().encode(cells);
    }

    /** Returns the same as reading knows it. */
    StoredType stored() {
        StoredType type = form == Form.PLAIN ? StoredType.plain(element) : StoredType.of(form, element, bytes);
        return endian == Endian.BIG ? type.bigEndian() : type;
    }
}
