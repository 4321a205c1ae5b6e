package dev.shoal.codec;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Reals whose last bits were rounded away before they were written: numcodecs' filter {@code bitround}, of which
 * nothing is to be undone.
 *
 * @param keptBits of each mantissa
 */
public record BitRound(int keptBits) implements ReadOnlyFilter {

    @Override
    public String id() {
        return "bitround";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("keepbits", keptBits);
    }

    @Override
    public OptionalInt encodedSize(int size) {
        return OptionalInt.of(size);
    }

    @Override
    public byte[] decode(byte[] stored, int size) throws DamageException {
        if (stored.length != size) {
            throw DamageException.length(stored.length, size);
        }
        return stored;
    }
}
