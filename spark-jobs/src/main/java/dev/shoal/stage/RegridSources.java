package dev.shoal.stage;

import dev.shoal.catalog.TimeRange;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.view.FieldViews;
import dev.shoal.cf.view.LevelChoice;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.qc.QcConfiguration;
import dev.shoal.spec.CatalogSpec;
import dev.shoal.spec.FieldsSpec;
import dev.shoal.spec.PlatformThresholds;
import dev.shoal.spec.RunSpec;
import dev.shoal.spec.SourceSpec;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/** The files of a request to bring them to another grid, as their headers describe them. */
final class RegridSources {

    private static final int TASKS_PER_CORE = 4;
    private static final Extent UNKNOWN = new Extent(0, List.<TimeRange>of(), List.of());

    private final RegridRequest request;
    private final List<FileDescription> described = new ArrayList<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> others = new TreeSet<>();

    private RegridSources(RegridRequest request) {
        this.request = request;
    }

    /** Looks into all files; those that cannot be read or hold no field are refused. */
    static RegridSources of(RegridRequest request, Workers workers, Progress progress) throws IOException {
        RegridSources sources = new RegridSources(request);
        List<FileEntry> entries = FileEntry.list(request.inputs(), workers.conf());
        Load load = new Load("Reading headers", entries.size(), 0);
        Progress shown = entries.size() > TASKS_PER_CORE * workers.cores() ? progress : Progress.NONE;
        List<Described> all = workers.run(
                load,
                shown,
                entries,
                workers.parallelism(load) * TASKS_PER_CORE,
                new Describe(request.regrid().views()));
        all.forEach(sources::take);
        if (sources.described.isEmpty()) {
            throw StageException.configuration("Cannot regrid " + request.inputs() + ": none of the " + entries.size()
                    + " files can be used. The first says: "
                    + sources.refused.values().iterator().next());
        }
        return sources;
    }

    private void take(Described file) {
        others.addAll(file.names());
        if (file.reason().isEmpty()) {
            described.add(file.description().get(0));
        } else {
            refused.put(file.path(), file.reason());
        }
    }

    /**
     * A file.
     *
     * @param path of it
     * @param description at most one
     * @param names of all its variables
     * @param reason why it cannot be taken; empty where it can
     */
    private record Described(
            String path, ArrayList<FileDescription> description, ArrayList<String> names, String reason)
            implements Serializable {}

    /** Describes a file. */
    private record Describe(FieldViews views) implements Task<FileEntry, Described> {

        @Override
        public Described run(FileEntry entry, Configuration conf, TaskCounts done) throws IOException {
            try (ArrayFile file = views.over(ArrayStores.open(entry.path(), conf))) {
                FileDescription description = Descriptions.of(entry, CfDataset.of(file), UNKNOWN, "");
                done.add(1, 0);
                String none = "Cannot regrid '" + entry.path() + "': it holds no field over latitude and longitude. "
                        + String.join(" ", description.problems());
                return new Described(
                        entry.path(),
                        new ArrayList<>(List.of(description)),
                        new ArrayList<>(names(file)),
                        description.grids().isEmpty() ? none : "");
            } catch (UnreadableException | IllegalArgumentException fault) {
                return new Described(
                        entry.path(), new ArrayList<>(), new ArrayList<>(), String.valueOf(fault.getMessage()));
            }
        }
    }

    private static List<String> names(ArrayFile file) {
        return file.header().variables().stream().map(VariableHeader::name).toList();
    }

    /** Returns the number of files that were taken. */
    int files() {
        return described.size();
    }

    /** Returns the files that were not, with the reasons. */
    Map<String, String> refused() {
        return refused;
    }

    /** Returns a fingerprint of everything that decides what comes out: the files as they are, grid and methods. */
    String digest() {
        StringBuilder text = new StringBuilder(spec().fingerprint());
        for (FileDescription file : described) {
            FileEntry entry = file.file();
            text.append('\n')
                    .append(entry.path())
                    .append(' ')
                    .append(entry.size())
                    .append(' ');
            text.append(entry.modifiedMillis());
        }
        return RunSpec.sha256(text.toString()).substring(0, 16);
    }

    /** Plans the work. */
    GridPlanning planning(Configuration conf) {
        return new GridPlanner(spec(), conf, GridPlanner.Coordinates.AS_STORED).plan(described, Optional.empty());
    }

    private RunSpec spec() {
        return new RunSpec(
                "regrid",
                "regrid",
                new SourceSpec(request.inputs(), fields(), SourceSpec.Kind.GRIDS),
                QcConfiguration.parse(Map.of(), new ArrayList<>()),
                PlatformThresholds.NONE,
                FieldsSpec.NONE,
                Optional.of(request.regrid()),
                TimeChunks.chosen(RegridTarget.form(request), described, chunkCells()),
                new CatalogSpec(Optional.empty(), Optional.empty(), Map.of()),
                "");
    }

    /** Returns the variables that are wanted, without those that are no fields, which go along. */
    private List<String> fields() {
        List<String> fields = new ArrayList<>(request.variables());
        fields.removeIf(name -> others.contains(name)
                && described.stream()
                        .flatMap(file -> file.grids().stream())
                        .noneMatch(field -> field.isWanted(List.of(name))));
        return fields.isEmpty() ? request.variables() : fields;
    }

    /**
     * Returns the cells of a step that lie in chunks together: of columns that are interpolated those of all levels.
     */
    private long chunkCells() {
        long levels = request.regrid().views().levels().stream()
                .mapToLong(LevelChoice::count)
                .findFirst()
                .orElse(1);
        return request.regrid().target().size() * levels;
    }

    /** Returns the attributes of the whole: those of the first file, and what was done. */
    Attributes attributes(Configuration conf, RegridTarget target) throws IOException {
        try (ArrayFile file = ArrayStores.open(described.get(0).file().path(), conf)) {
            Attributes source = file.header().attributes();
            String conventions = source.text("Conventions").orElse("CF-1.8");
            String before = source.text("history").orElse("");
            String history = target.historyLine() + (before.isEmpty() ? "" : "\n" + before);
            Attribute[] more = {
                Attribute.of("Conventions", conventions),
                Attribute.of("history", history),
                Attribute.of(RegridTarget.DIGEST, target.digest())
            };
            return described.size() == 1 ? KeptAttributes.ofFile(source, more) : KeptAttributes.ofDataset(source, more);
        }
    }
}
