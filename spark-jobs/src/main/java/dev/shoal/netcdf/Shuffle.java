package dev.shoal.netcdf;

/**
 * HDF5's shuffle filter: all first bytes of the elements, then all second bytes, and so on. Bytes past the last whole
 * element stay in place.
 */
final class Shuffle implements ChunkDecoder {

    private final int elementBytes;
    private byte[] buffer = new byte[0];

    Shuffle(int elementBytes) {
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
        undo(in.bytes(), in.offset(), in.length(), elementBytes, buffer);
        return new Slice(buffer, 0, in.length());
    }

    /** Puts the elements together again; {@code out} is overwritten from its begin on. */
    static void undo(byte[] in, int offset, int length, int elementBytes, byte[] out) {
        int count = length / elementBytes;
        switch (elementBytes) {
            case 2 -> pairs(in, offset, count, out);
            case 4 -> quads(in, offset, count, out);
            case 8 -> octets(in, offset, count, out);
            default -> any(in, offset, count, elementBytes, out);
        }
        int done = count * elementBytes;
        System.arraycopy(in, offset + done, out, done, length - done);
    }

    private static void pairs(byte[] in, int offset, int count, byte[] out) {
        int second = offset + count;
        for (int i = 0, o = 0; i < count; i++, o += 2) {
            out[o] = in[offset + i];
            out[o + 1] = in[second + i];
        }
    }

    private static void quads(byte[] in, int offset, int count, byte[] out) {
        int second = offset + count;
        int third = second + count;
        int fourth = third + count;
        for (int i = 0, o = 0; i < count; i++, o += 4) {
            out[o] = in[offset + i];
            out[o + 1] = in[second + i];
            out[o + 2] = in[third + i];
            out[o + 3] = in[fourth + i];
        }
    }

    private static void octets(byte[] in, int offset, int count, byte[] out) {
        int half = offset + 4 * count;
        for (int i = 0, o = 0; i < count; i++, o += 8) {
            out[o] = in[offset + i];
            out[o + 1] = in[offset + count + i];
            out[o + 2] = in[offset + 2 * count + i];
            out[o + 3] = in[offset + 3 * count + i];
            out[o + 4] = in[half + i];
            out[o + 5] = in[half + count + i];
            out[o + 6] = in[half + 2 * count + i];
            out[o + 7] = in[half + 3 * count + i];
        }
    }

    private static void any(byte[] in, int offset, int count, int elementBytes, byte[] out) {
        for (int part = 0; part < elementBytes; part++) {
            int from = offset + part * count;
            for (int i = 0, o = part; i < count; i++, o += elementBytes) {
                out[o] = in[from + i];
            }
        }
    }
}
