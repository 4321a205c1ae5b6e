package dev.shoal.job;

import dev.shoal.stage.RunOutcome;
import dev.shoal.stage.RunPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells people of a run: its plan before, its outcome after. */
final class RunText {

    private static final List<String> FLAGS = List.of("GOOD", "UNKNOWN", "SUSPECT", "FAIL", "MISSING");
    private static final int MOST_REASONS = 10;
    private static final double MEGABYTE = 1e6;

    private RunText() {}

    static String of(RunPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Plan of " + plan.dataset() + " (" + plan.kind() + ")");
        lines.add(line("files", Counted.number(plan.files()) + ", " + megabytes(plan.sourceBytes())));
        lines.add(line("decoded", megabytes(plan.decodedBytes())));
        lines.add(line("units", Counted.number(plan.units()) + " in " + Counted.of(plan.partitions(), "partition")));
        lines.add(line("memory per task", megabytes(plan.taskBytes()) + " at most"));
        lines.add(line("estimated time", String.format(Locale.ROOT, "%.0f s", Math.max(1, plan.estimatedSeconds()))));
        plan.details().forEach(detail -> lines.add("  " + detail));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    static String of(RunOutcome outcome) {
        List<String> lines = new ArrayList<>();
        if (outcome.action() == RunOutcome.Action.NOTHING) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Nothing to do: %s is up to date, %s (%.1f s).",
                    outcome.dataset(),
                    Counted.of(outcome.files() - outcome.rejected().size(), "file"),
                    outcome.seconds()));
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "Dataset %s %s in %.1f s: %,d of %s read, %,d %s written.",
                    outcome.dataset(),
                    outcome.action().title(),
                    outcome.seconds(),
                    outcome.read(),
                    Counted.of(outcome.files(), "file"),
                    outcome.amount(),
                    outcome.kind().equals("grid") ? "cells" : "observations"));
            lines.add(line("where", outcome.location()));
            outcome.layouts().forEach((layout, store) -> lines.add(line("layout " + layout, store)));
            if (!outcome.flags().isEmpty()) {
                lines.add(flagTable(outcome).toString().stripTrailing());
            }
        }
        unrun(outcome, lines);
        rejected(outcome, lines);
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void unrun(RunOutcome outcome, List<String> lines) {
        if (outcome.unrun().isEmpty()) {
            return;
        }
        lines.add("Tests that could not run, see ocean.catalog.qc_unrun:");
        outcome.unrun().entrySet().stream()
                .limit(MOST_REASONS)
                .forEach(entry -> lines.add("  " + entry.getKey() + " (" + entry.getValue() + " series)"));
        if (outcome.unrun().size() > MOST_REASONS) {
            lines.add(
                    String.format(Locale.ROOT, "  and %,d more", outcome.unrun().size() - MOST_REASONS));
        }
    }

    private static void rejected(RunOutcome outcome, List<String> lines) {
        if (outcome.rejected().isEmpty()) {
            return;
        }
        int refused = outcome.rejected().size();
        lines.add(Counted.of(refused, "file") + " refused, see ocean.catalog.rejects:");
        outcome.rejected().values().stream().limit(MOST_REASONS).forEach(reason -> lines.add("  " + reason));
        if (refused > MOST_REASONS) {
            lines.add(String.format(Locale.ROOT, "  and %,d more", refused - MOST_REASONS));
        }
    }

    private static TextTable flagTable(RunOutcome outcome) {
        List<String> headings = new ArrayList<>(List.of("variable"));
        FLAGS.forEach(flag -> headings.add(flag.toLowerCase(Locale.ROOT)));
        TextTable table = new TextTable(headings);
        flags(outcome.flags()).forEach(table::add);
        return table;
    }

    /**
     * Returns a line for each variable: its name, and how many values have each of {@link #FLAGS}.
     *
     * @param counts by variable and flag, {@code temp/GOOD}
     */
    static List<List<String>> flags(Map<String, Long> counts) {
        Map<String, Map<String, Long>> byVariable = new LinkedHashMap<>();
        counts.forEach((key, count) -> {
            int slash = key.lastIndexOf('/');
            byVariable
                    .computeIfAbsent(key.substring(0, slash), name -> new LinkedHashMap<>())
                    .put(key.substring(slash + 1), count);
        });
        List<List<String>> lines = new ArrayList<>();
        byVariable.forEach((variable, own) -> {
            List<String> line = new ArrayList<>(List.of(variable));
            FLAGS.forEach(flag -> line.add(Counted.number(own.getOrDefault(flag, 0L))));
            lines.add(line);
        });
        return lines;
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "  %-16s %s", name, value);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / MEGABYTE);
    }
}
