package dev.shoal.netcdf;

import java.nio.ByteOrder;

/**
 * How one element is stored in HDF5 that is not made of others.
 *
 * @param type what it is shown as
 * @param base what the elements of a sequence are shown as; for anything else the type itself
 * @param bytes of one element in the file; for a text of any length and a sequence, of its reference
 * @param order of the bytes of a number, or of those of a sequence
 * @param text how a text is kept
 * @param form of a number, or of those of a sequence
 * @param baseBytes of one element of a sequence; for anything else as {@code bytes}
 * @param kind what people call a type that is not read, with its article
 */
record Hdf5Type(
        ElementType type,
        ElementType base,
        int bytes,
        ByteOrder order,
        Text text,
        NumberForm form,
        int baseBytes,
        String kind) {

    /** How a text is kept. */
    enum Text {
        /** It is no text. */
        NONE,
        /** In place, ended by or filled up with zeros. */
        ZEROS,
        /** In place, filled up with spaces. */
        SPACES,
        /** In the file's heap. */
        HEAP
    }

    /** Makes the type of a number. */
    static Hdf5Type number(ElementType type, int bytes, ByteOrder order, NumberForm form) {
        return new Hdf5Type(type, type, bytes, order, Text.NONE, form, bytes, "");
    }

    /** Makes the type of a text. */
    static Hdf5Type text(int bytes, Text text) {
        ElementType type = bytes == 1 && text != Text.HEAP ? ElementType.CHAR : ElementType.STRING;
        return new Hdf5Type(type, type, bytes, ByteOrder.LITTLE_ENDIAN, text, NumberForm.PLAIN, bytes, "");
    }

    /** Makes the type of a sequence of numbers. */
    static Hdf5Type sequence(int bytes, Hdf5Type of) {
        return new Hdf5Type(
                ElementType.VLEN, of.type(), bytes, of.order(), Text.NONE, of.form(), of.bytes(), "a sequence");
    }

    /**
     * Makes a type that is not read.
     *
     * @param kind what people call it, with its article
     */
    static Hdf5Type other(int bytes, String kind) {
        return new Hdf5Type(
                ElementType.OTHER,
                ElementType.OTHER,
                bytes,
                ByteOrder.LITTLE_ENDIAN,
                Text.NONE,
                NumberForm.PLAIN,
                bytes,
                kind);
    }

    /** Tells whether elements lie in the file as they are shown, but for the order of their bytes. */
    boolean isPlain() {
        return type.isNumeric() && form == NumberForm.PLAIN;
    }

    /** Returns the type of one element of a sequence. */
    Hdf5Type element() {
        return number(base, baseBytes, order, form);
    }

    /**
     * Returns new elements, read one by one.
     *
     * @param from where the bytes of each element lie
     */
    Object numbers(byte[] from, int[] places) {
        Elements elements = new Elements(type, type.bytes(), ByteOrder.LITTLE_ENDIAN);
        byte[] plain = new byte[Math.multiplyExact(places.length, type.bytes())];
        for (int i = 0; i < places.length; i++) {
            long number = bits(from, places[i]);
            for (int part = 0; part < type.bytes(); part++) {
                plain[i * type.bytes() + part] = (byte) (number >>> (8 * part));
            }
        }
        Object values = elements.allocate(places.length);
        elements.rows(plain, 0, plain.length, values).copy(0, 0, places.length);
        return values;
    }

    /** Returns one number, as attributes hold it. */
    Number number(byte[] from, int place) {
        return Widened.of(type, bits(from, place));
    }

    /** Reads the number at a place, as the lowest bits of what it is shown as. */
    private long bits(byte[] from, int place) {
        long number = form.read(NumberForm.bits(from, place, Math.min(bytes, Long.BYTES), order));
        return type == ElementType.FLOAT && form != NumberForm.PLAIN
                ? Float.floatToRawIntBits((float) Double.longBitsToDouble(number))
                : number;
    }
}
