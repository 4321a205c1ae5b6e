package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Joins what a session does to one array with the manifests that the array has; windows never overlap. */
final class ManifestMerge {

    /** References that are merged one by one are held in memory. */
    private static final int MOST_MERGED = 2_000_000;

    /** Manifests of no more references than this are written anew as one with others beside them. */
    private static final int MOST_JOINED = 20_000;

    private final IcechunkRepository repository;
    private final ObjectId node;
    private final String path;
    private final int rank;
    private final List<ManifestRef> refs;
    private final Map<ObjectId, ManifestFile> files;
    private final List<int[]> dropped = new ArrayList<>();

    /**
     * Begins with what is there.
     *
     * @param array with its manifests
     * @param files sizes of all manifests of the commit; those that are written are added
     */
    ManifestMerge(IcechunkRepository repository, Node array, Map<ObjectId, ManifestFile> files) {
        this.repository = repository;
        this.files = files;
        this.node = array.id();
        this.path = array.path();
        this.rank = array.chunking().rank();
        this.refs = new ArrayList<>(array.chunking().manifests());
    }

    /** Returns the manifests afterwards. */
    List<ManifestRef> merge(ChunkEdits edits) throws IOException {
        if (!edits.parts().isEmpty()) {
            replace(edits.parts());
        }
        NavigableMap<int[], Optional<ChunkRef>> chunks = ChunkEdits.byIndex();
        for (ManifestPart overlay : edits.overlays()) {
            lay(overlay, chunks);
        }
        chunks.putAll(edits.chunks());
        fold(chunks);
        return refs;
    }

    /** Adds a manifest where there is no other, or its references to those that are merged one by one. */
    private void lay(ManifestPart overlay, NavigableMap<int[], Optional<ChunkRef>> chunks) throws IOException {
        int count = overlay.file().references();
        boolean isApart = refs.stream().noneMatch(overlay.window()::overlaps);
        if (isApart && beside(overlay.window(), List.of(), count).isEmpty()) {
            refs.add(overlay.window());
            files.put(overlay.file().id(), overlay.file());
            return;
        }
        if (chunks.size() + count > MOST_MERGED) {
            fold(chunks);
            chunks.clear();
        }
        repository.manifest(overlay.file().id()).forEach(node, (index, ref) -> chunks.put(index, Optional.of(ref)));
    }

    /** Writes the manifests anew that hold these chunks, and one of those that none holds. */
    private void fold(NavigableMap<int[], Optional<ChunkRef>> chunks) throws IOException {
        NavigableMap<int[], Optional<ChunkRef>> rest = ChunkEdits.byIndex();
        rest.putAll(chunks);
        for (ManifestRef ref : List.copyOf(refs)) {
            NavigableMap<int[], Optional<ChunkRef>> inside = taken(rest, ref);
            if (!inside.isEmpty()) {
                rewrite(List.of(ref), inside);
            }
        }
        rest.values().removeIf(Optional::isEmpty);
        if (!rest.isEmpty()) {
            List<ManifestRef> old = around(rest);
            List<int[]> corners = new ArrayList<>(rest.keySet());
            old.forEach(ref -> corners.addAll(List.of(ref.starts(), last(ref))));
            beside(window(corners), old, rest.size()).ifPresent(old::add);
            rewrite(old, rest);
        }
    }

    /** Returns a small manifest beside a window of few chunks: both are written as one, lest there be many of them. */
    private Optional<ManifestRef> beside(ManifestRef window, List<ManifestRef> inside, long count) {
        return refs.stream()
                .filter(other -> !inside.contains(other) && references(other) + count <= MOST_JOINED)
                .filter(other -> {
                    ManifestRef both = window(List.of(window.starts(), last(window), other.starts(), last(other)));
                    return refs.stream()
                            .filter(both::overlaps)
                            .allMatch(ref -> ref.equals(other) || inside.contains(ref));
                })
                .findFirst();
    }

    private long references(ManifestRef ref) {
        ManifestFile file = files.get(ref.manifest());
        return file == null ? MOST_JOINED : file.references();
    }

    /** Returns the indices of chunks that manifests of whole windows took the references of. */
    List<int[]> dropped() {
        return dropped;
    }

    private static NavigableMap<int[], Optional<ChunkRef>> taken(
            NavigableMap<int[], Optional<ChunkRef>> rest, ManifestRef window) {
        NavigableMap<int[], Optional<ChunkRef>> inside = ChunkEdits.byIndex();
        Iterator<Map.Entry<int[], Optional<ChunkRef>>> entries = rest.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<int[], Optional<ChunkRef>> entry = entries.next();
            if (window.contains(entry.getKey())) {
                inside.put(entry.getKey(), entry.getValue());
                entries.remove();
            }
        }
        return inside;
    }

    /** Returns the manifests that overlap the least window of chunks that no manifest holds, or of them together. */
    private List<ManifestRef> around(NavigableMap<int[], Optional<ChunkRef>> chunks) {
        ManifestRef window = window(chunks.keySet());
        List<ManifestRef> overlapping = new ArrayList<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ManifestRef ref : refs) {
                if (!overlapping.contains(ref) && ref.overlaps(window)) {
                    overlapping.add(ref);
                    window = window(List.of(window.starts(), last(window), ref.starts(), last(ref)));
                    grown = true;
                }
            }
        }
        return overlapping;
    }

    private static int[] last(ManifestRef window) {
        return Arrays.stream(window.ends()).map(end -> end - 1).toArray();
    }

    private ManifestRef window(Iterable<int[]> indices) {
        int[] starts = new int[rank];
        int[] ends = new int[rank];
        Arrays.fill(starts, Integer.MAX_VALUE);
        for (int[] index : indices) {
            for (int axis = 0; axis < rank; axis++) {
                starts[axis] = Math.min(starts[axis], index[axis]);
                ends[axis] = Math.max(ends[axis], index[axis] + 1);
            }
        }
        return new ManifestRef(ObjectId.FIRST_SNAPSHOT, starts, ends);
    }

    /** Writes one manifest of what these hold and the edits. */
    private void rewrite(List<ManifestRef> old, NavigableMap<int[], Optional<ChunkRef>> edits) throws IOException {
        NavigableMap<int[], Optional<ChunkRef>> all = ChunkEdits.byIndex();
        for (ManifestRef ref : old) {
            repository.manifest(ref.manifest()).forEach(node, (index, chunk) -> {
                if (ref.contains(index)) {
                    all.put(index, Optional.of(chunk));
                }
                requireFew(all.size());
            });
        }
        all.putAll(edits);
        all.values().removeIf(Optional::isEmpty);
        refs.removeAll(old);
        add(all);
    }

    private void requireFew(int count) {
        if (count > MOST_MERGED) {
            throw new IllegalArgumentException("array " + path + " with chunks all over manifests of more than "
                    + MOST_MERGED + " references, expected fewer; write them as whole manifests of separate windows");
        }
    }

    private void add(NavigableMap<int[], Optional<ChunkRef>> chunks) throws IOException {
        if (chunks.isEmpty()) {
            return;
        }
        ManifestBuilder builder =
                new ManifestBuilder(repository.newId(ObjectId.OBJECT_BYTES), node, rank, chunks.size());
        chunks.forEach((index, chunk) -> builder.add(index, chunk.orElseThrow()));
        ManifestPart part = new ManifestWriter(repository.root(), node, rank).put(builder, repository.files());
        files.put(part.file().id(), part.file());
        refs.add(part.window());
    }

    /** Puts parts in the place of all that lies in their windows. */
    private void replace(List<ManifestPart> parts) throws IOException {
        for (ManifestRef ref : List.copyOf(refs)) {
            List<ManifestPart> over =
                    parts.stream().filter(part -> part.window().overlaps(ref)).toList();
            if (!over.isEmpty()) {
                keepOutside(ref, over);
            }
        }
        for (ManifestPart part : parts) {
            for (ManifestRef ref : refs) {
                if (ref.overlaps(part.window())) {
                    throw new IllegalArgumentException("array " + path + " with the manifests " + ref + " and "
                            + part.window() + ", expected windows that do not overlap; write one for both");
                }
            }
            refs.add(part.window());
            files.put(part.file().id(), part.file());
        }
    }

    /** Writes what a manifest tells of chunks outside all parts anew, a manifest for each window around them. */
    private void keepOutside(ManifestRef ref, List<ManifestPart> over) throws IOException {
        List<ManifestRef> windows = List.of(ref);
        for (ManifestPart part : over) {
            windows = windows.stream()
                    .flatMap(window -> window.without(part.window()).stream())
                    .toList();
        }
        List<NavigableMap<int[], Optional<ChunkRef>>> kept = new ArrayList<>();
        windows.forEach(window -> kept.add(ChunkEdits.byIndex()));
        List<ManifestRef> outside = windows;
        int[] count = new int[1];
        repository.manifest(ref.manifest()).forEach(node, (index, chunk) -> {
            int size = count[0];
            for (int i = 0; i < outside.size(); i++) {
                if (outside.get(i).contains(index)) {
                    kept.get(i).put(index, Optional.of(chunk));
                    requireFew(++count[0]);
                }
            }
            if (size == count[0] && ref.contains(index)) {
                dropped.add(index);
                requireFew(dropped.size());
            }
        });
        refs.remove(ref);
        for (NavigableMap<int[], Optional<ChunkRef>> chunks : kept) {
            add(chunks);
        }
    }
}
