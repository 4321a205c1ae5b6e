package dev.shoal.stage.zarr;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Makes a Zarr store of files.
 *
 * <p>Chunks are written first and documents last, those of the root last of all: what was interrupted does not open.
 * The same call goes on from there and writes only what is missing; once all is done it does nothing. A reader sees no
 * store, or the whole of it.
 */
public final class SendJob {

    private static final String JOB = "send";

    private final Workers workers;
    private final StoreRequest request;
    private final Progress progress;
    private final Configuration conf;
    private final CommitRequest commit;

    /** Prepares a job; nothing is read yet. */
    public SendJob(SparkSession spark, StoreRequest request, Progress progress) {
        this(Workers.of(spark), request, CommitRequest.STANDARD, progress);
    }

    /**
     * Prepares a job; nothing is read yet.
     *
     * @param commit how it is shown, where the store is a branch of an Icechunk repository
     */
    public SendJob(Workers workers, StoreRequest request, CommitRequest commit, Progress progress) {
        this.workers = workers;
        this.request = request;
        this.commit = commit;
        this.progress = progress;
        this.conf = workers.conf();
    }

    /** What is to be done, and what it makes. */
    private record Plan(StoreWork work, Attributes attributes, long steps) {}

    /**
     * Returns what {@link #run} would do.
     *
     * @throws StageException where files disagree, or something else is in the store's place
     */
    public StoreOutcome plan() {
        try {
            Plan plan = planned();
            if (CommitName.isNamed(request.store())) {
                CommitTarget.requireFree(request, commit, plan.work().hash(), conf);
            } else {
                requireFree(new StoreJournal(request.store(), conf), plan.work().hash());
            }
            return outcome(plan, false);
        } catch (IOException error) {
            throw StageException.store(request.store(), error);
        }
    }

    /**
     * Makes the store.
     *
     * @throws StageException where files disagree, something else is in the store's place, or the storage fails; what
     *     was written stays, and the same call goes on from there
     */
    public StoreOutcome run() {
        try {
            Plan plan = planned();
            if (CommitName.isNamed(request.store())) {
                return outcome(plan, committed(plan));
            }
            StoreJournal journal = new StoreJournal(request.store(), conf);
            String hash = plan.work().hash();
            if (!requireFree(journal, hash)) {
                return outcome(plan, false);
            }
            StoreJournal.Entry entry = plan.work().entry(JOB, plan.work().sources());
            if (journal.begin(entry).phase() == StoreJournal.Phase.PLACED) {
                journal.giveUp(entry);
                return outcome(plan, false);
            }
            WorkFolder folder = journal.folder(hash);
            try (Heartbeat beating = new Heartbeat(folder)) {
                beating.begin();
                new WriteStage(workers, progress).run(plan.work(), plan.work().units(), folder);
                publish(plan, folder);
                journal.placed(entry);
            }
            journal.giveUp(entry);
            return outcome(plan, true);
        } catch (IOException error) {
            throw StageException.store(request.store(), error);
        }
    }

    /** Sends to a branch; tells whether there was something to do. */
    private boolean committed(Plan plan) throws IOException {
        String hash = plan.work().hash();
        if (!CommitTarget.requireFree(request, commit, hash, conf)) {
            return false;
        }
        CommitTarget target = CommitTarget.create(request, commit, conf);
        String message = commit.messageOr("Send " + plan.work().text());
        CommitStage stage = new CommitStage(workers.spark(), progress);
        StoreWork work = CommitStage.inV3(plan.work());
        if (commit.commits() == CommitRequest.Commits.ONE) {
            return stage.run(target, work, hash, message, documents(plan, work.arrays()));
        }
        for (int i = 0; i < work.arrays().size(); i++) {
            TargetArray array = work.arrays().get(i);
            boolean last = i == work.arrays().size() - 1;
            StoreWork part = work.of(List.of(array));
            stage.run(
                    target,
                    part,
                    last ? hash : part.hash(),
                    message + ": " + array.array().path(),
                    documents(plan, part.arrays()));
        }
        return true;
    }

    private static CommitStage.Documents documents(Plan plan, List<TargetArray> targets) {
        List<ZarrArray> arrays = targets.stream().map(TargetArray::array).toList();
        return objects -> ZarrStore.create(objects, plan.attributes(), arrays).consolidate();
    }

    private void publish(Plan plan, WorkFolder folder) throws IOException {
        List<ZarrArray> arrays =
                plan.work().arrays().stream().map(TargetArray::array).toList();
        ZarrStore.create(folder.documents(), conf, plan.attributes(), arrays).consolidate();
        folder.place(folder.waiting());
    }

    /** Tells whether there is something to do; refuses a place that holds something else. */
    private boolean requireFree(StoreJournal journal, String hash) throws IOException {
        Optional<StoreJournal.Entry> begun = journal.unfinished().stream().findFirst();
        if (journal.unfinished(hash).isPresent()) {
            return true;
        }
        if (begun.isPresent()) {
            throw StageException.configuration("Cannot send to '" + journal.root() + "': found an unfinished "
                    + begun.get().job() + " of " + begun.get().text()
                    + " there, expected nothing or the same files and options. Run that command again, or delete the"
                    + " folder.");
        }
        if (journal.done()
                .filter(done -> done.job().equals(JOB) && done.plan().equals(hash))
                .isPresent()) {
            return false;
        }
        if (!journal.isEmpty()) {
            throw StageException.configuration("Cannot send to '" + journal.root()
                    + "': found a store or other files there, expected nothing. Use 'shoal zarr update' to add to a"
                    + " store, or name another path.");
        }
        return true;
    }

    private Plan planned() throws IOException {
        SourceStage sources = new SourceStage(workers, progress);
        List<ArchiveEntry> entries = sources.list(request.files());
        SourceTemplate template = sources.template(entries.get(0), request);
        List<SourceFacts> facts = sources.facts(entries, template);
        SourceLine line = SourceLine.of(facts, template);
        ArrayLayout layout = new ArrayLayout(request, template, line.steps(), TaskMemory.boxes(workers));
        layout.requireKnownChunks();
        List<TargetArray> arrays = new ArrayList<>();
        for (VariableHeader variable : template.variables()) {
            arrays.add(layout.array(variable, unpacked(variable.name(), facts)));
        }
        List<ArchiveEntry> files = new ArrayList<>(line.entries());
        for (GridCoordinates.Found found : coordinates(sources)) {
            if (!files.contains(found.entry())) {
                files.add(found.entry());
            }
            arrays.add(layout.ofGrid(found.header(), found.name(), files.size() - 1));
        }
        ObjectMemory.requireFits(request.store(), arrays, workers);
        StoreWork work = new StoreWork(template, arrays, files, line.pieces(), request.verification());
        return new Plan(work, layout.ofStore(), line.steps());
    }

    /** Returns the type that holds the decoded values of all files. */
    static ElementType unpacked(String variable, List<SourceFacts> facts) {
        return facts.stream().anyMatch(file -> file.unpacked().get(variable) == ElementType.DOUBLE)
                ? ElementType.DOUBLE
                : ElementType.FLOAT;
    }

    private List<GridCoordinates.Found> coordinates(SourceStage sources) throws IOException {
        return new GridCoordinates(request, conf).found(sources);
    }

    private StoreOutcome outcome(Plan plan, boolean done) {
        long reads = 1;
        for (TargetArray target : plan.work().arrays()) {
            Optional<VariableHeader> variable = plan.work().template().variable(target.source());
            if (variable.isPresent()
                    && target.file() <= 0
                    && variable.get().rank() == target.array().rank()) {
                reads = Math.max(reads, target.boxes().reads(ArrayLayout.sourceChunk(variable.get()), target.axis()));
            }
        }
        StoreOutcome.Steps steps = new StoreOutcome.Steps(plan.steps(), 0, 0, 0);
        return StoreOutcome.of(request.store(), plan.work(), steps, done, reads, List.of());
    }
}
