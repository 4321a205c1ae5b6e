package dev.shoal.codec;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.List;

/**
 * libdeflate, where the machine has it installed. It inflates a stream at once into room of a known size, at twice
 * zlib's speed and more.
 *
 * <p>Its memory is taken and given back in every call: {@code malloc} hands the same pages out again, so nothing is won
 * by keeping them.
 */
final class LibdeflateInflater implements ZlibInflater {

    /** Its names on Linux, macOS and Windows; the number is that of its interface. */
    private static final List<String> NAMES = List.of("libdeflate.so.0", "libdeflate.0.dylib", "libdeflate.dll");

    /** Longer streams are left to Java, which needs no memory beside the arrays. */
    private static final int MOST_BYTES = 64 << 20;

    private static final int SUCCESS = 0;
    private static final int ACTUAL_BYTES = 8;

    /** Binds the library; an {@link UnsatisfiedLinkError} where there is none. */
    LibdeflateInflater() {
        if (Native.SIZE_T_SIZE != Long.BYTES) {
            throw new UnsatisfiedLinkError("libdeflate is used on 64-bit machines only");
        }
        Native.register(Functions.class, library());
    }

    private static NativeLibrary library() {
        UnsatisfiedLinkError none = new UnsatisfiedLinkError("found no libdeflate");
        for (String name : NAMES) {
            try {
                return NativeLibrary.getInstance(name);
            } catch (UnsatisfiedLinkError absent) {
                none.addSuppressed(absent);
            }
        }
        throw none;
    }

    @Override
    public int inflate(byte[] from, int start, int length, byte[] to, int toStart, int limit) {
        if (length > MOST_BYTES || limit > MOST_BYTES) {
            return NO_VERDICT;
        }
        long room = Native.malloc(ACTUAL_BYTES + (long) length + limit);
        long decompressor = Functions.libdeflate_alloc_decompressor();
        try {
            return room == 0 || decompressor == 0
                    ? NO_VERDICT
                    : inflate(decompressor, room, from, start, length, to, toStart, limit);
        } finally {
            Functions.libdeflate_free_decompressor(decompressor);
            Native.free(room);
        }
    }

    /** The room holds the number of bytes that came out, the stream, and what came out. */
    private static int inflate(
            long decompressor, long room, byte[] from, int start, int length, byte[] to, int toStart, int limit) {
        Pointer memory = new Pointer(room);
        long out = ACTUAL_BYTES + (long) length;
        memory.write(ACTUAL_BYTES, from, start, length);
        int result = Functions.libdeflate_zlib_decompress(
                decompressor, room + ACTUAL_BYTES, length, room + out, limit, room);
        if (result != SUCCESS) {
            return NO_VERDICT;
        }
        int actual = (int) memory.getLong(0);
        memory.read(out, to, toStart, actual);
        return actual;
    }

    /** The library's functions, under its own names; addresses and {@code size_t} are 64 bits wide. */
    private static final class Functions {

        static native long libdeflate_alloc_decompressor();

        static native void libdeflate_free_decompressor(long decompressor);

        static native int libdeflate_zlib_decompress(
                long decompressor, long in, long inBytes, long out, long outBytesAvailable, long actualOutBytes);
    }
}
