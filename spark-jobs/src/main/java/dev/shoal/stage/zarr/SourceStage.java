package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.stage.Load;
import dev.shoal.stage.Progress;
import dev.shoal.stage.StageException;
import dev.shoal.stage.Task;
import dev.shoal.stage.TaskCounts;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArchiveListing;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Looks into the files that are to be combined. */
final class SourceStage {

    private static final int TASKS_PER_CORE = 4;

    private final Workers workers;
    private final Progress progress;

    SourceStage(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /** Lists the files of a request, in order of their paths. */
    List<ArchiveEntry> list(List<String> paths) {
        try {
            return ArchiveListing.of(paths, conf());
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    /** Reads what the first file says. */
    SourceTemplate template(ArchiveEntry first, StoreRequest request) throws IOException {
        try (ArrayFile file = joined(ArrayStores.open(first, conf()), request)) {
            return SourceTemplate.of(file, request);
        }
    }

    /** Returns a file under the names of a new store, its characters as texts. */
    static ArrayFile joined(ArrayFile file, StoreRequest request) {
        return JoinedTexts.of(
                RenamedFile.of(file, request.renames()), request.form().format());
    }

    /** Compares all files with the first. */
    List<SourceFacts> facts(List<ArchiveEntry> entries, SourceTemplate template) {
        Load load = new Load("Comparing files", entries.size(), 0);
        try {
            return decoded(run(load, entries, new Facts(template)), template);
        } catch (Exception error) { // Spark throws checked ones too.
            throw StageException.ofStore(template.location(), error);
        }
    }

    private <S, R> List<R> run(Load load, List<S> shares, Task<S, R> task) throws IOException {
        return workers.run(load, progress, shares, workers.parallelism(load) * TASKS_PER_CORE, task);
    }

    /** Compares a file with the first. */
    private record Facts(SourceTemplate template) implements Task<ArchiveEntry, SourceFacts> {

        @Override
        public SourceFacts run(ArchiveEntry entry, Configuration conf, TaskCounts done) throws IOException {
            SourceFacts facts = new SourceScan(template, conf).facts(entry);
            done.add(1, 0);
            return facts;
        }
    }

    /**
     * Puts sums of values in the place of sums of stored bytes: of each way in which a field is stored, one file is
     * decoded.
     */
    private List<SourceFacts> decoded(List<SourceFacts> facts, SourceTemplate template) throws IOException {
        Map<String, Map<Long, ArchiveEntry>> ways = new LinkedHashMap<>();
        Map<ArchiveEntry, List<String>> wanted = new LinkedHashMap<>();
        for (SourceFacts file : facts) {
            file.comparable().forEach((field, stored) -> {
                Map<Long, ArchiveEntry> known = ways.computeIfAbsent(field, name -> new HashMap<>());
                if (known.putIfAbsent(stored, file.entry()) == null) {
                    wanted.computeIfAbsent(file.entry(), entry -> new ArrayList<>())
                            .add(field);
                }
            });
        }
        if (wanted.isEmpty()) {
            return facts;
        }
        Map<ArchiveEntry, Map<String, Long>> sums = sums(wanted, template);
        List<SourceFacts> decoded = new ArrayList<>();
        for (SourceFacts file : facts) {
            Map<String, Long> values = new LinkedHashMap<>();
            file.comparable().forEach((field, stored) -> {
                ArchiveEntry one = ways.getOrDefault(field, Map.of()).getOrDefault(stored, file.entry());
                values.put(field, sums.getOrDefault(one, Map.of()).getOrDefault(field, stored));
            });
            decoded.add(file.with(values));
        }
        return decoded;
    }

    private Map<ArchiveEntry, Map<String, Long>> sums(Map<ArchiveEntry, List<String>> wanted, SourceTemplate template)
            throws IOException {
        List<Wanted> fields = new ArrayList<>();
        wanted.forEach((entry, names) -> fields.add(new Wanted(entry, names)));
        long bytes = fields.stream().mapToLong(field -> field.bytes(template)).sum();
        Load load = new Load("Comparing fields without " + template.append(), fields.size(), bytes);
        Map<ArchiveEntry, Map<String, Long>> sums = new HashMap<>();
        for (Sums found : run(load, fields, new Decoded(template))) {
            sums.put(found.entry(), found.byField());
        }
        return sums;
    }

    /** Fields of a file that are to be decoded. */
    private record Wanted(ArchiveEntry entry, List<String> fields) implements Serializable {

        private long bytes(SourceTemplate template) {
            return template.variables().stream()
                    .filter(variable -> fields.contains(variable.name()))
                    .mapToLong(variable ->
                            variable.size() * Math.max(1, variable.type().bytes()))
                    .sum();
        }
    }

    /** The sums of fields of a file. */
    private record Sums(ArchiveEntry entry, Map<String, Long> byField) implements Serializable {}

    /** Decodes fields of a file. */
    private record Decoded(SourceTemplate template) implements Task<Wanted, Sums> {

        @Override
        public Sums run(Wanted wanted, Configuration conf, TaskCounts done) throws IOException {
            Map<String, Long> found = new SourceScan(template, conf).sums(wanted.entry(), wanted.fields());
            done.add(1, 0);
            return new Sums(wanted.entry(), found);
        }
    }

    private Configuration conf() {
        return workers.conf();
    }
}
