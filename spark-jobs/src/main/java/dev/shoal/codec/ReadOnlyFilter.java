package dev.shoal.codec;

/** A filter of numcodecs that is undone but never applied: Shoal writes numbers as they are. */
sealed interface ReadOnlyFilter extends BytesCodec permits BitRound, Cast, PackBits {

    @Override
    default boolean compresses() {
        return false;
    }

    @Override
    default boolean writes() {
        return false;
    }

    @Override
    default byte[] encode(byte[] decoded) {
        throw new UnsupportedOperationException("Cannot write " + id() + ": it is read only. Leave the filter out.");
    }
}
