package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;

/**
 * Whether a repository may be read and written.
 *
 * @param availability 0 online, 1 read only, 2 offline
 * @param setMicros when that was said, since 1970
 * @param reason of anything but 0, or empty
 */
record Status(int availability, long setMicros, String reason) {

    static final Status NONE = new Status(0, 0, "");

    static Status parse(Fields fields) throws dev.shoal.codec.DamageException {
        return new Status(fields.int8(0), fields.int64(1), fields.text(2));
    }

    int table(FlatBufferBuilder builder) {
        int text = Tables.text(builder, reason);
        builder.startTable(3);
        builder.addByte(0, (byte) availability, 0);
        builder.addLong(1, setMicros, 0);
        Tables.offset(builder, 2, text);
        return builder.endTable();
    }
}
