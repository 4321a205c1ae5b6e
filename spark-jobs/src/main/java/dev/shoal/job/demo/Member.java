package dev.shoal.job.demo;

import java.util.function.Supplier;

/**
 * One file of the archive, not yet made.
 *
 * @param path relative to the archive
 * @param draft makes its content
 * @param kept share of its bytes that are kept; under 1 for a file cut short
 */
record Member(String path, Supplier<FileDraft> draft, double kept) {

    /** A whole file. */
    static Member whole(String path, Supplier<FileDraft> draft) {
        return new Member(path, draft, 1);
    }
}
