package dev.shoal.qc.conformance;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Tells in words where two arrays differ first. */
final class Differences {

    private Differences() {}

    /** Compares flags, but for places where either is right. */
    static Optional<String> of(byte[] found, byte[] expected, IntPredicate isEither) {
        if (found.length != expected.length) {
            return lengths(found.length, expected.length);
        }
        for (int i = 0; i < found.length; i++) {
            if (found[i] != expected[i] && !isEither.test(i)) {
                return Optional.of("found " + found[i] + " at " + i + ", expected " + expected[i]);
            }
        }
        return Optional.empty();
    }

    /** Compares numbers, which may lie apart by a share of the expected one, or of 1 where that is less. */
    static Optional<String> of(double[] found, double[] expected, double relative) {
        if (found.length != expected.length) {
            return lengths(found.length, expected.length);
        }
        for (int i = 0; i < found.length; i++) {
            boolean isNear = Math.abs(found[i] - expected[i]) <= relative * Math.max(1, Math.abs(expected[i]));
            if (!isNear && Double.compare(found[i], expected[i]) != 0) {
                return Optional.of("found " + found[i] + " at " + i + ", expected " + expected[i]);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> lengths(int found, int expected) {
        return Optional.of("found " + found + " values, expected " + expected);
    }
}
