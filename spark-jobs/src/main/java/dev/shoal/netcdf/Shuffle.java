package dev.shoal.netcdf;

/** HDF5's shuffle filter, see {@link ByteShuffle}. */
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
        ByteShuffle.undo(in.bytes(), in.offset(), buffer, 0, in.length(), elementBytes);
        return new Slice(buffer, 0, in.length());
    }
}
