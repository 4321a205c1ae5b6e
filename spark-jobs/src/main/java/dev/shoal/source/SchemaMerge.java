package dev.shoal.source;

/** What becomes of files whose columns differ. */
enum SchemaMerge {
    /** Any difference is an error that lists the files. */
    STRICT("strict"),
    /**
     * The table has the columns of all files, wide enough for each; a contradiction is an error that lists the files.
     */
    UNION("union"),
    /**
     * The first file decides, and no other is opened for it; a file that contradicts it is an error when it is read.
     */
    FIRST("first");

    private final String title;

    SchemaMerge(String title) {
        this.title = title;
    }

    /** Returns the value of the option. */
    String title() {
        return title;
    }
}
