package dev.shoal.job;

import dev.shoal.catalog.InventoryEntry;
import dev.shoal.catalog.VariableSummary;
import dev.shoal.cf.CfFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a scan found, as text for people: a table of the files, the facts of a few, and what is odd about them. */
final class ScanText {

    /** Files of which the same is odd before they are only counted. */
    private static final int MOST_FILES = 3;

    private ScanText() {}

    static TextTable table(List<InventoryEntry> entries) {
        TextTable table = new TextTable(
                List.of("file", "MB", "format", "feature type", "variables", "times (UTC)", "box (W,S,E,N)"));
        for (InventoryEntry entry : entries) {
            table.add(List.of(
                    name(entry),
                    String.format(Locale.ROOT, "%,.3f", entry.sizeBytes() / 1e6),
                    entry.format(),
                    entry.featureType(),
                    entry.variables().stream().map(VariableSummary::name).collect(Collectors.joining(" ")),
                    entry.time().map(TimeText::of).orElse("-"),
                    entry.box().map(InventoryJson::text).orElse("-")));
        }
        return table;
    }

    /** Returns the facts of one file under its name. */
    static List<String> facts(InventoryEntry entry, CfFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(name(entry) + ":");
        lines.add("  type      " + entry.featureType() + ": " + entry.featureTypeReason());
        FactsText.lines(facts).forEach(line -> lines.add("  " + line));
        return lines;
    }

    /** Returns every oddity once, with the files that have it. */
    static List<String> notes(List<InventoryEntry> entries) {
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (InventoryEntry entry : entries) {
            for (String problem : entry.problems()) {
                files.computeIfAbsent(problem, key -> new ArrayList<>()).add(name(entry));
            }
        }
        List<String> notes = new ArrayList<>();
        files.forEach((problem, names) -> {
            String named = names.size() <= MOST_FILES
                    ? String.join(", ", names)
                    : Counted.of(names.size(), "file") + ", " + names.get(0) + " the first";
            notes.add("note: " + named + ": " + problem);
        });
        return notes;
    }

    private static String name(InventoryEntry entry) {
        return entry.path().substring(entry.path().lastIndexOf('/') + 1);
    }
}
