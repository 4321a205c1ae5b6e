package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the steps of files go in a store: over those that are there, or behind the last.
 *
 * <p>Pure arithmetic. Laws: every step of the new store comes from one piece; a step of the files goes where the store
 * has the same key, or behind the last in order; steps that no file holds stay.
 *
 * @param pieces of all steps of the new store, in order
 * @param oldSteps steps before
 * @param steps afterwards
 * @param replaced steps that were there and come from a file
 */
record Update(List<Piece> pieces, long oldSteps, long steps, long replaced) {

    /**
     * Places the steps of files.
     *
     * @param store keys of the store's steps, increasing
     * @param line files in order, no step twice
     * @throws StageException where a step lies before the store's first, or between two of its steps
     */
    static Update of(long[] store, SourceLine line, String root) {
        List<Piece> pieces = new ArrayList<>();
        long next = 0;
        long end = store.length;
        long replaced = 0;
        for (int file = 0; file < line.files().size(); file++) {
            SourceFacts facts = line.files().get(file);
            for (int step = 0; step < facts.keys().length; step++) {
                long place = place(store, facts, step, root);
                if (place < 0) {
                    place = end++;
                } else {
                    replaced++;
                }
                if (next < place) {
                    add(pieces, next, place, Piece.STORE, next);
                }
                add(pieces, place, place + 1, file, step);
                next = place + 1;
            }
        }
        if (next < store.length) {
            add(pieces, next, store.length, Piece.STORE, next);
        }
        return new Update(pieces, store.length, end, replaced);
    }

    private static void add(List<Piece> pieces, long start, long end, int file, long from) {
        int last = pieces.size() - 1;
        if (last >= 0) {
            Piece before = pieces.get(last);
            boolean follows = before.file() == file && before.from() + before.end() - before.start() == from;
            if (follows && before.end() == start) {
                pieces.set(last, new Piece(before.start(), end, file, before.from()));
                return;
            }
        }
        pieces.add(new Piece(start, end, file, from));
    }

    /** Returns the step of the store with the same key, or -1 where it goes behind the last. */
    private static long place(long[] store, SourceFacts facts, int step, String root) {
        long key = facts.keys()[step];
        int found = Arrays.binarySearch(store, key);
        if (found >= 0) {
            return found;
        }
        if (-found - 1 == store.length) {
            return -1;
        }
        String range = facts.first() + " to " + facts.last();
        if (found == -1) {
            throw StageException.configuration("Cannot update '" + root + "' with "
                    + facts.entry().path()
                    + ": its step " + step + " (it holds " + range + ") lies before the store's first, expected none."
                    + " Leave such steps out, or send all files to a new store.");
        }
        throw StageException.configuration("Cannot update '" + root + "' with "
                + facts.entry().path()
                + ": its step " + step + " (it holds " + range + ") lies before the store's last and is not in the"
                + " store, expected steps that are there or come after. Leave it out, or send all files to a new"
                + " store.");
    }

    /** Returns the steps at the end that were not there before. */
    long appended() {
        return steps - oldSteps;
    }
}
