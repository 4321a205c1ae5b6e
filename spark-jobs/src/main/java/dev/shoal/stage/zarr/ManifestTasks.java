package dev.shoal.stage.zarr;

import dev.shoal.zarr.icechunk.ChunkRef;
import dev.shoal.zarr.icechunk.ManifestBuilder;
import dev.shoal.zarr.icechunk.ManifestPart;
import dev.shoal.zarr.icechunk.ManifestWriter;
import dev.shoal.zarr.icechunk.ObjectId;
import dev.shoal.zarr.icechunk.SourceFile;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.ChunkVisitor;
import dev.shoal.zarr.virtual.VirtualPlan;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Writes manifests of an Icechunk repository, and chunks that are copied into it. */
final class ManifestTasks implements VirtualOutput.Tasks {

    private static final long serialVersionUID = 1;

    /** A manifest of so many takes some 32 MB in a task and less in the repository. */
    private static final long MOST_REFERENCES = 500_000;

    /** Larger values than this are objects of their own, as Icechunk's own writer has it. */
    private static final int MOST_INLINE_BYTES = 512;

    private final String root;
    private final ManifestWriter[] writers;
    private final SourceFile[] sources;

    /**
     * Knows what to write.
     *
     * @param writers of the arrays of the plan
     * @param sources the files of the plan
     */
    ManifestTasks(String root, List<ManifestWriter> writers, SourceFile... sources) {
        this.root = root;
        this.writers = writers.toArray(ManifestWriter[]::new);
        this.sources = sources.clone();
    }

    /** A manifest of one array. */
    record Answer(int array, ManifestPart part) implements Serializable {}

    private static ManifestCut cut(ArrayPlan array) {
        return new ManifestCut(array.array().grid(), MOST_REFERENCES);
    }

    @Override
    public long part(ArrayPlan array, long ordinal) {
        return cut(array).part(ordinal);
    }

    @Override
    public long end(ArrayPlan array, long part) {
        return cut(array).end(part);
    }

    @Override
    public byte[] write(VirtualPlan plan, int array, long part, ChunkReferences references, Configuration conf)
            throws IOException {
        return PackedObjects.bytes(
                new Answer(array, manifest(writers[array], plan.arrays().get(array), references, conf)));
    }

    /** Puts the manifest of one array. */
    ManifestPart manifest(ManifestWriter writer, ArrayPlan array, ChunkReferences references, Configuration conf)
            throws IOException {
        return writer.write(
                Math.toIntExact(references.size()),
                manifest -> references.each(new Filling(manifest, array, conf)),
                conf);
    }

    @Override
    public String put(ArrayPlan array, String key, byte[] bytes, Configuration conf) throws IOException {
        return ManifestWriter.putChunk(root, bytes, conf).chunk().toString();
    }

    /** Adds references to a manifest. */
    private final class Filling implements ChunkVisitor {

        private final ManifestBuilder manifest;
        private final ArrayPlan array;
        private final Configuration conf;

        Filling(ManifestBuilder manifest, ArrayPlan array, Configuration conf) {
            this.manifest = manifest;
            this.array = array;
            this.conf = conf;
        }

        private int[] index(long ordinal) {
            long[] index = array.array().grid().index(ordinal);
            int[] numbers = new int[index.length];
            for (int axis = 0; axis < numbers.length; axis++) {
                numbers[axis] = Math.toIntExact(index[axis]);
            }
            return numbers;
        }

        @Override
        public void part(long ordinal, int source, long offset, int length) {
            manifest.add(index(ordinal), 0, sources[source], offset, length);
        }

        @Override
        public void inline(long ordinal, byte[] bytes) throws IOException {
            ChunkRef ref = bytes.length <= MOST_INLINE_BYTES
                    ? new ChunkRef.Inline(bytes)
                    : ManifestWriter.putChunk(root, bytes, conf);
            manifest.add(index(ordinal), ref);
        }

        @Override
        public void object(long ordinal, String object, int length) {
            manifest.add(index(ordinal), new ChunkRef.Native(ObjectId.parse(object), 0, length));
        }
    }
}
