package dev.shoal.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * The options of a table over files.
 *
 * @param kind of what the paths lead to
 * @param paths files, folders and globs
 * @param variables names of the variables that are wanted; empty for all of one shape
 */
record SourceOptions(ArchiveKind kind, List<String> paths, List<String> variables) {

    /** Option: one path; files, folders and globs. */
    static final String PATH = "path";

    /** Option: several paths, as a JSON list; what {@code load(path, path)} sets. */
    static final String PATHS = "paths";

    /** Option: names of variables, separated by commas. */
    static final String VARIABLES = "variables";

    /** Option: the same as {@link #VARIABLES}. */
    static final String VARIABLE = "variable";

    /** Option: what a row is; {@value #CELLS} is one cell, or one observation. */
    static final String AS = "as";

    /** The value of {@link #AS}. */
    static final String CELLS = "cells";

    /** Reads the options of a table. */
    static SourceOptions of(ArchiveKind kind, CaseInsensitiveStringMap options) {
        String shape = options.getOrDefault(AS, CELLS).toLowerCase(Locale.ROOT);
        if (!shape.equals(CELLS)) {
            throw new SourceException(
                    "Cannot read " + kind.title() + " as '" + shape + "': expected as '" + CELLS + "'.");
        }
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
        return new SourceOptions(kind, paths, variables);
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
