package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ChunkTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the chunks of a virtual array lie, in ascending order of their places in its grid.
 *
 * <p>A chunk takes 12 bytes here where all chunks of a file are there, else 20, beside what each file takes, so that
 * some hundred millions can be kept. Cannot be changed; safe for use by several threads.
 */
public final class ChunkReferences implements Serializable {

    private static final long serialVersionUID = 2;

    /** In place of a number of chunks: none of them can be referred to. */
    private static final long NOWHERE = -1;

    private final ArrayList<ReferenceRun> runs;

    /** Chunks whose places were left out, or {@link #NOWHERE}. */
    private final long leftOut;

    private ChunkReferences(List<ReferenceRun> runs, long leftOut) {
        this.runs = new ArrayList<>(runs);
        this.leftOut = leftOut;
        long before = -1;
        for (ReferenceRun run : runs) {
            if (run.size() > 0) {
                if (run.ordinal(0) <= before) {
                    throw new IllegalArgumentException("Cannot join references: chunk " + run.ordinal(0)
                            + " follows chunk " + before + ", expected ascending places.");
                }
                before = run.ordinal(run.size() - 1);
            }
        }
    }

    /** Returns references of nothing. */
    public static ChunkReferences none() {
        return new ChunkReferences(List.of(), 0);
    }

    /** Returns what an array has whose chunks cannot be referred to. */
    static ChunkReferences nowhere() {
        return new ChunkReferences(List.of(), NOWHERE);
    }

    /** Returns what stands for so many chunks whose places are known elsewhere. */
    static ChunkReferences leftOut(long count) {
        return new ChunkReferences(List.of(), count);
    }

    /**
     * Returns the one chunk of an array that the store holds itself.
     *
     * @param bytes as encoded; owned by the references from now on
     */
    public static ChunkReferences inline(byte[] bytes) {
        return inline(0, bytes);
    }

    /** Returns one chunk that the store holds itself; else as {@link #inline(byte[])}. */
    public static ChunkReferences inline(long ordinal, byte[] bytes) {
        return of(new ReferenceRun(
                ordinal,
                0,
                ReferenceRun.NO_NUMBERS,
                ReferenceRun.NO_NUMBERS,
                new int[0],
                new byte[][] {bytes},
                ReferenceRun.NO_OBJECTS));
    }

    /** Returns one chunk that was copied into an object of its own. */
    public static ChunkReferences object(long ordinal, String name, int length) {
        return of(new ReferenceRun(
                ordinal,
                0,
                ReferenceRun.NO_NUMBERS,
                ReferenceRun.NO_NUMBERS,
                new int[] {length},
                ReferenceRun.NO_BYTES,
                new String[] {name}));
    }

    private static ChunkReferences of(ReferenceRun run) {
        return new ChunkReferences(List.of(run), 0);
    }

    /** Makes references to parts of one file, chunk by chunk in ascending order. */
    public static Builder builder(int room) {
        return new Builder(room);
    }

    /**
     * Joins references, each part of which lies before or behind every other.
     *
     * @throws IllegalArgumentException where they do not
     */
    public static ChunkReferences joined(List<ChunkReferences> parts) {
        List<ReferenceRun> all = new ArrayList<>();
        for (ChunkReferences part : parts) {
            part.runs.stream().filter(run -> run.size() > 0).forEach(all::add);
        }
        all.sort(Comparator.comparingLong(run -> run.ordinal(0)));
        return new ChunkReferences(all, 0);
    }

    /** Returns the same with other ordinals, in another file. */
    public ChunkReferences moved(long by, int source) {
        return new ChunkReferences(
                runs.stream().map(run -> run.moved(by, source)).toList(), leftOut);
    }

    /** Returns the references whose ordinals are at least {@code start} and less than {@code end}. */
    public ChunkReferences slice(long start, long end) {
        return new ChunkReferences(
                runs.stream()
                        .map(run -> run.slice(start, end))
                        .filter(run -> run.size() > 0)
                        .toList(),
                0);
    }

    /** Returns the same without the places, which take the most room. */
    ChunkReferences withoutPlaces() {
        return leftOut == NOWHERE ? this : leftOut(size());
    }

    /** Returns the number of chunks that are there. */
    public long size() {
        return runs.stream().mapToLong(ReferenceRun::size).sum() + Math.max(0, leftOut);
    }

    /** Returns the ordinal of the first chunk; there is one. */
    public long first() {
        return runs.get(0).ordinal(0);
    }

    /** Returns the ordinal of the last chunk; there is one. */
    public long last() {
        ReferenceRun run = runs.get(runs.size() - 1);
        return run.ordinal(run.size() - 1);
    }

    /** Tells whether the store holds the bytes of all of them itself. */
    boolean isInline() {
        return leftOut == 0 && runs.stream().allMatch(ReferenceRun::isInline);
    }

    /** Tells whether the chunks cannot be referred to. */
    boolean isNowhere() {
        return leftOut == NOWHERE;
    }

    /** Shows all chunks. */
    public void each(ChunkVisitor visitor) throws IOException {
        if (leftOut > 0) {
            throw new IllegalStateException("Cannot show the places of " + leftOut + " chunks, which are elsewhere.");
        }
        for (ReferenceRun run : runs) {
            run.visit(visitor);
        }
    }

    /** Takes chunks in ascending order of their ordinals. */
    public static final class Builder {

        private final long[] ordinals;
        private final long[] offsets;
        private final int[] lengths;
        private int size;
        private boolean dense = true;

        private Builder(int room) {
            this.ordinals = new long[room];
            this.offsets = new long[room];
            this.lengths = new int[room];
        }

        /**
         * Adds a part of file 0.
         *
         * @throws IllegalArgumentException where the length is 2^31 and more, which no reader takes
         */
        public Builder add(long ordinal, long offset, long length) {
            if (length > Integer.MAX_VALUE || length < 0 || offset < 0) {
                throw new IllegalArgumentException(
                        "a chunk of " + length + " bytes at byte " + offset + ", expected fewer than 2^31 bytes");
            }
            dense &= ordinal == size;
            ordinals[size] = ordinal;
            offsets[size] = offset;
            lengths[size++] = (int) length;
            return this;
        }

        /** Returns the references. */
        public ChunkReferences build() {
            return of(ReferenceRun.ofParts(
                    0,
                    dense ? ReferenceRun.NO_NUMBERS : Arrays.copyOf(ordinals, size),
                    Arrays.copyOf(offsets, size),
                    Arrays.copyOf(lengths, size)));
        }
    }

    /** Returns the references of a table to file 0. */
    static ChunkReferences of(ChunkTable table) {
        Builder builder = builder(table.size());
        for (int at = 0; at < table.size(); at++) {
            builder.add(table.ordinal(at), table.address(at), table.storedBytes(at));
        }
        return builder.build();
    }
}
