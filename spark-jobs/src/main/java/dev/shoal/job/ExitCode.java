package dev.shoal.job;

/** How a command ends, for scripts. */
final class ExitCode {

    /** Done. */
    static final int DONE = 0;

    /** A bug of Shoal's, or a test that differs from a conformance vector. */
    static final int BUG = 1;

    /** Wrong usage, configuration or store; nothing was published. */
    static final int USAGE = 2;

    /** Done, but some files were refused. */
    static final int REJECTED = 3;

    private ExitCode() {}
}
