package dev.shoal.zarr.virtual;

import java.io.IOException;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Chunks of one file, or bytes, or objects of the store itself, in ascending order of their ordinals.
 *
 * @param base what is added to every ordinal
 * @param source position of the file among those of the store; meant only where there are offsets
 * @param ordinals ascending, without the base; empty where they are 0, 1, 2 and so on
 * @param offsets of the first bytes in the file; empty where the bytes are not in a file
 * @param lengths in bytes, as many as offsets or objects
 * @param inline the bytes themselves, where they are held here; else empty
 * @param objects names of objects of the store itself, where the chunks were copied; else empty
 */
record ReferenceRun(
        long base, int source, long[] ordinals, long[] offsets, int[] lengths, byte[][] inline, String[] objects)
        implements Serializable {

    static final byte[][] NO_BYTES = {};
    static final String[] NO_OBJECTS = {};
    static final long[] NO_NUMBERS = {};

    /** Chunks of a file. */
    static ReferenceRun ofParts(int source, long[] ordinals, long[] offsets, int[] lengths) {
        return new ReferenceRun(0, source, ordinals, offsets, lengths, NO_BYTES, NO_OBJECTS);
    }

    int size() {
        return offsets.length + inline.length + objects.length;
    }

    boolean isInline() {
        return offsets.length + objects.length == 0;
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

    void visit(ChunkVisitor visitor) throws IOException {
        for (int at = 0; at < size(); at++) {
            if (inline.length > 0) {
                visitor.inline(ordinal(at), inline[at]);
            } else if (objects.length > 0) {
                visitor.object(ordinal(at), objects[at], lengths[at]);
            } else {
                visitor.part(ordinal(at), source, offsets[at], lengths[at]);
            }
        }
    }

    ReferenceRun moved(long by, int toSource) {
        return new ReferenceRun(base + by, toSource, ordinals, offsets, lengths, inline, objects);
    }

    /** Returns the chunks whose ordinals are at least {@code start} and less than {@code end}. */
    ReferenceRun slice(long start, long end) {
        int first = from(start);
        int last = Math.max(first, from(end));
        if (first == 0 && last == size()) {
            return this;
        }
        return new ReferenceRun(
                ordinals.length == 0 ? base + first : base,
                source,
                ordinals.length == 0 ? ordinals : Arrays.copyOfRange(ordinals, first, last),
                offsets.length == 0 ? offsets : Arrays.copyOfRange(offsets, first, last),
                lengths.length == 0 ? lengths : Arrays.copyOfRange(lengths, first, last),
                inline.length == 0 ? inline : Arrays.copyOfRange(inline, first, last),
                objects.length == 0 ? objects : Arrays.copyOfRange(objects, first, last));
    }
}
