package dev.shoal.source;

import java.util.Arrays;
import java.util.Locale;

/** What a row of a table over files is. */
enum RowShape {
    /** One cell of grids; of files of observations, one observation. */
    CELLS("cells"),
    /** One observation; grids are refused. */
    OBSERVATIONS("observations"),
    /** One storage chunk of one variable, whatever the variable means. */
    CHUNKS("chunks");

    private final String title;

    RowShape(String title) {
        this.title = title;
    }

    /** Returns the name as an option. */
    String title() {
        return title;
    }

    /** Returns the shape of a name. */
    static RowShape of(ArchiveKind kind, String name) {
        return Arrays.stream(values())
                .filter(shape -> shape.title.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new SourceException("Cannot read " + kind.title() + " as '" + name
                        + "': expected as 'cells', 'observations' or 'chunks'."));
    }
}
