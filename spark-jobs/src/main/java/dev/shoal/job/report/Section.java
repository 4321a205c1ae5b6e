package dev.shoal.job.report;

import java.util.List;

/**
 * A part of a report under a heading.
 *
 * @param title the heading; also its entry in the list of contents
 * @param text one paragraph below the heading, or empty
 * @param blocks from top to bottom
 */
public record Section(String title, String text, List<Block> blocks) {

    /** Copies the list. */
    public Section {
        blocks = List.copyOf(blocks);
    }

    /** Makes a section of some blocks. */
    public static Section of(String title, String text, Block... blocks) {
        return new Section(title, text, List.of(blocks));
    }
}
