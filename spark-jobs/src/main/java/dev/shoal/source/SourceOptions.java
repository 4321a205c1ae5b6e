package dev.shoal.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The options of a table over files.
 *
 * @param kind of what the paths lead to
 * @param paths files, folders and globs
 * @param variables names of the variables that are wanted; empty for all of one shape
 * @param merge what becomes of files whose columns differ
 * @param targetBytes decoded bytes of a task, where files are large enough
 * @param inventory name of the catalogue's table that may spare opening files; empty for none
 * @param as what a row is
 * @param memoryBytes most bytes that a task holds of what it decodes
 */
record SourceOptions(
        ArchiveKind kind,
        List<String> paths,
        List<String> variables,
        SchemaMerge merge,
        long targetBytes,
        String inventory,
        RowShape as,
        long memoryBytes) {

    /** Option: one path; files, folders and globs. */
    static final String PATH = "path";

    /** Option: several paths, as a JSON list; what {@code load(path, path)} sets. */
    static final String PATHS = "paths";

    /** Option: names of variables, separated by commas. */
    static final String VARIABLES = "variables";

    /** Option: the same as {@link #VARIABLES}. */
    static final String VARIABLE = "variable";

    /** Option: {@link RowShape} by its title. */
    static final String AS = "as";

    /** Option: {@link SchemaMerge} by its title. */
    static final String MERGE_SCHEMA = "mergeSchema";

    /**
     * Spark's setting that {@link #MERGE_SCHEMA} is taken from unless given: tables named by a path have no options.
     */
    static final String MERGE_SETTING = "spark.shoal.source.mergeSchema";

    /** Option: decoded bytes of a task, as a number or with a unit such as {@code 64m}. */
    static final String TARGET_BYTES = "targetBytes";

    /** The value of {@link #TARGET_BYTES} unless given. */
    static final long WANTED_BYTES = 64L << 20;

    /** Option: most bytes that a task holds of what it decodes, as a number or with a unit such as {@code 256m}. */
    static final String MEMORY_BYTES = "memoryBytes";

    /** Spark's setting that {@link #MEMORY_BYTES} is taken from unless given. */
    static final String MEMORY_SETTING = "spark.shoal.source.memoryBytes";

    /** The value of {@link #MEMORY_SETTING} unless set. */
    static final long MOST_BYTES = 256L << 20;

    /** Option: the full name of an inventory, or {@value #NONE}; that of the catalogue unless given. */
    static final String INVENTORY = "inventory";

    /** The value of {@link #INVENTORY} for files that are always opened. */
    static final String NONE = "none";

    private static final List<String> NAMES =
            List.of(PATH, PATHS, VARIABLES, VARIABLE, AS, MERGE_SCHEMA, TARGET_BYTES, MEMORY_BYTES, INVENTORY);

    /** Returns the options of paths alone. */
    static SourceOptions of(ArchiveKind kind, String path) {
        return of(kind, new CaseInsensitiveStringMap(Map.of(PATH, path)));
    }

    /** Reads the options of a table. */
    static SourceOptions of(ArchiveKind kind, CaseInsensitiveStringMap options) {
        OptionNames.check(kind.title(), NAMES, options.keySet());
        List<String> paths = new ArrayList<>();
        Optional.ofNullable(options.get(PATH)).ifPresent(paths::add);
        Optional.ofNullable(options.get(PATHS)).ifPresent(json -> paths.addAll(list(json)));
        if (paths.isEmpty()) {
            throw new SourceException("Cannot read " + kind.title()
                    + ": found no path, expected one. Give it to load(...), or as OPTIONS (path '...').");
        }
        List<String> variables = new ArrayList<>();
        variables.addAll(words(options.getOrDefault(VARIABLES, "")));
        variables.addAll(words(options.getOrDefault(VARIABLE, "")));
        return new SourceOptions(
                kind,
                paths,
                variables,
                merge(options),
                bytes(options, TARGET_BYTES, Long.toString(WANTED_BYTES)),
                options.getOrDefault(INVENTORY, Inventory.DEFAULT),
                RowShape.of(kind, options.getOrDefault(AS, RowShape.CELLS.title())),
                bytes(options, MEMORY_BYTES, setting(MEMORY_SETTING, Long.toString(MOST_BYTES))));
    }

    private static SchemaMerge merge(CaseInsensitiveStringMap options) {
        String found = options.getOrDefault(MERGE_SCHEMA, setting(MERGE_SETTING, SchemaMerge.UNION.title()));
        return Arrays.stream(SchemaMerge.values())
                .filter(merge -> merge.title().equalsIgnoreCase(found))
                .findFirst()
                .orElseThrow(() -> new SourceException("Cannot read the option " + MERGE_SCHEMA + ": found '" + found
                        + "', expected strict, union or first."));
    }

    private static String setting(String name, String otherwise) {
        return SparkSession.getActiveSession().isEmpty()
                ? otherwise
                : SparkSession.active().conf().get(name, otherwise);
    }

    private static long bytes(CaseInsensitiveStringMap options, String option, String otherwise) {
        String found = options.getOrDefault(option, otherwise);
        try {
            long bytes = JavaUtils.byteStringAsBytes(found);
            if (bytes > 0) {
                return bytes;
            }
        } catch (NumberFormatException notBytes) {
            // Falls through to the error, which names the option.
        }
        throw new SourceException("Cannot read the option " + option + ": found '" + found
                + "', expected a number of bytes such as 67108864 or 64m.");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> list(String json) {
        try {
            return List.of(new ObjectMapper().readValue(json, String[].class));
        } catch (JsonProcessingException error) {
            throw new SourceException(
                    "Cannot read the option " + PATHS + ": found '" + json + "', expected a JSON list of paths.",
                    error);
        }
    }
}
