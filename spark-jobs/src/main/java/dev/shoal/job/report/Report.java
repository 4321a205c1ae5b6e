package dev.shoal.job.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes reports: one HTML file that holds its styles, its pictures, its data and a copy of ECharts. */
public final class Report {

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/4.2.1/dist/echarts.min.js";

    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>""";

    private Report() {}

    /**
     * Writes a report to a file.
     *
     * <p>Readers see the old file or the new one, whole.
     *
     * @param file its folder is made where absent
     */
    public static void write(Path file, ReportPage report) throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.writeString(part, html(report));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Returns a report as HTML. */
    public static String html(ReportPage report) {
        HtmlPage page = new HtmlPage();
        page.raw(HEAD)
                .text(report.title())
                .raw("</title>\n<style>\n")
                .raw(resource("report.css"))
                .raw("</style>\n</head>\n<body>\n<header><h1>")
                .text(report.title())
                .raw("</h1><p>")
                .text(report.subtitle())
                .raw("</p></header>\n");
        contents(page, report);
        page.raw("<main>\n");
        for (int i = 0; i < report.sections().size(); i++) {
            section(page, report.sections().get(i), i);
        }
        return page.raw("</main>\n<script type=\"application/json\" id=\"data\">\n")
                .raw(page.data())
                .raw("\n</script>\n<script>\n")
                .raw(resource(ECHARTS))
                .raw("\n</script>\n<script>\n")
                .raw(resource("report.js"))
                .raw("</script>\n</body>\n</html>\n")
                .body();
    }

    private static void contents(HtmlPage page, ReportPage report) {
        page.raw("<nav>");
        for (int i = 0; i < report.sections().size(); i++) {
            page.raw("<a href=\"#s" + i + "\">")
                    .text(report.sections().get(i).title())
                    .raw("</a>");
        }
        page.raw("</nav>\n");
    }

    private static void section(HtmlPage page, Section section, int number) {
        page.raw("<section id=\"s" + number + "\"><h2>").text(section.title()).raw("</h2>\n");
        if (!section.text().isEmpty()) {
            page.raw("<p class=\"lead\">").text(section.text()).raw("</p>\n");
        }
        section.blocks().forEach(block -> block.write(page));
        page.raw("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Cannot write a report: " + name + " is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
