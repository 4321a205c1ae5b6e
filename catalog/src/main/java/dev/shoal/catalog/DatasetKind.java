package dev.shoal.catalog;

import java.util.Arrays;
import java.util.Locale;

/** The two kinds of dataset. */
public enum DatasetKind {
    /** Chunked arrays in a Zarr store. */
    GRID,
    /** Rows of an Iceberg table, one per observation. */
    OBSERVATIONS;

    /** Returns the word in tables and messages. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind that this word names. */
    public static DatasetKind of(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot tell the kind of a dataset: found \"" + title + "\", expected grid or observations."));
    }
}
