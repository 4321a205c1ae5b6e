package dev.shoal.job;

import dev.shoal.stage.RegridOutcome;
import java.util.List;
import java.util.Locale;

/** What came of regridding, for people. */
final class RegridText {

    private static final double PERCENT = 100;

    private RegridText() {}

    static String of(RegridOutcome outcome) {
        if (outcome.standing() == RegridOutcome.Done.STOOD_ALREADY) {
            return outcome.output() + " is there already, of the same files by the same methods: nothing to do.\n";
        }
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable(List.of("variable", "method", "cells", "missing", "integral off by", "note"));
        for (RegridOutcome.Variable variable : outcome.variables()) {
            table.add(List.of(
                    variable.name(),
                    variable.scheme(),
                    String.format(Locale.ROOT, "%,d", variable.cells()),
                    String.format(Locale.ROOT, "%.1f %%", PERCENT * variable.missing() / Math.max(1, variable.cells())),
                    variable.integral()
                            .map(known -> String.format(Locale.ROOT, "%.1e", known.difference()))
                            .orElse(""),
                    variable.note()));
        }
        text.append(table);
        outcome.leftOut()
                .forEach((name, reason) -> text.append("left out: ")
                        .append(name)
                        .append(": ")
                        .append(reason)
                        .append('\n'));
        outcome.refused()
                .forEach((path, reason) ->
                        text.append("refused: ").append(reason).append('\n'));
        text.append(String.format(
                Locale.ROOT,
                "%s: %s on %s, %s, of %s, %.1f s.%n",
                outcome.output(),
                Counted.of(outcome.variables().size(), "variable"),
                outcome.grid(),
                Counted.of(outcome.steps(), "step"),
                Counted.of(outcome.files(), "file"),
                outcome.seconds()));
        return text.toString();
    }
}
