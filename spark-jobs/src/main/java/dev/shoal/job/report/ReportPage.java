package dev.shoal.job.report;

import java.util.List;

/**
 * A whole report. All texts of a report are plain; what HTML means by their characters is taken care of.
 *
 * @param title of the page
 * @param subtitle one line below the title
 * @param sections from top to bottom
 */
public record ReportPage(String title, String subtitle, List<Section> sections) {

    /** Copies the list. */
    public ReportPage {
        sections = List.copyOf(sections);
    }
}
