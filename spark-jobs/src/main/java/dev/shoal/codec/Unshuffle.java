package dev.shoal.codec;

/** Undoes the byte shuffle, see {@link ByteShuffle}. */
public final class Unshuffle implements ChunkDecoder {

    private final int elementBytes;
    private byte[] buffer = new byte[0];

    /**
     * Makes it.
     *
     * @param elementBytes bytes of one element
     */
    public Unshuffle(int elementBytes) {
        this.elementBytes = elementBytes;
    }

    @Override
    public Slice decode(Slice in, int limit) {
        if (elementBytes <= 1) {
            return in;
        }
        if (buffer.length < in.length()) {
            buffer = new byte[in.length()];
        }
        ByteShuffle.undo(in.bytes(), in.offset(), buffer, 0, in.length(), elementBytes);
        return new Slice(buffer, 0, in.length());
    }
}
