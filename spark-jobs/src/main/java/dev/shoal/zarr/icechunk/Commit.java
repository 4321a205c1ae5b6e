package dev.shoal.zarr.icechunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the objects of a commit and shows them, on top of whatever the branch has then. */
final class Commit {

    private static final int MOST_TRIES = 100;

    private final IcechunkRepository repository;
    private final String branch;
    private final SortedMap<String, NodeEdit> edits;
    private final String message;
    private final List<MetadataItem> metadata;

    Commit(
            IcechunkRepository repository,
            String branch,
            SortedMap<String, NodeEdit> edits,
            String message,
            List<MetadataItem> metadata) {
        this.repository = repository;
        this.branch = branch;
        this.edits = edits;
        this.message = message;
        this.metadata = metadata;
    }

    /** Commits on top of a snapshot, or on top of those that others made on top of it. */
    Snapshot on(Snapshot began) throws IOException {
        Snapshot base = began;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Snapshot made = write(base);
            if (shown(base, made)) {
                return made;
            }
            base = rebased(base);
        }
        throw conflict("others committed " + MOST_TRIES + " times meanwhile");
    }

    /**
     * Shows a snapshot; returns false where the branch is at another than its base. A snapshot that is shown already is
     * one whose answer from the storage was lost.
     */
    private boolean shown(Snapshot base, Snapshot made) throws IOException {
        boolean[] moved = new boolean[1];
        repository.update(before -> {
            boolean isShown = before.snapshots().containsKey(made.id());
            moved[0] = !isShown
                    && !Optional.of(base.id())
                            .equals(Optional.ofNullable(before.branches().get(branch)));
            if (isShown || moved[0]) {
                return Optional.empty();
            }
            SnapshotInfo info = new SnapshotInfo(
                    made.id(), List.of(base.id()), made.committedMicros(), message, metadata, List.of());
            return Optional.of(before.committed(branch, info, before.nextMicros(IcechunkRepository.nowMicros())));
        });
        return !moved[0];
    }

    /** Returns the branch's snapshot, having seen that nothing between it and the base contradicts the session. */
    private Snapshot rebased(Snapshot base) throws IOException {
        RepoInfo info = repository.info();
        ObjectId tip = info.branches().get(branch);
        if (tip == null) {
            throw conflict("the branch was deleted");
        }
        RebaseRules rules = new RebaseRules(repository, edits.values());
        for (SnapshotInfo commit : new Ancestry(info.snapshots()).of(tip)) {
            if (commit.id().equals(base.id())) {
                Snapshot now = repository.snapshot(tip);
                requireSamePaths(now);
                return now;
            }
            for (ObjectId id : logs(commit)) {
                String found = rules.conflict(repository.log(id));
                if (!found.isEmpty()) {
                    throw conflict("commit " + commit.id() + " (" + commit.message() + ") " + found + " too");
                }
            }
        }
        throw conflict("the branch was set to a commit that does not follow from the one begun with");
    }

    private static List<ObjectId> logs(SnapshotInfo commit) {
        List<ObjectId> logs = new ArrayList<>(commit.prunedLogs());
        logs.add(commit.id());
        return logs;
    }

    private void requireSamePaths(Snapshot now) throws CommitConflictException {
        for (NodeEdit edit : edits.values()) {
            Optional<ObjectId> there = now.node(edit.path()).map(Node::id);
            boolean expected = !edit.isNew() || !edit.replaced().equals(edit.id());
            if (there.isPresent() != expected
                    || (expected && !there.orElseThrow().equals(edit.replaced()))) {
                throw conflict("another commit made, moved or deleted " + edit.path());
            }
        }
    }

    private CommitConflictException conflict(String found) {
        return new CommitConflictException("Cannot commit to branch " + branch + " of Icechunk repository "
                + repository.root() + ": " + found + ". Begin a new session and make the changes again.");
    }

    /** Writes manifests, log and snapshot. */
    private Snapshot write(Snapshot base) throws IOException {
        TreeMap<String, Node> nodes = new TreeMap<>(Node.BY_PATH);
        base.nodes().forEach(node -> nodes.put(node.path(), node));
        Map<ObjectId, ManifestFile> files = new TreeMap<>();
        base.manifests().forEach(file -> files.put(file.id(), file));
        ObjectId id = repository.newId(ObjectId.OBJECT_BYTES);
        ChangeLog log = new ChangeLog(repository, id);
        for (NodeEdit edit : edits.values()) {
            Optional<Node> before = Optional.ofNullable(nodes.get(edit.path()));
            log.add(edit, before);
            if (edit.isDeleted()) {
                nodes.remove(edit.path());
            } else {
                Node after = edit.isNew() ? edit.node() : edit.over(before.orElseThrow());
                nodes.put(edit.path(), merged(after, edit, files, log));
            }
        }
        requireParents(nodes);
        Set<ObjectId> used = new HashSet<>();
        nodes.values().forEach(node -> node.chunking().manifests().forEach(ref -> used.add(ref.manifest())));
        files.keySet().retainAll(used);
        Snapshot snapshot = new Snapshot(
                id,
                Math.max(IcechunkRepository.nowMicros(), base.committedMicros() + 1),
                message,
                metadata,
                new ArrayList<>(nodes.values()),
                new ArrayList<>(files.values()));
        repository.files().put(ObjectKind.TRANSACTION_LOG.key(id), log.bytes());
        repository.files().put(ObjectKind.SNAPSHOT.key(id), snapshot.bytes());
        return snapshot;
    }

    private Node merged(Node node, NodeEdit edit, Map<ObjectId, ManifestFile> files, ChangeLog log) throws IOException {
        if (edit.chunks().isEmpty()) {
            return node;
        }
        ManifestMerge merge = new ManifestMerge(repository, node, files);
        List<ManifestRef> refs = merge.merge(edit.chunks());
        log.addChunks(edit, merge.dropped());
        return new Node(node.id(), node.path(), node.document(), node.chunking().with(refs));
    }

    private void requireParents(Map<String, Node> nodes) throws CommitConflictException {
        for (String path : nodes.keySet()) {
            String parent = path.substring(0, Math.max(1, path.lastIndexOf('/')));
            Node above = nodes.get(parent);
            if (!path.equals("/") && (above == null || above.isArray())) {
                throw conflict(path + " has no group " + parent + " above it");
            }
        }
    }
}
