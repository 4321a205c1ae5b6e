package dev.shoal.job.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows and columns of text. A column of nothing but numbers stands to the right.
 *
 * @param caption above it, or empty
 * @param columns their names
 * @param rows each of as many cells as there are columns
 */
public record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {

    /** Letters up to which a column's cells are not broken into lines. */
    private static final int ONE_LINE = 28;

    private static final Pattern NUMBER =
            Pattern.compile("[-+−]?[0-9][0-9.,\\u00a0\\u202f ]*([eE][-+]?[0-9]+)?( ?%)?|");

    /** Copies the lists; refuses a row of another length. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("Cannot make table \"" + caption + "\": a row of " + row.size()
                        + " cells, expected " + columns.size() + ".");
            }
        }
    }

    @Override
    public void write(HtmlPage page) {
        page.raw("<figure class=\"table\">");
        if (!caption.isEmpty()) {
            page.raw("<figcaption>").text(caption).raw("</figcaption>");
        }
        page.raw("<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>");
        for (int column = 0; column < columns.size(); column++) {
            page.raw(numeric(column) ? "<th class=\"number\">" : "<th>")
                    .text(columns.get(column))
                    .raw("</th>");
        }
        page.raw("</tr></thead>\n<tbody>");
        for (List<String> row : rows) {
            page.raw("<tr>");
            for (int column = 0; column < row.size(); column++) {
                page.raw(cell(column)).text(row.get(column)).raw("</td>");
            }
            page.raw("</tr>\n");
        }
        page.raw("</tbody></table></div></figure>\n");
    }

    private String cell(int column) {
        if (numeric(column)) {
            return "<td class=\"number\">";
        }
        boolean inOneLine = rows.stream().allMatch(row -> row.get(column).length() <= ONE_LINE);
        return inOneLine ? "<td class=\"short\">" : "<td>";
    }

    private boolean numeric(int column) {
        return rows.stream().anyMatch(row -> !row.get(column).isEmpty())
                && rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }
}
