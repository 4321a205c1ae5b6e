package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/**
 * Adds files to a store: steps that are there already are replaced, later ones appended.
 *
 * <p>What a reader may see while this runs, and after it was killed:
 *
 * <ul>
 *   <li>Chunks behind the store's last step, and new values in the last chunk behind the last step, are put in their
 *       place at once: they lie past the shape that readers know, who see nothing of them.
 *   <li>Chunks in which a step is replaced are put into a staging area, where no reader looks. Until all of them are
 *       there a reader sees the store as it was; killed then, the store is as it was, and the same call goes on.
 *   <li>Then they are put in their place one by one, each whole. A reader may see some steps replaced and others not
 *       yet; killed then, {@link CheckJob} says so, and any update of the store finishes it first, from the staging
 *       area.
 *   <li>The documents come last, the consolidated ones of all: a reader of those sees all arrays grow at once; one that
 *       reads folder by folder sees one array grow after the other.
 * </ul>
 *
 * <p>A chunk that is covered in part is read, merged and written by one task. Two updates at a time are refused.
 */
public final class UpdateJob {

    private static final String JOB = "update";

    private final SparkSession spark;
    private final StoreRequest request;
    private final Progress progress;
    private final Configuration conf;
    private final CommitRequest commit;

    /** Prepares a job; nothing is read yet. */
    public UpdateJob(SparkSession spark, StoreRequest request, Progress progress) {
        this(spark, request, CommitRequest.STANDARD, progress);
    }

    /**
     * Prepares a job; nothing is read yet.
     *
     * @param commit how it is shown, where the store is a branch of an Icechunk repository
     */
    public UpdateJob(SparkSession spark, StoreRequest request, CommitRequest commit, Progress progress) {
        this.spark = spark;
        this.request = request;
        this.commit = commit;
        this.progress = progress;
        this.conf = spark.sparkContext().hadoopConfiguration();
    }

    /** What is to be done. */
    private record Plan(StoreWork work, Update update, List<String> notes) {}

    /**
     * Returns what {@link #run} would do.
     *
     * @throws StageException where a rule forbids it
     */
    public StoreOutcome plan() {
        try {
            return CommitName.isNamed(request.store())
                    ? outcome(planned(CommitTarget.open(request, commit, conf)), false)
                    : outcome(planned(), false);
        } catch (IOException error) {
            throw failed(error);
        }
    }

    /**
     * Updates the store.
     *
     * @throws StageException where a rule forbids it, nothing has changed then; or where the storage fails, what
     *     readers see then is told above
     */
    public StoreOutcome run() {
        try {
            if (CommitName.isNamed(request.store())) {
                return committed(CommitTarget.open(request, commit, conf));
            }
            StoreJournal journal = new StoreJournal(request.store(), conf);
            Optional<StoreJournal.Entry> begun = journal.unfinished();
            if (begun.isPresent() && begun.get().phase() == StoreJournal.Phase.PLACING) {
                new PlaceStage(spark, progress).run(journal, begun.get());
            }
            Plan plan = planned();
            StoreWork work = plan.work();
            List<StoreWork.Unit> units = work.units();
            if (plan.update().appended() == 0 && wasLast(journal, work)) {
                return outcome(plan, false);
            }
            StoreJournal.Entry entry = work.entry(JOB, units.size());
            journal.begin(entry);
            new WriteStage(spark, progress).run(work, units, journal.root());
            new StoreDocumentsDraft(request.store(), conf).write(work, journal.documents());
            StoreJournal.Entry placing = entry.in(StoreJournal.Phase.PLACING);
            journal.put(placing);
            new PlaceStage(spark, progress).run(journal, placing);
            return outcome(plan, true);
        } catch (IOException error) {
            throw failed(error);
        }
    }

    /** Updates a branch by one commit: a reader sees all of it or nothing. */
    private StoreOutcome committed(CommitTarget target) throws IOException {
        Plan plan = planned(target);
        StoreWork work = plan.work();
        if (plan.update().appended() == 0 && target.wasLast(work)) {
            return outcome(plan, false);
        }
        String message = commit.messageOr("Update with " + work.text());
        return outcome(
                plan,
                new CommitStage(spark, progress)
                        .run(
                                target,
                                work,
                                work.hash(),
                                message,
                                objects -> StoreDocumentsDraft.grow(ZarrStore.open(objects), work)));
    }

    private Plan planned(CommitTarget target) throws IOException {
        requireSupported();
        if (commit.commits() != CommitRequest.Commits.ONE) {
            throw StageException.configuration("Cannot update '" + request.store() + "' by a commit for each variable:"
                    + " arrays of several lengths are no store, expected one commit. Leave --variable-commits out.");
        }
        try (ArrayFile standing = ArrayStores.open(target.base(), conf)) {
            return planned(target.store(conf), standing);
        }
    }

    /** Tells whether the same files were what was put into the store last. */
    private static boolean wasLast(StoreJournal journal, StoreWork work) throws IOException {
        return journal.unfinished().isEmpty()
                && journal.done()
                        .filter(done -> done.sources().equals(work.sources()))
                        .isPresent();
    }

    /** Gives up an update that was interrupted before readers saw anything of it. */
    public void restart() {
        try {
            StoreJournal journal = new StoreJournal(request.store(), conf);
            Optional<StoreJournal.Entry> begun = journal.unfinished();
            if (begun.isPresent()
                    && begun.get().job().equals(JOB)
                    && begun.get().phase() == StoreJournal.Phase.WRITING) {
                journal.giveUp();
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

    private Plan planned() throws IOException {
        requireStore();
        requireSupported();
        ZarrStore store = ZarrStore.open(request.store(), conf);
        try (ArrayFile standing = ArrayStores.open(request.store(), conf)) {
            return planned(store, standing);
        }
    }

    private Plan planned(ZarrStore store, ArrayFile standing) throws IOException {
        SourceStage sources = new SourceStage(spark, progress);
        List<ArchiveEntry> entries = sources.list(request.files());
        SourceTemplate template = SourceTemplate.of(standing, request);
        if (template.coordinate().isEmpty()) {
            throw StageException.configuration("Cannot update '" + request.store() + "': found no coordinate along "
                    + template.append() + ", expected one that tells where steps go. Name another dimension with"
                    + " --append-dim.");
        }
        requireSameChunks(store, template);
        SourceLine line = SourceLine.of(sources.facts(entries, template), template);
        requireSameFields(standing, template, line);
        long[] keys =
                Keys.of(standing.read(template.variable(template.coordinate()).orElseThrow()));
        Update update = Update.of(keys, line, request.store());
        requireAllVariables(standing, template, update);
        List<TargetArray> arrays = new ArrayList<>();
        for (VariableHeader variable : template.variables()) {
            if (variable.axis(template.append()) >= 0) {
                arrays.add(target(store, template, variable, update));
            }
        }
        StoreWork work = new StoreWork(template, arrays, line.entries(), update.pieces(), request.verification());
        return new Plan(work, update, notes(entries.get(0), standing, keys.length));
    }

    private List<String> notes(ArchiveEntry first, ArrayFile standing, long steps) throws IOException {
        List<String> notes = new ArrayList<>();
        notes.add("the store held " + steps + " steps");
        try (ArrayFile file = ArrayStores.open(first, conf)) {
            for (VariableHeader variable : file.header().variables()) {
                if (standing.header().variable(variable.name()).isEmpty()) {
                    notes.add("left out " + variable.name() + ", which the store does not have");
                }
            }
        }
        return notes;
    }

    /** Rule 1: the store exists; rule 2: its version opens. */
    private void requireStore() throws IOException {
        StoreJournal journal = new StoreJournal(request.store(), conf);
        if (journal.isEmpty()) {
            throw StageException.configuration("Cannot update '" + request.store()
                    + "': found nothing there, expected a Zarr store. Make it with 'shoal zarr send'.");
        }
    }

    private void requireSupported() {
        if (!request.renames().isEmpty() || !request.coordinates().isEmpty()) {
            throw StageException.configuration("Cannot update '" + request.store()
                    + "' under other names: --rename and --update-coords are for 'shoal zarr send', expected the names"
                    + " of the store. Leave these options out.");
        }
    }

    /** Rule 5: chunks are as asked for. */
    private void requireSameChunks(ZarrStore store, SourceTemplate template) {
        for (VariableHeader variable : template.variables()) {
            Optional<ZarrArray> array = store.array(variable.name());
            if (array.isEmpty()) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                        + variable.name() + ": it cannot be written, expected an array that can. Leave it out with"
                        + " --exclude " + variable.name() + ".");
            }
            for (Map.Entry<String, Long> asked : request.chunks().entrySet()) {
                int axis = variable.axis(asked.getKey());
                boolean coordinate = variable.name().equals(template.coordinate());
                if (axis >= 0 && !coordinate && array.get().chunk()[axis] != asked.getValue()) {
                    throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                            + variable.name() + ": found chunks of "
                            + array.get().chunk()[axis] + " along "
                            + asked.getKey() + ", expected " + asked.getValue()
                            + " as asked for. Leave --chunks out, or rechunk the store first.");
                }
            }
        }
    }

    /** Fields without the append dimension are the store's, bit for bit; rule 3 is among the conflicts of files. */
    private void requireSameFields(ArrayFile standing, SourceTemplate template, SourceLine line) throws IOException {
        for (VariableHeader variable : template.variables()) {
            Long sum = line.files().get(0).sums().get(variable.name());
            if (sum != null && sum != SourceScan.sum(standing, variable)) {
                throw StageException.configuration("Cannot update '" + request.store() + "', variable "
                        + variable.name() + ": found other values in "
                        + line.files().get(0).entry().path() + ", expected those of the store, because it has no"
                        + " dimension " + template.append() + ". Leave it out with --exclude " + variable.name() + ".");
            }
        }
    }

    /** New steps need a value in every array; a replaced one only in those that are asked for. */
    private void requireAllVariables(ArrayFile standing, SourceTemplate template, Update update) {
        for (VariableHeader variable : standing.header().variables()) {
            boolean grows = variable.axis(template.append()) >= 0;
            if (grows
                    && update.appended() > 0
                    && template.variable(variable.name()).isEmpty()) {
                throw StageException.configuration("Cannot update '" + request.store() + "': " + update.appended()
                        + " steps would be appended without variable " + variable.name()
                        + ", expected all variables along " + template.append()
                        + ". Take all of them, or only steps that the store holds.");
            }
        }
    }

    private TargetArray target(ZarrStore store, SourceTemplate template, VariableHeader variable, Update update) {
        int axis = variable.axis(template.append());
        ZarrArray before = store.array(variable.name()).orElseThrow();
        long[] shape = before.shape().clone();
        shape[axis] = update.steps();
        ZarrArray array = before.withShape(shape);
        TargetArray.Form form =
                template.unpacked().contains(variable.name()) ? TargetArray.Form.DECODED : TargetArray.Form.STORED;
        return new TargetArray(
                array,
                variable.name(),
                -1,
                axis,
                form,
                ArrayLayout.boxes(array, ArrayLayout.sourceChunk(variable), axis, TaskMemory.boxBytes(spark)),
                update.oldSteps());
    }

    private StoreOutcome outcome(Plan plan, boolean done) {
        long chunks = 0;
        long bytes = 0;
        for (TargetArray target : plan.work().arrays()) {
            for (long ordinal = 0; ordinal < target.boxes().count(); ordinal++) {
                for (long[] chunk : plan.work().chunks(target, ordinal)) {
                    chunks++;
                    bytes += target.array().grid().window(chunk).size()
                            * target.array().type().bytes();
                }
            }
        }
        return new StoreOutcome(
                request.store(),
                done,
                plan.work().files().size(),
                plan.update().appended(),
                plan.update().replaced(),
                chunks,
                bytes,
                1,
                plan.notes());
    }
}
