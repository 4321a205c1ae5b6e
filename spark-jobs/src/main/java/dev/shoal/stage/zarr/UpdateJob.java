package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Adds files to a store: steps that are there already are replaced, later ones appended, others put in front or into
 * gaps where that is asked for, and variables that the store lacks are added.
 *
 * <p>What a reader may see while this runs, and after it was killed:
 *
 * <ul>
 *   <li>Chunks behind the store's last step, and new values in the last chunk behind the last step, are put in their
 *       place at once: they lie past the shape that readers know, who see nothing of them. So do chunks of arrays that
 *       are new.
 *   <li>Chunks in which a step is replaced are put into a staging area, where no reader looks. Until all of them are
 *       there a reader sees the store as it was; killed then, the store is as it was, and the same call goes on.
 *   <li>Then they are put in their place one by one, each whole. A reader may see some steps replaced and others not
 *       yet; killed then, {@link CheckJob} says so, and the same call, or any other once nobody is at work, finishes it
 *       from the staging area.
 *   <li>Where steps are put in front or into a gap, all chunks behind get other places. They are put under keys with
 *       the other separator ({@code .} or {@code /}), where readers of the old documents do not look; whole chunks are
 *       copied byte by byte where the shift is a multiple of their length. The new documents name the new keys, so that
 *       a reader sees the old store or the new one. The old chunks stay for readers that have the store open, until
 *       {@link SweepJob}. Arrays of one axis in version 2 have no second set of keys: while their few chunks and the
 *       documents are put, the root's documents are taken away, and nobody can open the store; killed then, any update
 *       finishes it.
 *   <li>The documents come last, the consolidated ones of all: a reader of those sees all arrays grow at once; one that
 *       reads folder by folder sees one array grow after the other.
 * </ul>
 *
 * <p>A chunk that is covered in part is read, merged and written by one task. Two updates may run at a time where they
 * put different chunks and one of them at most changes documents; else the later is refused.
 */
public final class UpdateJob {

    /** What the journal calls it. */
    static final String JOB = "update";

    /** So often is planned anew where others change the store in between. */
    private static final int MOST_PLANS = 5;

    private final Workers workers;
    private final StoreRequest request;
    private final UpdatePlanner planner;
    private final Progress progress;
    private final Configuration conf;
    private final CommitRequest commit;

    /** Prepares a job that replaces and appends; nothing is read yet. */
    public UpdateJob(SparkSession spark, StoreRequest request, Progress progress) {
        this(spark, request, UpdateOptions.NONE, progress);
    }

    /** Prepares a job that does more than that; nothing is read yet. */
    public UpdateJob(SparkSession spark, StoreRequest request, UpdateOptions options, Progress progress) {
        this(Workers.of(spark), request, options, CommitRequest.STANDARD, progress);
    }

    /**
     * Prepares a job; nothing is read yet.
     *
     * @param commit how it is shown, where the store is a branch of an Icechunk repository
     */
    public UpdateJob(
            Workers workers, StoreRequest request, UpdateOptions options, CommitRequest commit, Progress progress) {
        this.workers = workers;
        this.request = request;
        this.commit = commit;
        this.planner = new UpdatePlanner(workers, request, options, progress);
        this.progress = progress;
        this.conf = workers.conf();
    }

    /**
     * Returns what {@link #run} would do.
     *
     * @throws StageException where a rule forbids it
     */
    public StoreOutcome plan() {
        try {
            return outcome(
                    CommitName.isNamed(request.store())
                            ? planned(CommitTarget.open(request, commit, conf))
                            : planner.plan(),
                    false);
        } catch (IOException error) {
            throw failed(error);
        }
    }

    /**
     * Updates the store.
     *
     * @throws StageException where a rule forbids it, or other work is on the same chunks, nothing has changed then; or
     *     where the storage fails, what readers see then is told above
     */
    public StoreOutcome run() {
        try {
            if (CommitName.isNamed(request.store())) {
                return committed(CommitTarget.open(request, commit, conf));
            }
            StoreJournal journal = new StoreJournal(request.store(), conf);
            String command = planner.command();
            finishOthers(journal, command);
            for (int attempt = 1; attempt <= MOST_PLANS; attempt++) {
                boolean isDone = planner.isAdding() && wasLast(journal, command);
                UpdatePlan plan = isDone ? planner.planAgain() : planner.plan();
                if (!plan.changesDocuments() && wasLast(journal, command)) {
                    return outcome(plan, false);
                }
                Optional<StoreJournal.Entry> entry = begun(journal, plan, command);
                if (entry.isPresent()) {
                    work(journal, plan, entry.get());
                    return outcome(plan, true);
                }
            }
            throw StageException.configuration("Cannot update '" + request.store() + "': it changed " + MOST_PLANS
                    + " times while this was planned, expected it to stay. Run the command again.");
        } catch (IOException error) {
            throw failed(error);
        }
    }

    /** Registers work; nothing where the store is not any more what it was planned for. */
    private Optional<StoreJournal.Entry> begun(StoreJournal journal, UpdatePlan plan, String command)
            throws IOException {
        StoreJournal.Entry work = plan.work().entry(JOB, command);
        StoreJournal.Entry entry = changesDocuments(plan) ? work.withDocuments() : work;
        boolean isNew = journal.unfinished(entry.plan()).isEmpty();
        StoreJournal.Entry begun = journal.begin(entry);
        if (begun.phase() == StoreJournal.Phase.PLACED) {
            journal.giveUp(entry);
            return Optional.empty();
        }
        if (!begun.phase().isPlacing() && !planner.state().equals(plan.state())) {
            if (isNew) {
                journal.giveUp(entry);
            }
            return Optional.empty();
        }
        return Optional.of(begun);
    }

    /** Updates a branch by one commit: a reader sees all of it or nothing. */
    private StoreOutcome committed(CommitTarget target) throws IOException {
        UpdatePlan plan = planned(target);
        StoreWork work = plan.work();
        if (!plan.changesDocuments() && target.wasLast(work)) {
            return outcome(plan, false);
        }
        StoreDocumentsDraft documents = new StoreDocumentsDraft(request.store(), conf, request.attributes());
        CommitStage.Documents grown = objects -> documents.grow(ZarrStore.open(objects), work);
        String message = commit.messageOr("Update with " + work.text());
        return outcome(plan, new CommitStage(workers.spark(), progress).run(target, work, work.hash(), message, grown));
    }

    private UpdatePlan planned(CommitTarget target) throws IOException {
        if (commit.commits() != CommitRequest.Commits.ONE) {
            throw StageException.configuration("Cannot update '" + request.store() + "' by a commit for each variable:"
                    + " arrays of several lengths are no store, expected one commit. Leave --variable-commits out.");
        }
        try (ArrayFile standing = RenamedFile.inherited(ArrayStores.open(target.base(), conf))) {
            return planner.plan(target.store(conf), standing);
        }
    }

    private boolean changesDocuments(UpdatePlan plan) {
        return plan.changesDocuments() || !request.attributes().isEmpty();
    }

    private void work(StoreJournal journal, UpdatePlan plan, StoreJournal.Entry entry) throws IOException {
        WorkFolder folder = journal.folder(entry.plan());
        try (Heartbeat beating = new Heartbeat(folder)) {
            beating.begin();
            if (!entry.phase().isPlacing()) {
                new WriteStage(workers, progress).run(plan.work(), plan.work().units(), folder);
                if (changesDocuments(plan)) {
                    new StoreDocumentsDraft(request.store(), conf, request.attributes())
                            .write(plan.work(), folder.documents());
                }
            }
            requireBegun(journal, entry);
            StoreJournal.Entry placing =
                    entry.in(plan.isClosing() ? StoreJournal.Phase.CLOSED : StoreJournal.Phase.PLACING);
            journal.put(placing);
            new PlaceStage(workers, progress).run(journal, placing);
        }
        journal.finish(entry);
    }

    /**
     * The same command may have been run twice; what the other has finished is not to be done again over later work.
     */
    private void requireBegun(StoreJournal journal, StoreJournal.Entry entry) throws IOException {
        if (journal.unfinished(entry.plan()).isEmpty()) {
            throw StageException.configuration("Cannot update '" + request.store() + "': found that this work was"
                    + " finished or given up meanwhile by another run of the command, expected to be alone. Look with"
                    + " 'shoal zarr check', and run again if something is missing.");
        }
    }

    /** Finishes work whose chunks are all ready: that of the same command at once, of others where nobody is at it. */
    private void finishOthers(StoreJournal journal, String command) throws IOException {
        for (StoreJournal.Entry entry : journal.unfinished()) {
            WorkFolder folder = journal.folder(entry.plan());
            boolean isOwn = entry.sources().equals(command);
            if (entry.phase().isPlacing() && (isOwn || !Heartbeat.isHeard(folder))) {
                try (Heartbeat beating = new Heartbeat(folder)) {
                    beating.begin();
                    new PlaceStage(workers, progress).run(journal, entry);
                }
                journal.finish(entry);
            } else if (entry.phase() == StoreJournal.Phase.PLACED) {
                journal.giveUp(entry);
            }
        }
    }

    /** Tells whether the same files were what was put into the store last. */
    private static boolean wasLast(StoreJournal journal, String command) throws IOException {
        return journal.unfinished().isEmpty()
                && journal.done().filter(done -> done.sources().equals(command)).isPresent();
    }

    /** Gives up updates that were interrupted before readers saw anything of them, where nobody is at work. */
    public void restart() {
        try {
            StoreJournal journal = new StoreJournal(request.store(), conf);
            for (StoreJournal.Entry entry : journal.unfinished()) {
                boolean isHidden = entry.job().equals(JOB) && !entry.phase().isPlacing();
                if (isHidden && !Heartbeat.isHeard(journal.folder(entry.plan()))) {
                    journal.giveUp(entry);
                }
            }
        } catch (IOException error) {
            throw failed(error);
        }
    }

    private StageException failed(IOException error) {
        return error instanceof UnreadableException
                ? StageException.configuration(String.valueOf(error.getMessage()), error)
                : StageException.store(request.store(), error);
    }

    private StoreOutcome outcome(UpdatePlan plan, boolean done) {
        return StoreOutcome.of(request.store(), plan.work(), plan.steps(), done, 1, plan.notes());
    }
}
