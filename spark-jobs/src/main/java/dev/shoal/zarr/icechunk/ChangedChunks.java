package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chunks of one array that a session changed: set one by one, in manifests, and those that whole ones took away.
 */
final class ChangedChunks implements ChunkIndices {

    private final IcechunkRepository repository;
    private final NodeEdit edit;
    private final List<ManifestPart> parts = new ArrayList<>();
    private final List<int[]> dropped;

    /**
     * Looks at an edit; reads nothing yet.
     *
     * @param dropped indices of chunks that manifests of whole windows took the references of; not copied
     */
    ChangedChunks(IcechunkRepository repository, NodeEdit edit, List<int[]> dropped) {
        this.repository = repository;
        this.edit = edit;
        this.dropped = dropped;
        parts.addAll(edit.chunks().parts());
        parts.addAll(edit.chunks().overlays());
        parts.sort((one, other) ->
                Arrays.compareUnsigned(one.window().starts(), other.window().starts()));
    }

    @Override
    public ObjectId node() {
        return edit.id();
    }

    @Override
    public int rank() {
        return edit.chunking().rank();
    }

    @Override
    public long count() {
        long count = edit.chunks().chunks().size() + (long) dropped.size();
        for (ManifestPart part : parts) {
            count += part.file().references();
        }
        return count;
    }

    String path() {
        return edit.path();
    }

    boolean isOfNew() {
        return edit.isNew();
    }

    /** One manifest is in memory at a time. */
    @Override
    public void forEach(Sink sink) throws IOException {
        for (int[] index : edit.chunks().chunks().keySet()) {
            sink.accept(index);
        }
        for (int[] index : dropped) {
            sink.accept(index);
        }
        for (ManifestPart part : parts) {
            repository.manifest(part.file().id()).forEachIndex(edit.id(), sink);
        }
    }
}
