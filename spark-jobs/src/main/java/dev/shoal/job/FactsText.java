package dev.shoal.job;

import dev.shoal.cf.CellMethod;
import dev.shoal.cf.CfFacts;
import dev.shoal.cf.Flags;
import dev.shoal.cf.GridMapping;
import dev.shoal.cf.TimeFacts;
import dev.shoal.cf.VariableFacts;
import dev.shoal.cf.VerticalFormula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a file says of its coordinates and cells, as lines for people. */
final class FactsText {

    /** Variables of which the same is told before the rest is only counted. */
    private static final int MOST_NAMES = 8;

    private FactsText() {}

    /** Returns one line a fact, each begun by what it is about. */
    static List<String> lines(CfFacts facts) {
        List<String> lines = new ArrayList<>();
        facts.times().forEach(time -> lines.add("time      " + of(time)));
        facts.gridMappings().forEach(mapping -> lines.add("map       " + of(mapping)));
        facts.formulas().forEach(formula -> lines.add("vertical  " + of(formula)));
        group(lines, "bounds    ", facts, VariableFacts::bounds);
        group(lines, "climate   ", facts, VariableFacts::climatology);
        group(lines, "cells     ", facts, FactsText::cells);
        group(
                lines,
                "measures  ",
                facts,
                v -> v.cellMeasures().entrySet().stream()
                        .map(measure -> measure.getKey() + " " + measure.getValue())
                        .collect(Collectors.joining(", ")));
        group(lines, "flags     ", facts, v -> of(v.flags()));
        group(lines, "beside    ", facts, v -> String.join(", ", v.ancillaryVariables()));
        group(lines, "placed by ", facts, v -> String.join(", ", v.coordinates()));
        return lines;
    }

    private static String of(TimeFacts time) {
        String counted = time.units().isEmpty() ? "no units" : time.units();
        String calendar = time.calendar().isEmpty() ? "" : ", calendar " + time.calendar();
        return time.variable() + ": " + counted + calendar + (time.timestamps() ? "" : ": no timestamps");
    }

    private static String of(GridMapping mapping) {
        String name = mapping.name().isEmpty() ? "no grid_mapping_name" : mapping.name();
        boolean plane = !mapping.name().equals("latitude_longitude");
        String reckoned = mapping.projection().isPresent()
                ? ", latitudes and longitudes can be reckoned"
                : plane ? ", latitudes and longitudes cannot be reckoned" : "";
        return mapping.variable() + ": " + name + reckoned;
    }

    private static String of(VerticalFormula formula) {
        String terms = formula.terms().entrySet().stream()
                .map(term -> term.getKey() + "=" + term.getValue())
                .collect(Collectors.joining(" "));
        String what = formula.kind().isPressure() ? "pressures" : "heights";
        return formula.variable() + ": " + formula.kind().title() + " of " + terms
                + (formula.isComplete()
                        ? ", " + what + " can be reckoned"
                        : ", " + what + " cannot be reckoned without " + String.join(", ", formula.missing()));
    }

    private static String cells(VariableFacts facts) {
        return facts.cellMethods().stream().map(CellMethod::toString).collect(Collectors.joining(" "));
    }

    private static String of(Flags flags) {
        List<String> meanings = new ArrayList<>();
        for (int i = 0; i < flags.meanings().size(); i++) {
            String number = flags.masks().isEmpty()
                    ? String.valueOf(flags.values().get(i))
                    : (flags.values().isEmpty() ? "" : flags.values().get(i) + " of ") + "mask "
                            + flags.masks().get(i);
            meanings.add(number + " " + flags.meanings().get(i));
        }
        return String.join(", ", meanings);
    }

    /** Names variables of which the same is to be told once. */
    private static void group(List<String> lines, String start, CfFacts facts, Function<VariableFacts, String> told) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (VariableFacts variable : facts.variables()) {
            String text = told.apply(variable);
            if (!text.isEmpty()) {
                groups.computeIfAbsent(text, key -> new ArrayList<>()).add(variable.variable());
            }
        }
        groups.forEach((text, names) -> lines.add(start + few(names) + ": " + text));
    }

    private static String few(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(" ", names)
                : String.join(" ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }
}
