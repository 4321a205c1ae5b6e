package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import dev.shoal.zarr.icechunk.CommitName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Looks at a store and at files, and says what an update is to do; changes nothing. */
final class UpdatePlanner {

    private final Workers workers;
    private final StoreRequest request;
    private final UpdateOptions options;
    private final Configuration conf;
    private final SourceStage sources;
    private List<ArchiveEntry> listed = List.of();

    UpdatePlanner(Workers workers, StoreRequest request, UpdateOptions options, Progress progress) {
        this.workers = workers;
        this.request = request;
        this.options = options;
        this.conf = workers.conf();
        this.sources = new SourceStage(workers, progress);
    }

    /** Returns a number that is the same for the same files and the same request. */
    String command() {
        StringBuilder text = new StringBuilder();
        entries().forEach(entry -> text.append(entry).append('\n'));
        return StoreWork.hash(text.append(request).append(options).toString());
    }

    /** Lists the files once: one that changes after that is refused when it is opened. */
    private List<ArchiveEntry> entries() {
        if (listed.isEmpty()) {
            listed = sources.list(request.files());
        }
        return listed;
    }

    /** Returns the state that the store is in, see {@link UpdatePlan#state}. */
    String state() throws IOException {
        return UpdatePlan.state(ZarrStore.open(request.store(), conf));
    }

    /**
     * Plans.
     *
     * @throws StageException where a rule forbids it
     */
    UpdatePlan plan() throws IOException {
        requireStore();
        ZarrStore store = ZarrStore.open(request.store(), conf);
        try (ArrayFile standing = RenamedFile.inherited(ArrayStores.open(request.store(), conf))) {
            return plan(store, standing);
        }
    }

    /** Tells whether variables are to be added. */
    boolean isAdding() {
        return !options.added().isEmpty();
    }

    /** Plans what was done last once more: the variables that it has added are there. */
    UpdatePlan planAgain() throws IOException {
        requireStore();
        ZarrStore store = ZarrStore.open(request.store(), conf);
        try (ArrayFile standing = RenamedFile.inherited(ArrayStores.open(request.store(), conf))) {
            return plan(store, standing, new UpdateOptions(options.insertions(), List.of()));
        }
    }

    /**
     * Plans for a store that is open.
     *
     * @param standing the same as it is read
     */
    UpdatePlan plan(ZarrStore store, ArrayFile standing) throws IOException {
        return plan(store, standing, options);
    }

    private UpdatePlan plan(ZarrStore store, ArrayFile standing, UpdateOptions asked) throws IOException {
        List<ArchiveEntry> entries = entries();
        AddedVariables added = AddedVariables.of(request.withForm(form(store)), asked, standing, entries.get(0), conf);
        SourceTemplate template = added.template();
        if (template.coordinate().isEmpty()) {
            throw StageException.configuration("Cannot update '" + request.store() + "': found no coordinate along "
                    + template.append() + ", expected one that tells where steps go. Name another dimension with"
                    + " --append-dim.");
        }
        StandingRules rules = new StandingRules(request, store, standing);
        rules.requireSameChunks(added);
        List<SourceFacts> facts = sources.facts(entries, template);
        SourceLine line = SourceLine.of(facts, template);
        rules.requireSameFields(added, line);
        long[] keys =
                Keys.of(standing.read(template.variable(template.coordinate()).orElseThrow()));
        Update update = Update.of(keys, line, options.insertions(), request.store());
        rules.requireAllVariables(template, update);
        rules.requireSameForm(template, facts);
        List<TargetArray> arrays = standing(store, added, update);
        arrays.addAll(added.arrays(store, update, line, TaskMemory.boxes(workers)));
        List<ArchiveEntry> files = new ArrayList<>(line.entries());
        addCoordinates(rules, added, update, arrays, files);
        ObjectMemory.requireFits(request.store(), arrays, workers);
        StoreWork work = new StoreWork(template, arrays, files, update.pieces(), request.verification());
        return new UpdatePlan(work, update, UpdatePlan.state(store), notes(entries.get(0), standing, work, update));
    }

    /** Returns the arrays of the store that get steps; without new steps the coordinate stays as it is. */
    private List<TargetArray> standing(ZarrStore store, AddedVariables added, Update update) {
        List<TargetArray> arrays = new ArrayList<>();
        SourceTemplate template = added.template();
        for (VariableHeader variable : template.variables()) {
            boolean isStill = variable.name().equals(template.coordinate()) && update.added() == 0;
            if (variable.axis(template.append()) >= 0 && !added.isNew(variable.name()) && !isStill) {
                arrays.add(target(store, template, variable, update));
            }
        }
        return arrays;
    }

    private TargetArray target(ZarrStore store, SourceTemplate template, VariableHeader variable, Update update) {
        int axis = variable.axis(template.append());
        ZarrArray before = store.array(variable.name()).orElseThrow();
        long[] shape = before.shape().clone();
        shape[axis] = update.steps();
        ZarrArray array = moved(before.withShape(shape), update);
        TargetArray.Form form =
                template.unpacked().contains(variable.name()) ? TargetArray.Form.DECODED : TargetArray.Form.STORED;
        return new TargetArray(
                array,
                variable.name(),
                -1,
                axis,
                form,
                ArrayLayout.boxes(array, ArrayLayout.sourceChunk(variable), axis, TaskMemory.boxes(workers)),
                update.oldSteps(),
                before);
    }

    /**
     * Gives chunks other keys where steps change their numbers, so that those of the old store stay readable; a commit
     * needs no keys for that.
     */
    private ZarrArray moved(ZarrArray array, Update update) {
        if (!update.moves() || CommitName.isNamed(request.store())) {
            return array;
        }
        ZarrArray other = array.withSeparator(array.separator().equals(".") ? "/" : ".");
        long[] first = new long[array.rank()];
        return other.chunkKey(first).equals(array.chunkKey(first)) ? array : other;
    }

    private void addCoordinates(
            StandingRules rules,
            AddedVariables added,
            Update update,
            List<TargetArray> arrays,
            List<ArchiveEntry> files)
            throws IOException {
        GridCoordinates coordinates = new GridCoordinates(request, conf);
        for (GridCoordinates.Found found : coordinates.found(sources)) {
            if (rules.has(found.name())) {
                rules.requireSameCoordinate(coordinates, found);
                continue;
            }
            if (!files.contains(found.entry())) {
                files.add(found.entry());
            }
            arrays.add(added.layout(update, TaskMemory.boxes(workers))
                    .ofGrid(found.header(), found.name(), files.size() - 1));
        }
    }

    private List<String> notes(ArchiveEntry first, ArrayFile standing, StoreWork work, Update update)
            throws IOException {
        List<String> notes = new ArrayList<>();
        notes.add("the store held " + update.oldSteps() + " steps");
        try (ArrayFile file = work.template().named(ArrayStores.open(first, conf))) {
            for (VariableHeader variable : file.header().variables()) {
                String name = variable.name();
                boolean isTaken = work.arrays().stream()
                        .anyMatch(target -> target.source().equals(name));
                if (standing.header().variable(name).isEmpty()
                        && !isTaken
                        && !request.coordinates().containsKey(name)) {
                    notes.add("left out " + name + ", which the store does not have; --add-variables " + name
                            + " adds it");
                }
            }
        }
        long missing = update.pieces().stream()
                .filter(piece -> piece.file() == Piece.STORE)
                .mapToLong(piece -> piece.end() - piece.start())
                .sum();
        work.arrays().stream()
                .filter(target -> target.isNew() && target.axis() >= 0 && missing > 0)
                .forEach(target -> notes.add(target.array().path() + " gets the fill value at " + missing
                        + " steps that the files do not hold"));
        if (update.moves() && !CommitName.isNamed(request.store())) {
            notes.add("steps get other numbers, so every chunk along "
                    + work.template().append()
                    + " is put anew; those under the old keys stay for readers that have the store open, until"
                    + " 'shoal zarr sweep' takes them away");
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
        Optional<StoreJournal.Entry> closed = journal.unfinished().stream()
                .filter(entry -> entry.phase() == StoreJournal.Phase.CLOSED)
                .findFirst();
        if (closed.isPresent()) {
            throw journal.refused("update", closed.get());
        }
    }

    /** Returns the form of the store, for arrays that are added: its version, and shards as others have. */
    static StoreForm form(ZarrStore store) {
        Map<String, Long> shards = new java.util.LinkedHashMap<>();
        for (ZarrArray array : store.arrays()) {
            for (int axis = 0; array.sharded() && axis < array.dimensions().size(); axis++) {
                if (array.chunk()[axis] > array.inner()[axis]) {
                    shards.merge(array.dimensions().get(axis), array.chunk()[axis], Math::max);
                }
            }
        }
        return new StoreForm(store.format(), shards, "");
    }

    /** Returns the chunk lengths of the store by dimension, for arrays that are added. */
    static Map<String, Long> chunks(ZarrStore store, StoreRequest request) {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (ZarrArray array : store.arrays()) {
            for (int axis = 0; axis < array.dimensions().size() && array.rank() > 1; axis++) {
                lengths.merge(array.dimensions().get(axis), array.readChunk()[axis], Math::max);
            }
        }
        lengths.putAll(request.chunks());
        return lengths;
    }
}
