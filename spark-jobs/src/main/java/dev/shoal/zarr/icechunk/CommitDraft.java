package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * What a session is so far, for processes that write chunks for it: each opens a session of its own, writes, and packs
 * its references; references to chunks near each other are merged into one manifest, by any process; the first session
 * takes what was merged, and commits. Chunks of a process that dies are led to by nothing.
 */
public final class CommitDraft implements Serializable {

    /** Manifests hold no more references than this, so that opening one is quick. */
    private static final long MOST_REFERENCES = 500_000;

    private static final long serialVersionUID = 1;
    private static final char SEPARATOR = '\n';

    private final String root;
    private final ObjectId base;
    private final LinkedHashMap<String, byte[]> documents;
    private final HashMap<String, ManifestWriter> writers;

    /**
     * Copies what a session is.
     *
     * @param documents that the session put, by path
     * @param writers of the session's arrays, by path
     */
    CommitDraft(String root, ObjectId base, Map<String, byte[]> documents, Map<String, ManifestWriter> writers) {
        this.root = root;
        this.base = base;
        this.documents = new LinkedHashMap<>(documents);
        this.writers = new HashMap<>(writers);
    }

    /** Opens a session that writes chunks for the first one. It cannot be committed. */
    public IcechunkSession session(Configuration conf) throws IOException {
        IcechunkSession session = IcechunkRepository.named(root, conf).at(base);
        documents.forEach(session::document);
        return session;
    }

    /** Returns the references that a session from {@link #session} set, packed, by the manifest that they belong to. */
    public Map<String, byte[]> packed(IcechunkSession session) {
        Map<String, NavigableMap<int[], Optional<ChunkRef>>> parts = new LinkedHashMap<>();
        for (NodeEdit array : session.edits()) {
            ManifestWindows windows = ManifestWindows.of(array.chunking().counts(), MOST_REFERENCES);
            array.chunks()
                    .chunks()
                    .forEach((index, ref) -> parts.computeIfAbsent(
                                    windows.of(index) + String.valueOf(SEPARATOR) + array.path(),
                                    key -> ChunkEdits.byIndex())
                            .put(index, ref));
        }
        Map<String, byte[]> packed = new LinkedHashMap<>();
        parts.forEach((key, chunks) -> packed.put(key, PackedChunks.bytes(chunks)));
        return packed;
    }

    /**
     * Writes the manifest of all that was packed for it.
     *
     * @param key as {@link #packed} gave it
     * @return what {@link IcechunkSession#take} takes
     */
    public byte[] merged(String key, Iterable<byte[]> packed, Configuration conf) throws IOException {
        String path = key.substring(key.indexOf(SEPARATOR) + 1);
        ManifestWriter writer = Optional.ofNullable(writers.get(path)).orElseThrow();
        NavigableMap<int[], Optional<ChunkRef>> chunks = ChunkEdits.byIndex();
        for (byte[] bytes : packed) {
            PackedChunks.unpack(bytes, writer.rank(), chunks);
        }
        List<int[]> erased = new ArrayList<>();
        ObjectId id = ObjectId.random(ObjectId.OBJECT_BYTES, new SecureRandom());
        ManifestBuilder builder = new ManifestBuilder(id, writer.node(), writer.rank(), chunks.size());
        chunks.forEach((index, ref) -> ref.ifPresentOrElse(set -> builder.add(index, set), () -> erased.add(index)));
        List<ManifestPart> parts =
                builder.count() == 0 ? List.of() : List.of(writer.put(builder, new RepositoryFiles(root, conf)));
        return new MergedChunks(path, parts, erased).bytes();
    }
}
