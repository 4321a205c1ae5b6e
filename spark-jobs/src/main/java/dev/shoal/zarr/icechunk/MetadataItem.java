package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;

/**
 * A named value of a snapshot or repository.
 *
 * @param name of the value
 * @param value FlexBuffers, see {@link FlexValue}; not copied
 */
public record MetadataItem(String name, byte[] value) {

    static MetadataItem parse(Fields fields) throws DamageException {
        return new MetadataItem(fields.text(0), fields.bytes(1));
    }

    int table(FlatBufferBuilder builder) {
        int text = builder.createString(name);
        int bytes = builder.createByteVector(value);
        builder.startTable(2);
        Tables.offset(builder, 0, text);
        Tables.offset(builder, 1, bytes);
        return builder.endTable();
    }
}
