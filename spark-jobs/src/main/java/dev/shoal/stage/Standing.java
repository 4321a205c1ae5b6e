package dev.shoal.stage;

/** How what is published of a dataset compares with what the catalogue says of it. */
enum Standing {
    /** It is what was registered. */
    REGISTERED,
    /** It holds more: a run was stopped after it had added files and before they were registered. */
    AHEAD,
    /** It is gone, or a run that was never registered has changed it. */
    OTHER
}
