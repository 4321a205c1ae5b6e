package dev.shoal.job.report;

/** Something a section shows. */
public sealed interface Block permits Tiles, Table, Query, Maps, SeriesChart, FootprintMap {

    /** Writes it as HTML; charts leave their data with the page. */
    void write(HtmlPage page);
}
