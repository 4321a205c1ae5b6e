package dev.shoal.job.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in SQL, and its answer.
 *
 * @param title the question in words
 * @param sql as it was run
 * @param answer what came back
 */
public record Query(String title, String sql, Table answer) implements Block {

    private static final Pattern KEYWORD = Pattern.compile(
            "\\b(SELECT|FROM|WHERE|GROUP|ORDER|BY|JOIN|LEFT|ON|AND|OR|NOT|AS|WITH|HAVING|LIMIT|DISTINCT|BETWEEN|IN|IS"
                    + "|NULL|CASE|WHEN|THEN|ELSE|END|DESC|ASC|TIMESTAMP|DATE|USING|OPTIONS|CREATE|TEMPORARY|VIEW)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void write(HtmlPage page) {
        page.raw("<div class=\"query\"><h3>").text(title).raw("</h3><pre><code>");
        Matcher keyword = KEYWORD.matcher(sql);
        int written = 0;
        while (keyword.find()) {
            page.text(sql.substring(written, keyword.start()))
                    .raw("<b>")
                    .text(keyword.group())
                    .raw("</b>");
            written = keyword.end();
        }
        page.text(sql.substring(written)).raw("</code></pre>\n");
        answer.write(page);
        page.raw("</div>\n");
    }
}
