package dev.shoal.netcdf;

import java.nio.charset.StandardCharsets;

/**
 * Datatypes as HDF5 keeps them: "HDF5 File Format Specification", section IV.A.2.d, "The Datatype Message", in version
 * 1 of its encoding, which every reader knows.
 */
final class Hdf5TypeBytes {

    private static final int VERSION = 1 << 4;
    private static final int WHOLE = 0;
    private static final int REAL = 1;
    private static final int TEXT = 3;
    private static final int COMPOUND = 6;
    private static final int REFERENCE = 7;
    private static final int SEQUENCE = 9;

    private static final int SIGNED = 0x08;
    private static final int LEADING_ONE_NOT_STORED = 0x20;
    private static final int UTF8 = 1;
    private static final int OF_CHARACTERS = 1;

    /** Bytes of an element that is a sequence or a text of any length: its length, and where it lies. */
    private static final int SEQUENCE_BYTES = 16;

    private Hdf5TypeBytes() {}

    /** Returns the type of numbers or of single characters. */
    static byte[] of(ElementType type) {
        return switch (type) {
            case CHAR -> text(1, 0);
            case FLOAT -> real(type, 31, 23, 8, 127);
            case DOUBLE -> real(type, 63, 52, 11, 1023);
            default -> whole(type.bytes(), type.isUnsigned() ? 0 : SIGNED);
        };
    }

    private static Hdf5Words begin(int kind, int first, int second, int bytes) {
        return new Hdf5Words().bytes(VERSION | kind, first, second, 0).number(bytes, Integer.BYTES);
    }

    private static byte[] whole(int bytes, int sign) {
        return begin(WHOLE, sign, 0, bytes)
                .number(0, Short.BYTES)
                .number(bytes * (long) Byte.SIZE, Short.BYTES)
                .toBytes();
    }

    private static byte[] real(ElementType type, int sign, int mantissaBits, int exponentBits, int bias) {
        return begin(REAL, LEADING_ONE_NOT_STORED, sign, type.bytes())
                .number(0, Short.BYTES)
                .number(type.bytes() * (long) Byte.SIZE, Short.BYTES)
                .bytes(mantissaBits, exponentBits, 0, mantissaBits)
                .number(bias, Integer.BYTES)
                .toBytes();
    }

    /** Returns the type of texts of a length, ended by a zero where they are shorter. */
    static byte[] text(int bytes, int characters) {
        return begin(TEXT, characters << 4, 0, bytes).toBytes();
    }

    /** Returns the type of a text of a fixed length that is this one. */
    static byte[] text(String text) {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        return text(Math.max(1, length), length == text.length() ? 0 : UTF8);
    }

    /** Returns the type of texts of any length. */
    static byte[] texts() {
        return begin(SEQUENCE, OF_CHARACTERS, UTF8, SEQUENCE_BYTES)
                .all(whole(1, 0))
                .toBytes();
    }

    private static byte[] reference() {
        return begin(REFERENCE, 0, 0, Long.BYTES).toBytes();
    }

    /** Returns the type of {@code DIMENSION_LIST}: the scales of each axis. */
    static byte[] scales() {
        return begin(SEQUENCE, 0, 0, SEQUENCE_BYTES).all(reference()).toBytes();
    }

    /** Returns the type of {@code REFERENCE_LIST}: a dataset and which of its axes. */
    static byte[] uses() {
        Hdf5Words type = begin(COMPOUND, 2, 0, Long.BYTES + Integer.BYTES);
        member(type, "dataset", 0, reference());
        member(type, "dimension", Long.BYTES, whole(Integer.BYTES, 0));
        return type.toBytes();
    }

    private static void member(Hdf5Words type, String name, int offset, byte[] kind) {
        Hdf5Words padded = new Hdf5Words().text(name).zeros(1).align();
        type.all(padded.toBytes()).number(offset, Integer.BYTES).zeros(28).all(kind);
    }
}
