package dev.shoal.cf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step of {@code cell_methods} (CF 1.11, section 7.3), such as {@code time: mean where sea over days (interval: 1
 * hour)}.
 *
 * @param names dimensions, scalar coordinates, standard names or {@code area}; at least one
 * @param method such as {@code mean}
 * @param where the portion of the cell, of {@code where TYPE}; empty where there is none
 * @param over of {@code over TYPE}, {@code over days} or {@code over years}; empty where there is none
 * @param within of {@code within days} or {@code within years}; empty where there is none
 * @param comment the words in parentheses; empty where there are none
 */
public record CellMethod(List<String> names, String method, String where, String over, String within, String comment)
        implements Serializable {

    private static final Pattern STEP = Pattern.compile("\\G\\s*((?:[^\\s:()]+\\s*:\\s*)+)([^\\s:()]+)"
            + "((?:\\s+(?:where|over|within)\\s+[^\\s:()]+)*)\\s*(?:\\(([^)]*)\\))?");
    private static final Pattern MODIFIER = Pattern.compile("(where|over|within)\\s+(\\S+)");

    /** Copies the names. */
    public CellMethod {
        names = new ArrayList<>(names);
    }

    /**
     * Reads the attribute.
     *
     * @param problems gets a sentence where a part cannot be read; the parts before it are returned
     */
    public static List<CellMethod> parse(String text, Consumer<String> problems) {
        List<CellMethod> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        int end = 0;
        while (step.find()) {
            steps.add(step(step));
            end = step.end();
        }
        if (!text.substring(end).isBlank()) {
            problems.accept("Cell methods \"" + text + "\" are not of the form \"name: method\" from \""
                    + text.substring(end).trim() + "\" on: that part is not read.");
        }
        return steps;
    }

    private static CellMethod step(Matcher step) {
        Map<String, String> words = new HashMap<>();
        Matcher modifier = MODIFIER.matcher(step.group(3));
        while (modifier.find()) {
            words.put(modifier.group(1), modifier.group(2));
        }
        return new CellMethod(
                List.of(step.group(1).trim().split("\\s*:\\s*", 0)),
                step.group(2),
                words.getOrDefault("where", ""),
                words.getOrDefault("over", ""),
                words.getOrDefault("within", ""),
                step.group(4) == null ? "" : step.group(4).trim());
    }

    /** Returns it as CF writes it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(name).append(": "));
        text.append(method);
        text.append(where.isEmpty() ? "" : " where " + where);
        text.append(within.isEmpty() ? "" : " within " + within);
        text.append(over.isEmpty() ? "" : " over " + over);
        return text.append(comment.isEmpty() ? "" : " (" + comment + ")").toString();
    }
}
