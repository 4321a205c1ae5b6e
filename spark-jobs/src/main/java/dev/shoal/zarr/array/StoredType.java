package dev.shoal.zarr.array;

import dev.shoal.codec.DamageException;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import java.io.Serializable;
import java.nio.ByteOrder;
import java.util.List;

/**
 * How the elements of an array lie in bytes, and as what they are read.
 *
 * @param form what the bytes mean
 * @param element what they are read as
 * @param bytes of one element, or 0 where that differs from element to element
 * @param littleEndian whether the lowest byte of a number comes first
 * @param unit of a {@link Form#TIME} or a {@link Form#SPAN}, as NumPy names it; else empty
 */
public record StoredType(Form form, ElementType element, int bytes, boolean littleEndian, String unit)
        implements Serializable {

    /** What the bytes of an element mean. */
    public enum Form {
        /** A number of the element type's own width, or one byte of text. */
        PLAIN,
        /** A real of two bytes, read as one of four. */
        HALF,
        /** A truth value: 0 or 1. */
        TRUTH,
        /** A whole number of units since 1970 UTC; the lowest one stands for no time. */
        TIME,
        /** A whole number of units; the lowest one stands for none. */
        SPAN,
        /** Text in so many bytes, filled up with noughts. */
        BYTES,
        /** Text in code points of four bytes, filled up with noughts. */
        CODE_POINTS,
        /** Texts in UTF-8, each after its length. */
        LENGTH_AND_UTF8
    }

    /** The most bytes of one element. */
    private static final int MOST_BYTES = 1 << 20;

    /** Refuses texts of no or of absurd length. */
    public StoredType {
        if (form != Form.LENGTH_AND_UTF8 && (bytes < 1 || bytes > MOST_BYTES)) {
            throw new IllegalArgumentException("elements of " + bytes + " bytes, expected 1 to " + MOST_BYTES);
        }
    }

    /** Returns the type of numbers, or of single bytes of text, in the machine's order. */
    public static StoredType plain(ElementType element) {
        return new StoredType(Form.PLAIN, element, element.bytes(), true, "");
    }

    /** Returns a type of another form. */
    public static StoredType of(Form form, ElementType element, int bytes) {
        return new StoredType(form, element, bytes, true, "");
    }

    /**
     * Returns the type of times or spans of time.
     *
     * @param unit as NumPy names it: {@code Y M W D h m s ms us ns}
     * @throws IllegalArgumentException where it is another
     */
    public static StoredType counting(Form form, String unit) {
        TimeForm.requireKnown(unit);
        return new StoredType(form, ElementType.LONG, Long.BYTES, true, unit);
    }

    /** Returns the same type with the highest byte of a number first. */
    public StoredType bigEndian() {
        return new StoredType(form, element, bytes, false, unit);
    }

    /** Tells whether elements are the numbers of their bytes, as they are. */
    boolean isOfNumbers() {
        return form == Form.PLAIN || form == Form.TRUTH || form == Form.SPAN;
    }

    /** Returns the order of the bytes of a number. */
    ByteOrder byteOrder() {
        return littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** Tells whether elements have no fixed width. */
    public boolean varies() {
        return bytes == 0;
    }

    /**
     * Returns the elements of bytes.
     *
     * @param raw not changed
     * @param count of the elements that must come out
     * @throws DamageException where the bytes are not those of so many elements
     */
    public Object decode(byte[] raw, int count) throws DamageException {
        if (!varies() && raw.length != (long) count * bytes) {
            throw DamageException.length(raw.length, (long) count * bytes);
        }
        return switch (form) {
            case BYTES, CODE_POINTS, LENGTH_AND_UTF8 -> TextForm.decode(this, raw, count);
            case HALF -> NumberForm.halves(raw, littleEndian);
            case TIME -> TimeForm.decode((long[]) NumberForm.decode(this, raw), unit);
            default -> NumberForm.decode(this, raw);
        };
    }

    /**
     * Returns the bytes of elements.
     *
     * @param cells as {@link #decode} gives them; not changed, but returned where it is bytes already
     * @throws IllegalArgumentException where the type cannot hold an element
     */
    public byte[] encode(Object cells) {
        return switch (form) {
            case BYTES, CODE_POINTS, LENGTH_AND_UTF8 -> TextForm.encode(this, (String[]) cells);
            case HALF -> NumberForm.ofHalves((float[]) cells, littleEndian);
            case TRUTH -> NumberForm.ofTruths((byte[]) cells);
            case TIME -> throw new IllegalArgumentException("Cannot write times of NumPy, only numbers with units.");
            default -> ArrayBlock.bytes(cells, byteOrder());
        };
    }

    /** Returns what the type itself tells about the elements: units and calendar, a value that stands for none. */
    public List<Attribute> attributes() {
        return switch (form) {
            case TIME -> TimeForm.attributesOfTimes(unit);
            case SPAN -> TimeForm.attributesOfSpans(unit);
            case TRUTH -> List.of(Attribute.of("dtype", "bool"));
            default -> List.of();
        };
    }
}
