package dev.shoal.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a command is told of vectors, levels and times. */
final class PreparationOptions {

    @Option(
            names = "--vectors",
            paramLabel = "U,V",
            description = "Components along the grid to turn to east and north, as u,v; more pairs by more options;"
                    + " auto (default: by standard names) or none.")
    private List<String> vectors = List.of();

    @Option(
            names = "--levels",
            paramLabel = "NUMBER",
            split = ",",
            description = "Take columns to these levels, rising; edges of layers for --vertical conservative.")
    private List<String> levels = List.of();

    @Option(
            names = "--vertical",
            paramLabel = "METHOD",
            description = "How columns are taken to levels: linear (default), log, conservative.")
    private Optional<String> vertical = Optional.empty();

    @Option(
            names = "--coordinate",
            paramLabel = "NAME",
            description = "What levels are of: depth (default), height, pressure, or a variable such as a density.")
    private Optional<String> coordinate = Optional.empty();

    @Option(
            names = "--outside",
            paramLabel = "WAY",
            description = "Levels above or below a column: within-column (missing, default), nearest.")
    private Optional<String> outside = Optional.empty();

    @Option(
            names = "--every",
            paramLabel = "PERIOD",
            description = "Put steps together: hour, 6 hours, day, month, season, year, all; over years: day, month or"
                    + " season of year.")
    private Optional<String> every = Optional.empty();

    @Option(
            names = "--statistic",
            paramLabel = "NAME",
            description = "Of the steps of a period: mean (default), sum, minimum, maximum, count, first, last.")
    private Optional<String> statistic = Optional.empty();

    @Option(
            names = "--min-steps",
            paramLabel = "SHARE",
            description = "Least share of a period's steps with a value (default: 0, one is enough).")
    private Optional<String> minSteps = Optional.empty();

    /** Returns the keys of {@code regrid} that these are. */
    Map<String, Object> keys() {
        Map<String, Object> keys = new LinkedHashMap<>();
        if (!vectors.isEmpty()) {
            keys.put("vectors", vectors());
        }
        Map<String, Object> column = new LinkedHashMap<>();
        if (!levels.isEmpty()) {
            column.put("levels", levels);
        }
        vertical.ifPresent(method -> column.put("method", method));
        coordinate.ifPresent(name -> column.put("coordinate", name));
        outside.ifPresent(way -> column.put("outside", way));
        if (!column.isEmpty()) {
            keys.put("vertical", column);
        }
        Map<String, Object> time = new LinkedHashMap<>();
        every.ifPresent(period -> time.put("every", period));
        statistic.ifPresent(name -> time.put("statistic", name));
        minSteps.ifPresent(share -> time.put("min-valid", share));
        if (!time.isEmpty()) {
            keys.put("time", time);
        }
        return keys;
    }

    private Object vectors() {
        if (vectors.size() == 1 && vectors.get(0).indexOf(',') < 0) {
            return vectors.get(0);
        }
        List<List<String>> pairs = new ArrayList<>();
        vectors.forEach(pair -> pairs.add(List.of(pair.trim().split("\\s*,\\s*", -1))));
        return pairs;
    }

    /** Returns the words that decide what comes out, as they may be given again. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        vectors.forEach(pair -> words.addAll(List.of("--vectors", pair)));
        if (!levels.isEmpty()) {
            words.addAll(List.of("--levels", String.join(",", levels)));
        }
        Map<String, Optional<String>> named = new LinkedHashMap<>();
        named.put("--vertical", vertical);
        named.put("--coordinate", coordinate);
        named.put("--outside", outside);
        named.put("--every", every);
        named.put("--statistic", statistic);
        named.put("--min-steps", minSteps);
        named.forEach((name, value) -> value.ifPresent(text -> words.addAll(List.of(name, quoted(text)))));
        return words;
    }

    private static String quoted(String text) {
        return text.indexOf(' ') < 0 ? text : "'" + text + "'";
    }
}
