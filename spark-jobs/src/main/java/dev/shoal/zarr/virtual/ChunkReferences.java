package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ChunkTable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the chunks of a virtual array lie, in ascending order of their places in its grid.
 *
 * <p>A chunk takes 12 bytes here where all chunks of a file are there, else 20, beside what each file takes, so that
 * some hundred millions can be kept. Cannot be changed; safe for use by several threads.
 */
public final class ChunkReferences implements Serializable {

    private static final long serialVersionUID = 1;

    private final ArrayList<ReferenceRun> runs;

    private ChunkReferences(List<ReferenceRun> runs) {
        this.runs = new ArrayList<>(runs);
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
        return new ChunkReferences(List.of());
    }

    /**
     * Returns the one chunk of an array that the store holds itself.
     *
     * @param bytes as encoded; owned by the references from now on
     */
    public static ChunkReferences inline(byte[] bytes) {
        return new ChunkReferences(
                List.of(new ReferenceRun(0, 0, new long[0], new long[0], new int[0], new byte[][] {bytes})));
    }

    /** Makes references to parts of one file, chunk by chunk in ascending order. */
    public static Builder builder(int room) {
        return new Builder(room);
    }

    /**
     * Joins references whose ordinals follow one another.
     *
     * @throws IllegalArgumentException where they do not
     */
    public static ChunkReferences joined(List<ChunkReferences> parts) {
        List<ReferenceRun> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.runs));
        return new ChunkReferences(all);
    }

    /** Returns the same with other ordinals, in another file. */
    public ChunkReferences moved(long by, int source) {
        return new ChunkReferences(
                runs.stream().map(run -> run.moved(by, source)).toList());
    }

    /** Returns the references to parts of files whose ordinals are at least {@code start} and less than {@code end}. */
    ChunkReferences slice(long start, long end) throws IOException {
        int[] count = new int[1];
        each(start, end, Parts.of((ordinal, offset, length) -> count[0]++));
        Builder slice = builder(count[0]);
        each(start, end, Parts.of(slice::add));
        return slice.build();
    }

    /** Takes a part of file 0. */
    @FunctionalInterface
    private interface Parts {
        void add(long ordinal, long offset, int length);

        static ChunkVisitor of(Parts parts) {
            return new ChunkVisitor() {
                @Override
                public void part(long ordinal, int source, long offset, int length) {
                    parts.add(ordinal, offset, length);
                }

                @Override
                public void inline(long ordinal, byte[] bytes) {
                    throw new IllegalStateException("Cannot move chunk " + ordinal + ", which is held.");
                }
            };
        }
    }

    /** Returns the number of chunks that are there. */
    public long size() {
        return runs.stream().mapToLong(ReferenceRun::size).sum();
    }

    /** Tells whether the store holds the bytes of all of them itself. */
    boolean isInline() {
        return runs.stream().allMatch(run -> run.offsets().length == 0);
    }

    /** Shows all chunks. */
    public void each(ChunkVisitor visitor) throws IOException {
        each(0, Long.MAX_VALUE, visitor);
    }

    /** Shows the chunks whose ordinals are at least {@code start} and less than {@code end}. */
    public void each(long start, long end, ChunkVisitor visitor) throws IOException {
        for (ReferenceRun run : runs) {
            if (run.size() > 0 && run.ordinal(run.size() - 1) >= start && run.ordinal(0) < end) {
                run.visit(start, end, visitor);
            }
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
            return new ChunkReferences(List.of(new ReferenceRun(
                    0,
                    0,
                    dense ? new long[0] : Arrays.copyOf(ordinals, size),
                    Arrays.copyOf(offsets, size),
                    Arrays.copyOf(lengths, size),
                    new byte[0][])));
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
