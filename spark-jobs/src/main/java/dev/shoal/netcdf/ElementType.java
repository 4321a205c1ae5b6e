package dev.shoal.netcdf;

/** The type of an array's elements as stored. */
public enum ElementType {
    BYTE(1),
    UBYTE(1),
    SHORT(2),
    USHORT(2),
    INT(4),
    UINT(4),
    LONG(8),
    ULONG(8),
    FLOAT(4),
    DOUBLE(8),
    /** One byte of text; a text of n characters has a last axis of length n. */
    CHAR(1),
    /** A text of any length. */
    STRING(0),
    /** A sequence of numbers of any length, another for each element. */
    VLEN(0),
    /** A reference, a time, a sequence of texts, or another type that is not read; never silently taken as numbers. */
    OTHER(0);

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes of one element, or 0 where that differs from element to element. */
    public int bytes() {
        return bytes;
    }

    /** Tells whether elements are numbers. */
    public boolean isNumeric() {
        return this != CHAR && this != STRING && this != VLEN && this != OTHER;
    }

    /** Tells whether elements are integers that cannot be negative. */
    public boolean isUnsigned() {
        return this == UBYTE || this == USHORT || this == UINT || this == ULONG;
    }
}
