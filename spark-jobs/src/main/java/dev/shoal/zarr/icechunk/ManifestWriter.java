package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;

/**
 * Puts manifests of one array into a repository, from any process. Nothing is visible before the session that made this
 * has committed the parts.
 *
 * @param root of the repository
 * @param node id of the array
 * @param rank number of the array's axes
 */
public record ManifestWriter(String root, ObjectId node, int rank) implements Serializable {

    /**
     * Puts one manifest.
     *
     * @param refs at least one, at most {@link ManifestBuilder#MOST_REFERENCES}; a million is a good number
     * @param conf of the repository's file system
     */
    public ManifestPart write(VirtualRefs refs, Configuration conf) throws IOException {
        Random random = new SecureRandom();
        ManifestBuilder builder =
                new ManifestBuilder(ObjectId.random(ObjectId.OBJECT_BYTES, random), node, rank, refs.count());
        for (int i = 0; i < refs.count(); i++) {
            builder.add(refs.indices(), i * rank, refs.files()[refs.file()[i]], refs.offsets()[i], refs.lengths()[i]);
        }
        return put(builder, new RepositoryFiles(root, conf));
    }

    /** Adds references to a manifest. */
    @FunctionalInterface
    public interface References {

        /** Adds all of them, in ascending order of their indices. */
        void addTo(ManifestBuilder manifest) throws IOException;
    }

    /**
     * Puts one manifest of references of any kind.
     *
     * @param expected number of references, as for {@link #write(VirtualRefs, Configuration)}
     * @param conf of the repository's file system
     */
    public ManifestPart write(int expected, References references, Configuration conf) throws IOException {
        ManifestBuilder builder =
                new ManifestBuilder(ObjectId.random(ObjectId.OBJECT_BYTES, new SecureRandom()), node, rank, expected);
        references.addTo(builder);
        return put(builder, new RepositoryFiles(root, conf));
    }

    /** Puts the bytes of a chunk into a repository, from any process, and returns what leads to them. */
    public static ChunkRef.Native putChunk(String root, byte[] bytes, Configuration conf) throws IOException {
        ObjectId id = ObjectId.random(ObjectId.OBJECT_BYTES, new SecureRandom());
        new RepositoryFiles(root, conf).put("chunks/" + id, bytes);
        return new ChunkRef.Native(id, 0, bytes.length);
    }

    /** Puts the manifest of a builder of this array. */
    ManifestPart put(ManifestBuilder builder, RepositoryFiles files) throws IOException {
        if (builder.count() == 0) {
            throw new IllegalArgumentException("a manifest without references, expected at least one");
        }
        ManifestRef window = builder.extents();
        byte[] bytes = builder.finish();
        files.put(ObjectKind.MANIFEST.key(window.manifest()), bytes);
        return new ManifestPart(node, window, new ManifestFile(window.manifest(), bytes.length, builder.count()));
    }
}
