package dev.shoal.stage;

import dev.shoal.qc.field.GriddedField;
import dev.shoal.spec.FieldSpec;
import dev.shoal.spec.FieldsSpec;
import dev.shoal.spec.RunSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;

/** Looks at the files of gridded fields before a run, and reads those that tests ask for. */
final class FieldFiles {

    private FieldFiles() {}

    /**
     * Returns a specification that knows the state of its fields' files, see {@link FieldSpec#state}. Reads headers
     * only.
     *
     * @throws StageException with every field that is not there, and where all together take too much memory
     */
    static RunSpec looked(RunSpec spec, Configuration conf) {
        List<FieldSpec> fields = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        Map<String, Long> bytes = new LinkedHashMap<>();
        for (FieldSpec field : spec.fields().fields()) {
            try {
                fields.add(field.in(state(field, conf)));
                bytes.put(field.name(), bytes(field, conf));
            } catch (StageException error) {
                problems.add(String.valueOf(error.getMessage()));
            }
        }
        requireMemory(bytes, spec.fields().memoryBytes(), problems);
        if (!problems.isEmpty()) {
            throw StageException.configuration(String.join("\n", problems));
        }
        return spec.with(new FieldsSpec(fields, spec.fields().memoryBytes()));
    }

    private static String state(FieldSpec field, Configuration conf) {
        List<FileEntry> found;
        try {
            found = FileEntry.list(List.of(field.path()), conf);
        } catch (StageException error) {
            throw StageException.configuration(
                    "Cannot take the field '" + field.name() + "': " + error.getMessage(), error);
        }
        if (found.size() != 1) {
            throw StageException.configuration("Cannot take the field '" + field.name() + "' from '" + field.path()
                    + "': found " + found.size() + " files, expected one file or store. Name it, or join them first.");
        }
        FileEntry file = found.get(0);
        return file.path() + " " + file.size() + " " + file.modifiedMillis();
    }

    private static long bytes(FieldSpec field, Configuration conf) {
        try (FieldFile file = FieldFile.open(field, conf)) {
            return file.bytes();
        } catch (IOException error) {
            throw StageException.store(field.path(), error);
        }
    }

    private static void requireMemory(Map<String, Long> bytes, long most, List<String> problems) {
        long all = bytes.values().stream().mapToLong(Long::longValue).sum();
        boolean isLongest = bytes.values().stream().anyMatch(field -> field / Float.BYTES > Integer.MAX_VALUE - 8);
        if (all > most || isLongest) {
            problems.add("Cannot hold the fields " + bytes + " (bytes): they take " + all + " bytes, expected at most "
                    + (isLongest ? "8 GiB for one of them" : most)
                    + ". Cut their files to the region and levels of the observations"
                    + (isLongest ? "." : ", or allow more with qc.fields-memory."));
        }
    }

    /**
     * Reads the fields that the tests of a table ask for, each once.
     *
     * @throws StageException where one cannot be read
     */
    static BesideFields read(FieldsSpec fields, ObservationTable table, Configuration conf) {
        Map<FieldSpec, GriddedField> read = new HashMap<>();
        Map<String, Map<String, GriddedField>> byColumn = new LinkedHashMap<>();
        for (ObservedColumn column : table.data()) {
            for (String asked : asked(table, column)) {
                BesideColumns.spellings(asked).stream()
                        .flatMap(name -> fields.named(name, column.names()).stream())
                        .findFirst()
                        .ifPresent(field -> byColumn.computeIfAbsent(column.column(), name -> new LinkedHashMap<>())
                                .put(asked, read.computeIfAbsent(field, one -> read(one, conf))));
            }
        }
        return new BesideFields(byColumn);
    }

    /** Returns what the tests of a column ask for, on any platform. */
    private static SortedSet<String> asked(ObservationTable table, ObservedColumn column) {
        SortedSet<String> asked = new TreeSet<>(table.suite(column).companions());
        table.own()
                .keySet()
                .forEach(platform -> asked.addAll(table.suite(column, platform).companions()));
        return asked;
    }

    private static GriddedField read(FieldSpec field, Configuration conf) {
        try (FieldFile file = FieldFile.open(field, conf)) {
            return file.read();
        } catch (IOException error) {
            throw StageException.store(field.path(), error);
        }
    }
}
