package dev.shoal.netcdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes netCDF classic headers word by word, true or not; each call returns the draft itself. */
final class ClassicDraft {

    static final int DIMENSIONS = 10;
    static final int VARIABLES = 11;
    static final int ATTRIBUTES = 12;
    static final int BYTE = 1;
    static final int CHAR = 2;
    static final int DOUBLE = 6;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean wide;

    /** Begins a file of version 1, 2 or 5 of this many records. */
    ClassicDraft(int version, long records) {
        wide = version == 5;
        bytes.writeBytes(new byte[] {'C', 'D', 'F', (byte) version});
        count(records);
    }

    /** A number that counts: of 8 bytes in version 5, else of 4. */
    ClassicDraft count(long number) {
        bytes.writeBytes(
                wide
                        ? ByteBuffer.allocate(8).putLong(number).array()
                        : ByteBuffer.allocate(4).putInt((int) number).array());
        return this;
    }

    /** A tag or a type. */
    ClassicDraft word(int number) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
        return this;
    }

    /** The head of a list. */
    ClassicDraft list(int tag, long count) {
        return word(tag).count(count);
    }

    /** A list that is not there. */
    ClassicDraft none() {
        return list(0, 0);
    }

    /** A name with its length. */
    ClassicDraft name(String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        count(text.length);
        bytes.writeBytes(text);
        bytes.writeBytes(new byte[(4 - text.length % 4) % 4]);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
