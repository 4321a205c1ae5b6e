package dev.shoal.zarr.virtual;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Chunks of one file, or bytes, in ascending order of their ordinals.
 *
 * @param base what is added to every ordinal
 * @param source position of the file among those of the store; meant only where there are offsets
 * @param ordinals ascending, without the base; empty where they are 0, 1, 2 and so on
 * @param offsets of the first bytes in the file; empty where the bytes are held here
 * @param lengths in bytes, as many as offsets
 * @param inline the bytes themselves; empty where they lie in the file
 */
record ReferenceRun(long base, int source, long[] ordinals, long[] offsets, int[] lengths, byte[][] inline)
        implements Serializable {

    int size() {
        return offsets.length + inline.length;
    }

    long ordinal(int at) {
        return base + (ordinals.length == 0 ? at : ordinals[at]);
    }

    /** Returns the position of the first chunk at or behind an ordinal. */
    private int from(long ordinal) {
        if (ordinals.length == 0) {
            return (int) Math.max(0, Math.min(size(), ordinal - base));
        }
        int at = Arrays.binarySearch(ordinals, ordinal - base);
        return at >= 0 ? at : -at - 1;
    }

    void visit(long start, long end, ChunkVisitor visitor) throws IOException {
        int last = from(end);
        for (int at = from(start); at < last; at++) {
            if (inline.length > 0) {
                visitor.inline(ordinal(at), inline[at]);
            } else {
                visitor.part(ordinal(at), source, offsets[at], lengths[at]);
            }
        }
    }

    ReferenceRun moved(long by, int toSource) {
        return new ReferenceRun(base + by, toSource, ordinals, offsets, lengths, inline);
    }
}
