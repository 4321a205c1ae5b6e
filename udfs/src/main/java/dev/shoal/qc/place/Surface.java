package dev.shoal.qc.place;

/** What the earth's surface is at a place. */
public enum Surface {
    /** Dry ground, or ice on it or over the sea. */
    LAND,

    /** The sea, or a lake. */
    WATER,

    /** The place is missing or no place at all, or the mask cannot tell. */
    UNKNOWN
}
