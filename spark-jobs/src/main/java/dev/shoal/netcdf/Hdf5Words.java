package dev.shoal.netcdf;

import dev.shoal.codec.Lookup3;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes of an HDF5 structure that is being put together; its numbers are little-endian. Every method adds bytes. */
final class Hdf5Words {

    /** Stands for no address. */
    static final long NOWHERE = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds the lowest {@code width} bytes of a number. */
    Hdf5Words number(long value, int width) {
        for (int i = 0; i < width; i++) {
            bytes.write((int) (value >>> (Byte.SIZE * i)));
        }
        return this;
    }

    /** Adds small numbers of one byte each. */
    Hdf5Words bytes(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    /** Adds an address or a length. */
    Hdf5Words place(long place) {
        return number(place, Long.BYTES);
    }

    /** Adds UTF-8 without an end. */
    Hdf5Words text(String text) {
        return all(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes as they are. */
    Hdf5Words all(byte[] values) {
        bytes.writeBytes(values);
        return this;
    }

    Hdf5Words zeros(int count) {
        return all(new byte[count]);
    }

    /** Adds zeros up to a multiple of 8 bytes. */
    Hdf5Words align() {
        return zeros(-size() & 7);
    }

    /** Adds the checksum of all bytes so far. */
    Hdf5Words sum() {
        return number(Lookup3.sum(toBytes(), 0, size()), Integer.BYTES);
    }

    int size() {
        return bytes.size();
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
