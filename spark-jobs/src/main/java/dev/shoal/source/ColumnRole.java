package dev.shoal.source;

/** What a column holds. */
enum ColumnRole {
    TIME,
    VERTICAL,
    LAT,
    LON,
    /** A variable of the file. */
    VARIABLE,
    PLATFORM,
    SERIES,
    DEPTH,
    /** The place of an observation in its file. */
    INDEX,
    /** The path of the file that a row comes from. */
    FILE,
    /** The number of the storage chunk that a row comes from. */
    CHUNK,
    /** The place of a row in its variable. */
    OFFSET
}
