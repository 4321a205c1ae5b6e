package dev.shoal.zarr.icechunk;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All nodes of one commit.
 *
 * @param id of the commit
 * @param committedMicros when it was made, since 1970
 * @param message of the commit
 * @param metadata by name
 * @param nodes by path
 * @param manifests that the nodes lead to, by id
 */
public record Snapshot(
        ObjectId id,
        long committedMicros,
        String message,
        List<MetadataItem> metadata,
        List<Node> nodes,
        List<ManifestFile> manifests) {

    /** Copies the lists in their order. */
    public Snapshot {
        metadata = sorted(metadata, Comparator.comparing(MetadataItem::name, Node.BY_PATH));
        nodes = sorted(nodes, Comparator.comparing(Node::path, Node.BY_PATH));
        manifests = sorted(manifests, Comparator.comparing(ManifestFile::id));
    }

    private static <T> List<T> sorted(List<T> list, Comparator<T> order) {
        List<T> out = new ArrayList<>(list);
        out.sort(order);
        return out;
    }

    /**
     * Reads a snapshot.
     *
     * @param name whole, for messages
     * @throws UnreadableException where it is damaged
     */
    public static Snapshot parse(String name, byte[] bytes) throws IOException {
        return Envelope.parse(
                name,
                ObjectKind.SNAPSHOT,
                bytes,
                root -> new Snapshot(
                        root.id(0, ObjectId.OBJECT_BYTES),
                        root.int64(3),
                        root.text(4),
                        root.list(5, MetadataItem::parse),
                        root.list(2, Node::parse),
                        root.list(7, ManifestFile::parse)));
    }

    /** Returns the bytes of the object. */
    public byte[] bytes() {
        FlatBufferBuilder builder = new FlatBufferBuilder(1 << 12);
        int nodeTables = Tables.list(builder, nodes, node -> node.table(builder));
        int text = builder.createString(message);
        int items = Tables.list(builder, metadata, item -> item.table(builder));
        builder.startVector(32, 0, 8);
        int noFiles = builder.endVector();
        int files = Tables.list(builder, manifests, file -> file.table(builder));
        builder.startTable(9);
        Tables.id(builder, 0, id);
        Tables.offset(builder, 2, nodeTables);
        builder.addLong(3, committedMicros, 0);
        Tables.offset(builder, 4, text);
        Tables.offset(builder, 5, items);
        Tables.offset(builder, 6, noFiles);
        Tables.offset(builder, 7, files);
        builder.finish(builder.endTable());
        return Envelope.wrap(ObjectKind.SNAPSHOT, builder);
    }

    /** Returns the node of a path. */
    public Optional<Node> node(String path) {
        return nodes.stream().filter(node -> node.path().equals(path)).findFirst();
    }
}
