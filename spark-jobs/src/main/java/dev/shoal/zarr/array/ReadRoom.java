package dev.shoal.zarr.array;

/** Memory for one object at a time, which is used again by the next. For one thread. */
public final class ReadRoom {

    private byte[] bytes = new byte[0];

    /** Returns an array of at least so many bytes, whatever is in them; the same as before where it is large enough. */
    public byte[] atLeast(int length) {
        if (bytes.length < length) {
            bytes = new byte[length];
        }
        return bytes;
    }
}
