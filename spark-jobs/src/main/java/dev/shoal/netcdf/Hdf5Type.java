package dev.shoal.netcdf;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteOrder;

/**
 * How one element is stored in HDF5.
 *
 * @param type what it is shown as
 * @param bytes of one element in the file; for a text of any length, of its reference
 * @param order of the bytes of a number
 * @param text how a text is kept
 */
record Hdf5Type(ElementType type, int bytes, ByteOrder order, Text text) {

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

    private static final int FIXED_POINT = 0;
    private static final int FLOATING_POINT = 1;
    private static final int STRING = 3;
    private static final int VARIABLE_LENGTH = 9;

    /** The mantissa's first bit is one and is not stored. */
    private static final int IMPLIED_ONE = 2;

    static Hdf5Type of(DataType type) {
        return switch (type.getDataClass()) {
            case FIXED_POINT -> integer((FixedPoint) type);
            case FLOATING_POINT -> floating((FloatingPoint) type);
            case STRING -> string((StringData) type);
            case VARIABLE_LENGTH ->
                ((VariableLength) type).isVariableLengthString()
                        ? new Hdf5Type(ElementType.STRING, type.getSize(), ByteOrder.LITTLE_ENDIAN, Text.HEAP)
                        : other(type);
            default -> other(type);
        };
    }

    private static Hdf5Type other(DataType type) {
        return new Hdf5Type(ElementType.OTHER, type.getSize(), ByteOrder.LITTLE_ENDIAN, Text.NONE);
    }

    private static Hdf5Type integer(FixedPoint type) {
        boolean whole = type.getBitOffset() == 0 && type.getBitPrecision() == type.getSize() * 8;
        boolean signed = type.isSigned();
        ElementType shown = switch (whole ? type.getSize() : 0) {
            case 1 -> signed ? ElementType.BYTE : ElementType.UBYTE;
            case 2 -> signed ? ElementType.SHORT : ElementType.USHORT;
            case 4 -> signed ? ElementType.INT : ElementType.UINT;
            case 8 -> signed ? ElementType.LONG : ElementType.ULONG;
            default -> ElementType.OTHER;
        };
        return new Hdf5Type(shown, type.getSize(), type.getByteOrder(), Text.NONE);
    }

    private static Hdf5Type floating(FloatingPoint type) {
        ElementType shown = ElementType.OTHER;
        if (isIeee(type, 4, 8, 23, 127)) {
            shown = ElementType.FLOAT;
        } else if (isIeee(type, 8, 11, 52, 1023)) {
            shown = ElementType.DOUBLE;
        }
        return new Hdf5Type(shown, type.getSize(), type.getByteOrder(), Text.NONE);
    }

    /** Tells whether sign, exponent and mantissa follow each other as in IEEE 754, whose numbers are Java's. */
    private static boolean isIeee(FloatingPoint type, int bytes, int exponentBits, int mantissaBits, int bias) {
        return type.getSize() == bytes
                && type.getBitOffset() == 0
                && type.getBitPrecision() == bytes * 8
                && type.getSignLocation() == bytes * 8 - 1
                && type.getExponentLocation() == mantissaBits
                && type.getExponentSize() == exponentBits
                && type.getMantissaLocation() == 0
                && type.getMantissaSize() == mantissaBits
                && type.getMantissaNormalization() == IMPLIED_ONE
                && type.getExponentBias() == bias;
    }

    private static Hdf5Type string(StringData type) {
        Text text = type.getPaddingType() == StringData.PaddingType.SPACE_PADDED ? Text.SPACES : Text.ZEROS;
        ElementType shown = type.getSize() == 1 ? ElementType.CHAR : ElementType.STRING;
        return new Hdf5Type(shown, type.getSize(), ByteOrder.LITTLE_ENDIAN, text);
    }
}
