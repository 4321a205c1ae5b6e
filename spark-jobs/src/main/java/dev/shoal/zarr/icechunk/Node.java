package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.codec.DamageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A group or an array.
 *
 * @param id stays the same for the node's life, 8 bytes
 * @param path with a leading slash; of the root only that
 * @param document its {@code zarr.json}; not copied
 * @param chunking how an array is cut, or {@link Chunking#GROUP}
 */
public record Node(ObjectId id, String path, byte[] document, Chunking chunking) {

    /** The order of nodes: by the bytes of their paths. */
    public static final Comparator<String> BY_PATH = (one, other) ->
            Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private static final int ARRAY = 1;
    private static final int GROUP = 2;

    /** Refuses paths that lead elsewhere. */
    public Node {
        requirePath(path);
    }

    /** Refuses a path that is not whole, or not in its shortest form. */
    static void requirePath(String path) {
        boolean whole = path.startsWith("/") && (path.length() == 1 || !path.endsWith("/"));
        for (String part :
                path.length() == 1 ? new String[0] : path.substring(1).split("/", -1)) {
            whole &= !part.isEmpty() && !part.equals(".") && !part.equals("..");
        }
        if (!whole) {
            throw new IllegalArgumentException(
                    "node \"" + path + "\", expected a path such as /group/array without empty, . and .. parts");
        }
    }

    /** Tells whether this is an array. */
    public boolean isArray() {
        return chunking.isOfArray();
    }

    static Node parse(Fields fields) throws DamageException {
        int type = fields.int8(3);
        if (type != ARRAY && type != GROUP) {
            throw new DamageException("a node of type " + type);
        }
        return new Node(
                fields.id(0, ObjectId.NODE_BYTES),
                fields.text(1),
                fields.bytes(2),
                type == GROUP ? Chunking.GROUP : Chunking.parse(fields.table(4)));
    }

    int table(FlatBufferBuilder builder) {
        int name = builder.createString(path);
        int bytes = builder.createByteVector(document);
        int data;
        if (isArray()) {
            data = chunking.table(builder);
        } else {
            builder.startTable(0);
            data = builder.endTable();
        }
        builder.startTable(6);
        Tables.id(builder, 0, id);
        Tables.offset(builder, 1, name);
        Tables.offset(builder, 2, bytes);
        builder.addByte(3, (byte) (isArray() ? ARRAY : GROUP), 0);
        Tables.offset(builder, 4, data);
        return builder.endTable();
    }
}
