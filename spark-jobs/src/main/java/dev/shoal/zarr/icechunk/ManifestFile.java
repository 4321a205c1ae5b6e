package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.io.Serializable;

/**
 * The size of a manifest.
 *
 * @param id of the manifest
 * @param bytes of the object
 * @param references in it, of all arrays
 */
public record ManifestFile(ObjectId id, long bytes, int references) implements Serializable {

    static ManifestFile parse(Fields fields) throws DamageException {
        return new ManifestFile(fields.id(0, ObjectId.OBJECT_BYTES), fields.int64(1), fields.int32(2));
    }

    int table(FlatBufferBuilder builder) {
        builder.startTable(4);
        Tables.id(builder, 0, id);
        builder.addLong(1, bytes, 0);
        builder.addInt(2, references, 0);
        return builder.endTable();
    }
}
