package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitConflictException;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.IcechunkSession;
import dev.shoal.zarr.icechunk.MetadataItem;
import dev.shoal.zarr.icechunk.SessionObjects;
import dev.shoal.zarr.icechunk.SnapshotInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * The branch of an Icechunk repository that a job commits to, and the session in which it does. Nothing is visible
 * before the commit; a job that dies leaves objects that nothing leads to, for garbage collection.
 *
 * @param name of the branch
 * @param repository that has it
 * @param session begun before the work is planned, so that what others commit meanwhile is noticed
 */
record CommitTarget(CommitName name, IcechunkRepository repository, IcechunkSession session) {

    private static final String PLAN = "shoal-plan";
    private static final String SOURCES = "shoal-sources";

    private static CommitName name(StoreRequest request, CommitRequest commit) {
        CommitName named = CommitName.of(request.store());
        return commit.branch().isEmpty() ? named : named.at(commit.branch());
    }

    /** Opens the branch that a request names. */
    static CommitTarget open(StoreRequest request, CommitRequest commit, Configuration conf) throws IOException {
        CommitName name = name(request, commit);
        IcechunkRepository repository = IcechunkRepository.open(name.root(), conf);
        return new CommitTarget(name, repository, repository.session(name.ref()));
    }

    /** Opens the branch that a request names, of a repository that is made where there is none. */
    static CommitTarget create(StoreRequest request, CommitRequest commit, Configuration conf) throws IOException {
        String root = name(request, commit).root();
        if (!IcechunkRepository.isThere(root, conf)) {
            IcechunkRepository.create(root, conf);
        }
        return open(request, commit, conf);
    }

    /**
     * Tells whether there is something to send; refuses a branch that holds something else.
     *
     * @return nothing to send where one of the branch's commits is of the same plan
     */
    static boolean requireFree(StoreRequest request, CommitRequest commit, String plan, Configuration conf)
            throws IOException {
        if (!IcechunkRepository.isThere(name(request, commit).root(), conf)) {
            return true;
        }
        CommitTarget target = open(request, commit, conf);
        for (SnapshotInfo info : target.repository().history(target.name().ref())) {
            if (holds(info.metadata(), PLAN, plan)) {
                return false;
            }
        }
        if (target.session().base().nodes().size() > 1) {
            throw StageException.configuration("Cannot send to '" + target.name() + "': found arrays in that branch,"
                    + " expected none. Use 'shoal zarr update' to add to them, or name another branch or repository.");
        }
        return true;
    }

    private static boolean holds(List<MetadataItem> metadata, String name, String text) {
        return metadata.stream()
                .anyMatch(item -> item.name().equals(name) && item.text().equals(Optional.of(text)));
    }

    /** Tells whether the same files were what was committed last. */
    boolean wasLast(StoreWork work) {
        return holds(session.base().metadata(), SOURCES, work.sources());
    }

    /** Returns the commit that the work goes on top of. */
    String base() {
        return name.at(session.base().id().toString()).toString();
    }

    /** Returns the arrays as they are. */
    ZarrStore store(Configuration conf) throws IOException {
        return ZarrStore.open(new SessionObjects(session, conf));
    }

    /**
     * Shows all of the session at once.
     *
     * @param work that was done, which the commit is told by
     * @param plan that the work is of
     * @throws StageException where others changed the same meanwhile
     */
    void commit(StoreWork work, String plan, String message) throws IOException {
        try {
            session.commit(message, Map.of(PLAN, plan, SOURCES, work.sources()));
        } catch (CommitConflictException refused) {
            throw StageException.configuration(String.valueOf(refused.getMessage()), refused);
        }
    }
}
