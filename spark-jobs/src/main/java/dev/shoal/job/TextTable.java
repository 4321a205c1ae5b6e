package dev.shoal.job;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows under headings, in columns as wide as they need be. Columns of numbers stand to the right. Long texts are cut,
 * paths are not: they are there to be taken to the next command.
 */
final class TextTable {

    private static final int MOST_WIDTH = 60;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*([eE][-+]?[0-9]+)?|NaN|-?Infinity");
    private static final Pattern PATH = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:)?/.*");

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes an empty table. */
    TextTable(List<String> headings) {
        this.headings = List.copyOf(headings);
    }

    /** Adds a row with a cell for each heading. */
    TextTable add(List<String> cells) {
        rows.add(cells.stream().map(TextTable::fit).toList());
        return this;
    }

    private static String fit(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        boolean whole = line.length() <= MOST_WIDTH || PATH.matcher(line).matches();
        return whole ? line : line.substring(0, MOST_WIDTH - 1) + "\u2026";
    }

    @Override
    public String toString() {
        int[] width = new int[headings.size()];
        boolean[] right = new boolean[headings.size()];
        for (int column = 0; column < width.length; column++) {
            width[column] = width(headings.get(column));
            for (List<String> row : rows) {
                width[column] = Math.max(width[column], width(row.get(column)));
            }
            right[column] = isNumeric(column);
        }
        StringBuilder text = new StringBuilder();
        line(text, headings, width, right);
        for (int column = 0; column < width.length; column++) {
            text.append(column == 0 ? "" : "  ").append("-".repeat(width[column]));
        }
        text.append(System.lineSeparator());
        rows.forEach(row -> line(text, row, width, right));
        return text.toString();
    }

    /** Returns how many places of a screen a text takes: marks that stand over a letter take none. */
    private static int width(String text) {
        return (int) text.codePoints()
                .filter(letter -> Character.getType(letter) != Character.NON_SPACING_MARK)
                .count();
    }

    private boolean isNumeric(int column) {
        return rows.stream().anyMatch(row -> !row.get(column).isEmpty())
                && rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> cell.isEmpty() || NUMBER.matcher(cell).matches());
    }

    private static void line(StringBuilder text, List<String> cells, int[] width, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < width.length; column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(width[column] - width(cell));
            line.append(column == 0 ? "" : "  ").append(right[column] ? pad + cell : cell + pad);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
