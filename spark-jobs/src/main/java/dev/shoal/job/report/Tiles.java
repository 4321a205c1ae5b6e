package dev.shoal.job.report;

import java.util.List;

/**
 * A row of single numbers that sum things up.
 *
 * @param tiles from left to right
 */
public record Tiles(List<Tile> tiles) implements Block {

    /** Copies the list. */
    public Tiles {
        tiles = List.copyOf(tiles);
    }

    /**
     * One number.
     *
     * @param label what it is
     * @param value as it is to be read, such as {@code 1,204} or {@code 3.2 GB}
     * @param note a few words below it, or empty
     */
    public record Tile(String label, String value, String note) {}

    @Override
    public void write(HtmlPage page) {
        page.raw("<div class=\"tiles\">\n");
        for (Tile tile : tiles) {
            page.raw("<div class=\"tile\"><div class=\"label\">").text(tile.label());
            page.raw("</div><div class=\"value\">").text(tile.value());
            page.raw("</div><div class=\"note\">").text(tile.note()).raw("</div></div>\n");
        }
        page.raw("</div>\n");
    }
}
