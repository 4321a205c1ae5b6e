package dev.shoal.cf;

import dev.shoal.netcdf.ElementType;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The numbers that an integer type can store.
 *
 * @param least of them
 * @param most of them
 * @param bits of one
 * @param wraps whether a number of the twin type, signed or unsigned, names the same bits
 */
record IntegerRange(BigInteger least, BigInteger most, int bits, boolean wraps) {

    /**
     * Returns the range of an integer type.
     *
     * @param type of the values
     * @param stored type of the elements, which {@code _Unsigned} may have made the twin of {@code type}
     */
    static IntegerRange of(ElementType type, ElementType stored) {
        int bits = 8 * type.bytes();
        BigInteger span = BigInteger.ONE.shiftLeft(type.isUnsigned() ? bits : bits - 1);
        BigInteger least = type.isUnsigned() ? BigInteger.ZERO : span.negate();
        return new IntegerRange(least, span.subtract(BigInteger.ONE), bits, type.isUnsigned() || type != stored);
    }

    /** Returns the stored number that a number of an attribute names, or nothing where none can equal it. */
    Optional<Long> stored(Number number) {
        return AttributeNumbers.whole(number)
                .map(this::widened)
                .filter(whole -> whole.compareTo(least) >= 0 && whole.compareTo(most) <= 0)
                .map(BigInteger::longValue);
    }

    /** Returns the least stored number that is not below a limit; infinity is no limit. */
    long atLeast(Number limit) {
        return clamped(limit, RoundingMode.CEILING, least);
    }

    /** Returns the greatest stored number that is not above a limit; infinity is no limit. */
    long atMost(Number limit) {
        return clamped(limit, RoundingMode.FLOOR, most);
    }

    private long clamped(Number limit, RoundingMode rounding, BigInteger unlimited) {
        BigInteger whole = AttributeNumbers.exact(limit)
                .map(exact -> widened(exact.setScale(0, rounding).toBigInteger()))
                .orElse(unlimited);
        return whole.max(least).min(most).longValue();
    }

    /** A negative number beside unsigned elements names the same bits, as does a large one beside signed twins. */
    private BigInteger widened(BigInteger whole) {
        BigInteger span = BigInteger.ONE.shiftLeft(bits);
        boolean below = wraps
                && whole.compareTo(least) < 0
                && whole.compareTo(span.shiftRight(1).negate()) >= 0;
        boolean above = wraps && whole.compareTo(most) > 0 && whole.compareTo(span) < 0;
        return below ? whole.add(span) : above ? whole.subtract(span) : whole;
    }
}
