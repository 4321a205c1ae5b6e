package dev.shoal.stage.zarr;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.UpdateOptions.Insertion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where the steps of files go in a store: over those that are there, behind the last, and where that is asked for
 * before the first and into gaps.
 *
 * <p>Pure arithmetic. Laws: every step of the new store comes from one piece; a step of the files goes where the store
 * has the same key, or where its key belongs in order; steps that no file holds stay, in order.
 *
 * @param pieces of all steps of the new store, in order
 * @param oldSteps steps before
 * @param steps afterwards
 * @param replaced steps that were there and come from a file
 * @param prepended new steps before the store's first
 * @param filled new steps between two of the store's
 */
record Update(List<Piece> pieces, long oldSteps, long steps, long replaced, long prepended, long filled) {

    /**
     * Places the steps of files.
     *
     * @param store keys of the store's steps, increasing
     * @param line files in order, no step twice
     * @param allowed where steps may go in beside the end
     * @throws StageException where a step lies elsewhere before the store's last and is not in it
     */
    static Update of(long[] store, SourceLine line, Set<Insertion> allowed, String root) {
        Merge merge = new Merge(store);
        for (int file = 0; file < line.files().size(); file++) {
            SourceFacts facts = line.files().get(file);
            for (int step = 0; step < facts.keys().length; step++) {
                int place = merge.keep(facts.keys()[step]);
                if (place < 0) {
                    merge.insert(required(store, facts, step, allowed, root));
                }
                merge.take(file, step);
            }
        }
        merge.keepAll();
        return new Update(merge.pieces, store.length, merge.steps, merge.replaced, merge.prepended, merge.filled);
    }

    /** The store's steps and the files' in one order. */
    private static final class Merge {
        private final long[] store;
        private final List<Piece> pieces = new ArrayList<>();
        private int at;
        private long steps;
        private long replaced;
        private long prepended;
        private long filled;

        Merge(long[] store) {
            this.store = store;
        }

        /** Keeps the steps before a key; returns the step with that key, which is passed over, or -1. */
        int keep(long key) {
            int found = Arrays.binarySearch(store, at, store.length, key);
            keepTo(found >= 0 ? found : -found - 1);
            if (found < 0) {
                return -1;
            }
            replaced++;
            at++;
            return found;
        }

        private void keepTo(int end) {
            if (end > at) {
                add(steps, steps + end - at, Piece.STORE, at);
                steps += end - at;
                at = end;
            }
        }

        void keepAll() {
            keepTo(store.length);
        }

        void insert(Place place) {
            prepended += place == Place.FRONT ? 1 : 0;
            filled += place == Place.GAP ? 1 : 0;
        }

        void take(int file, long from) {
            add(steps, steps + 1, file, from);
            steps++;
        }

        private void add(long start, long end, int file, long from) {
            int last = pieces.size() - 1;
            if (last >= 0) {
                Piece before = pieces.get(last);
                if (before.file() == file && before.from() + before.end() - before.start() == from) {
                    pieces.set(last, new Piece(before.start(), end, file, before.from()));
                    return;
                }
            }
            pieces.add(new Piece(start, end, file, from));
        }
    }

    private enum Place {
        FRONT,
        GAP,
        END
    }

    /** Returns where a step goes that the store lacks; refuses a place that was not asked for. */
    private static Place required(long[] store, SourceFacts facts, int step, Set<Insertion> allowed, String root) {
        int place = -Arrays.binarySearch(store, facts.keys()[step]) - 1;
        if (place == store.length) {
            return Place.END;
        }
        if (place == 0 && !allowed.contains(Insertion.PREPEND)) {
            throw refused(facts, step, root, "lies before the store's first, expected none", "--prepend");
        }
        if (place > 0 && !allowed.contains(Insertion.FILL_GAPS)) {
            throw refused(
                    facts,
                    step,
                    root,
                    "lies before the store's last and is not in the store, expected steps that are there or come after",
                    "--fill-gaps");
        }
        return place == 0 ? Place.FRONT : Place.GAP;
    }

    private static StageException refused(SourceFacts facts, int step, String root, String found, String option) {
        return StageException.configuration("Cannot update '" + root + "' with "
                + facts.entry().path()
                + ": its step " + step + " (it holds " + facts.first() + " to " + facts.last() + ") " + found
                + ". Leave it out, or put it there with " + option + ", which writes the store's chunks anew.");
    }

    /** Returns the steps at the end that were not there before. */
    long appended() {
        return steps - oldSteps - prepended - filled;
    }

    /** Returns all steps that were not there before. */
    long added() {
        return steps - oldSteps;
    }

    /** Tells whether steps of the store get other numbers, whoever their values come from. */
    boolean moves() {
        return prepended + filled > 0;
    }
}
