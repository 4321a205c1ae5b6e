package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * How stored numbers become values: what is missing, then {@code stored * scale + offset} (CF 1.11, sections 2.5.1 and
 * 8.1).
 *
 * <p>Fill values, missing values and the valid range are compared with the stored number, before scale and offset. A
 * fill value of another type than the variable's is first converted to it: a double becomes the nearest float; one that
 * no stored integer can equal is never met, and said so. 64-bit integers are compared bit for bit, never as doubles. A
 * real valid range of scaled integers is in unpacked units; one that holds no number at all is not applied. Where no
 * {@code _FillValue} is declared that a stored number can equal, netCDF's default fill value is missing, as for
 * netCDF4-python, unless {@code _Unsigned} changes the type: then it would be an ordinary number. NaN is always
 * missing.
 *
 * <p>Law: a value is rounded once. Where scale and offset say that unpacked values are floats, the value is rounded to
 * the nearest float.
 *
 * @param type of the stored numbers, after {@code _Unsigned}
 * @param unpacked {@link ElementType#FLOAT} or {@link ElementType#DOUBLE}: the narrowest type that holds every value
 * @param scale 1 where there is none
 * @param offset 0 where there is none
 * @param missing stored numbers that mean missing, used for real types; owned by this record
 * @param missingIntegers stored numbers that mean missing, used for integer types; the bits of unsigned 64-bit ones;
 *     owned by this record
 * @param validMin least stored number that is valid, for real types; minus infinity where there is no limit
 * @param validMax greatest stored number that is valid, for real types; infinity where there is no limit
 * @param leastInteger least stored number that is valid, for integer types; the bits of an unsigned 64-bit one
 * @param mostInteger greatest stored number that is valid, for integer types; the bits of an unsigned 64-bit one
 */
public record Packing(
        ElementType type,
        ElementType unpacked,
        double scale,
        double offset,
        double[] missing,
        long[] missingIntegers,
        double validMin,
        double validMax,
        long leastInteger,
        long mostInteger)
        implements Serializable {

    /** Stands for a missing whole number. */
    public static final long NO_INTEGER = Long.MIN_VALUE;

    /** Returns the packing that a variable's attributes declare; what cannot be understood is left out. */
    public static Packing of(VariableHeader header) {
        return of(header, problem -> {});
    }

    /**
     * Returns the packing that a variable's attributes declare.
     *
     * @param problems gets a sentence for each attribute that was not understood and was left out
     */
    public static Packing of(VariableHeader header, Consumer<String> problems) {
        return new PackingAttributes(header, problems).packing();
    }

    /**
     * Decodes numbers.
     *
     * @param raw of the variable this packing belongs to
     * @param out shape {@code (raw.size())} or longer; NaN where missing
     */
    public void decode(ArrayBlock raw, double[] out) {
        Object values = raw.values();
        if (values instanceof short[] from && from.length >= ShortTable.PAYS_FROM) {
            new ShortTable(this).decode(from, out);
            return;
        }
        if (values instanceof byte[] from) {
            PackedIntegers.decode(this, from, out);
        } else if (values instanceof short[] from) {
            PackedIntegers.decode(this, from, out);
        } else if (values instanceof int[] from) {
            PackedIntegers.decode(this, from, out);
        } else if (values instanceof long[] from) {
            PackedIntegers.decode(this, from, out);
        } else if (values instanceof float[] from) {
            PackedReals.decode(this, from, out);
        } else if (values instanceof double[] from) {
            PackedReals.decode(this, from, out);
        } else {
            throw new IllegalArgumentException("Cannot decode elements of type " + raw.type() + ", expected numbers.");
        }
        round(raw.size(), out);
    }

    /**
     * Decodes numbers to floats; a double is rounded.
     *
     * @param raw of the variable this packing belongs to
     * @param out shape {@code (raw.size())} or longer; NaN where missing
     */
    public void decode(ArrayBlock raw, float[] out) {
        if (raw.values() instanceof float[] from && scale == 1 && offset == 0) {
            PackedReals.decode(this, from, out);
            return;
        }
        if (raw.values() instanceof short[] from && from.length >= ShortTable.PAYS_FROM) {
            new ShortTable(this).decode(from, out);
            return;
        }
        double[] wide = new double[raw.size()];
        decode(raw, wide);
        for (int i = 0; i < wide.length; i++) {
            out[i] = (float) wide[i];
        }
    }

    /** Tells whether values are the stored integers themselves, neither scaled nor moved. */
    public boolean isWhole() {
        return type.isNumeric() && type != ElementType.FLOAT && type != ElementType.DOUBLE && scale == 1 && offset == 0;
    }

    /**
     * Returns stored integers exactly, of any width; doubles hold those up to 2^53 only.
     *
     * @param raw of the variable this packing belongs to, which {@link #isWhole()}
     * @return shape {@code (raw.size())}, a new array; {@link #NO_INTEGER} where missing, and for unsigned 64-bit
     *     integers from 2^63 on
     */
    public long[] wholeNumbers(ArrayBlock raw) {
        if (!isWhole()) {
            throw new IllegalArgumentException("Cannot take whole numbers from elements of type " + type
                    + " with scale " + scale + " and offset " + offset + ", expected plain integers.");
        }
        return PackedIntegers.whole(this, raw);
    }

    /** Returns the decoded numbers in a new array. */
    public double[] decode(ArrayBlock raw) {
        double[] out = new double[raw.size()];
        decode(raw, out);
        return out;
    }

    private void round(int size, double[] out) {
        if (unpacked != ElementType.FLOAT || (scale == 1 && offset == 0)) {
            return;
        }
        for (int i = 0; i < size; i++) {
            out[i] = (float) out[i];
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packing that
                && type == that.type
                && unpacked == that.unpacked
                && Double.compare(scale, that.scale) == 0
                && Double.compare(offset, that.offset) == 0
                && Arrays.equals(missing, that.missing)
                && Arrays.equals(missingIntegers, that.missingIntegers)
                && Double.compare(validMin, that.validMin) == 0
                && Double.compare(validMax, that.validMax) == 0
                && leastInteger == that.leastInteger
                && mostInteger == that.mostInteger;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(new Object[] {type, scale, offset, validMin, validMax, leastInteger, mostInteger}) * 31
                + Arrays.hashCode(missingIntegers)
                + Arrays.hashCode(missing);
    }
}
