package dev.shoal.job;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as they need be and no wider than a screen bears. */
final class TextTable {

    private static final int MOST_WIDTH = 60;

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
        if (line.length() <= MOST_WIDTH) {
            return line;
        }
        // Of a path the end tells more than the beginning.
        boolean path = line.indexOf('/') >= 0 && line.indexOf(' ') < 0;
        return path
                ? "\u2026" + line.substring(line.length() - MOST_WIDTH + 1)
                : line.substring(0, MOST_WIDTH - 1) + "\u2026";
    }

    @Override
    public String toString() {
        int[] width = new int[headings.size()];
        for (int column = 0; column < width.length; column++) {
            width[column] = headings.get(column).length();
            for (List<String> row : rows) {
                width[column] = Math.max(width[column], row.get(column).length());
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, headings, width);
        for (int column = 0; column < width.length; column++) {
            text.append(column == 0 ? "" : "  ").append("-".repeat(width[column]));
        }
        text.append(System.lineSeparator());
        rows.forEach(row -> line(text, row, width));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < width.length; column++) {
            String cell = cells.get(column);
            String pad = " ".repeat(width[column] - cell.length());
            boolean number = !cell.isEmpty() && cell.matches("-?[0-9][0-9.,eE+-]*");
            line.append(column == 0 ? "" : "  ").append(number ? pad + cell : cell + pad);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }
}
