package dev.shoal.zarr.icechunk;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/**
 * The id of a node (8 bytes) or of an object (12 bytes); written in Crockford's base 32, zero bits appended to a
 * multiple of five. Ordered by its bytes, taken as unsigned.
 */
public final class ObjectId implements Comparable<ObjectId>, Serializable {

    /** Bytes of a node's id. */
    public static final int NODE_BYTES = 8;

    /** Bytes of the id of a snapshot, manifest or chunk. */
    public static final int OBJECT_BYTES = 12;

    /** The first snapshot of every repository. */
    public static final ObjectId FIRST_SNAPSHOT = parse("1CECHNKREP0F1RSTCMT0");

    private static final long serialVersionUID = 1;
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final byte[] bytes;

    private ObjectId(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the id of these bytes, which are copied. */
    public static ObjectId of(byte[] bytes) {
        if (bytes.length != NODE_BYTES && bytes.length != OBJECT_BYTES) {
            throw new IllegalArgumentException("an id of " + bytes.length + " bytes, expected 8 or 12");
        }
        return new ObjectId(bytes.clone());
    }

    /** Returns a new id of this many bytes. */
    public static ObjectId random(int length, Random random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return of(bytes);
    }

    /** Reads an id as it stands in the name of an object. */
    public static ObjectId parse(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("id \"" + text + "\", expected Crockford's base 32");
            }
            bits = (bits << 5) | digit;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[next++] = (byte) (bits >> held);
            }
            bits &= 0xff;
        }
        ObjectId id = of(bytes);
        if (!id.toString().equals(text)) {
            throw new IllegalArgumentException(
                    "id \"" + text + "\", expected 13 or 20 characters that end in zero bits");
        }
        return id;
    }

    /** Tells whether a text is the name of a snapshot, manifest or chunk. */
    static boolean isObject(String text) {
        return text.length() == 20 && text.chars().allMatch(letter -> DIGITS.indexOf(letter) >= 0);
    }

    /** Returns the first eight bytes. */
    long start() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    /** Returns a copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Returns the number of bytes. */
    int length() {
        return bytes.length;
    }

    /** Returns one byte. */
    byte at(int position) {
        return bytes[position];
    }

    @Override
    public int compareTo(ObjectId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte one : bytes) {
            bits = ((bits & 0xff) << 8) | (one & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(DIGITS.charAt((bits >> held) & 31));
            }
        }
        return held == 0
                ? text.toString()
                : text.append(DIGITS.charAt((bits << (5 - held)) & 31)).toString();
    }
}
