package dev.shoal.zarr.icechunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tree of a repository's commits.
 *
 * @param snapshots all commits by id
 */
record Ancestry(SortedMap<ObjectId, SnapshotInfo> snapshots) {

    /** Returns a commit and those before it, newest first. */
    List<SnapshotInfo> of(ObjectId tip) {
        List<SnapshotInfo> history = new ArrayList<>();
        SnapshotInfo next = snapshots.get(tip);
        while (next != null && history.size() <= snapshots.size()) {
            history.add(next);
            next = next.parent().isEmpty() ? null : snapshots.get(next.parent().get(0));
        }
        return history;
    }

    /** Returns the commits that some lead to, those themselves too. */
    Set<ObjectId> reachable(Iterable<ObjectId> tips) {
        Set<ObjectId> reached = new TreeSet<>();
        for (ObjectId tip : tips) {
            for (SnapshotInfo commit : of(tip)) {
                if (!reached.add(commit.id())) {
                    break;
                }
            }
        }
        return reached;
    }

    /**
     * Returns the commits that stay when some go. One whose parent goes gets the nearest that stays, or the first
     * commit of all, and keeps the logs of those between.
     *
     * @param gone ids; not of commits without parent
     */
    SortedMap<ObjectId, SnapshotInfo> without(Set<ObjectId> gone) {
        TreeMap<ObjectId, SnapshotInfo> kept = new TreeMap<>();
        for (SnapshotInfo commit : snapshots.values()) {
            if (!gone.contains(commit.id())) {
                boolean orphan = !commit.parent().isEmpty()
                        && gone.contains(commit.parent().get(0));
                kept.put(commit.id(), orphan ? adopted(commit, gone) : commit);
            }
        }
        return kept;
    }

    private SnapshotInfo adopted(SnapshotInfo commit, Set<ObjectId> gone) {
        ObjectId parent = ObjectId.FIRST_SNAPSHOT;
        List<ObjectId> logs = new ArrayList<>(commit.prunedLogs());
        List<SnapshotInfo> before = of(commit.id());
        for (SnapshotInfo ancestor : before.subList(1, before.size())) {
            if (!gone.contains(ancestor.id())) {
                parent = ancestor.id();
                break;
            }
            logs.add(0, ancestor.id());
            logs.addAll(0, ancestor.prunedLogs());
        }
        return commit.over(parent, logs);
    }
}
