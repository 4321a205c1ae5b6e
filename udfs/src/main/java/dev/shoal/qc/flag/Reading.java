package dev.shoal.qc.flag;

/** How to read a flag between good and bad in a scheme that has no word for it. */
public enum Reading {

    /** As good: what nobody called bad stays in use. */
    LENIENT,

    /** As suspect: what nobody called good must be looked at, as Argo proposes for its own flag 2. */
    CAUTIOUS
}
