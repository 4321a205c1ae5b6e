package dev.shoal.netcdf;

import dev.shoal.codec.Lookup3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An HDF5 file's bytes by its own addresses. What the file does not hold is refused before memory is taken for it.
 *
 * @param source begins where the file's addresses do
 * @param offsetBytes bytes of an address
 * @param lengthBytes bytes of a length
 */
record Hdf5Bytes(ByteSource source, int offsetBytes, int lengthBytes) {

    /** The address of what is not there. */
    static final long NOWHERE = -1;

    /**
     * Reads bytes, whose numbers are little-endian.
     *
     * @throws DamagedException where the file does not hold them
     */
    ByteBuffer read(long address, long length) {
        return wrapped(bytes(address, length));
    }

    private static ByteBuffer wrapped(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads bytes into a new array.
     *
     * @throws DamagedException where the file does not hold them
     */
    byte[] bytes(long address, long length) {
        if (address < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || address > source.length() - length) {
            throw new DamagedException("the file ends at byte " + source.length() + ", expected " + length
                    + " bytes from byte " + address + " on");
        }
        try {
            return source.read(address, (int) length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a structure that begins with a signature and ends with its checksum; the position is behind the signature.
     *
     * @param what it is, without its article, for the error
     */
    ByteBuffer sound(long address, long length, int signature, String what) {
        byte[] bytes = length < 8 ? new byte[0] : bytes(address, length);
        if (bytes.length < 8 || wrapped(bytes).getInt() != signature) {
            throw new DamagedException("no " + what + " at byte " + address);
        }
        return checked(bytes, address, what).position(4);
    }

    /** Reads a part of a structure that ends with its checksum. */
    ByteBuffer soundPart(long address, long length, String what) {
        return checked(bytes(address, length), address, what);
    }

    private static ByteBuffer checked(byte[] bytes, long address, String what) {
        if (!isSound(bytes)) {
            throw new DamagedException("a damaged " + what + " at byte " + address);
        }
        return wrapped(bytes);
    }

    /** Tells whether the last four bytes are the checksum of those before. */
    static boolean isSound(byte[] bytes) {
        int at = bytes.length - Integer.BYTES;
        return at >= 0 && wrapped(bytes).getInt(at) == Lookup3.sum(bytes, 0, at);
    }

    /** Reads the address of something in the file, or {@link #NOWHERE}. */
    long address(ByteBuffer from) {
        long address = number(from, offsetBytes);
        return offsetBytes < Long.BYTES && address == (1L << (8 * offsetBytes)) - 1 ? NOWHERE : address;
    }

    /** Reads the length of something in the file. */
    long length(ByteBuffer from) {
        return number(from, lengthBytes);
    }

    /** Reads a little-endian number of up to 8 bytes, none below zero unless it has all 8. */
    static long number(ByteBuffer from, int bytes) {
        if (bytes == Long.BYTES && from.order() == ByteOrder.LITTLE_ENDIAN) {
            return from.getLong();
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (from.get() & 0xffL) << (8 * i);
        }
        return number;
    }
}
