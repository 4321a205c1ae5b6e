package dev.shoal.zarr.array;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads many parts of one object in few requests: parts that lie near each other are fetched together. */
public final class Ranges {

    /** Parts that lie nearer than this are fetched by one read. */
    private static final int GAP_BYTES = 16 << 10;

    /** One read fetches no more than this, but for a single part that is longer. */
    private static final int READ_BYTES = 8 << 20;

    private Ranges() {}

    /**
     * One part.
     *
     * @param item what the caller knows it by
     * @param start of its first byte in the object
     * @param length in bytes
     */
    public record Range(int item, long start, int length) {

        private long end() {
            return start + length;
        }
    }

    /** Receives the parts. */
    @FunctionalInterface
    public interface Sink {

        /** Takes a part, which lies in a buffer that others use after the call. */
        void accept(Range range, byte[] buffer, int offset) throws IOException;
    }

    /**
     * Reads parts.
     *
     * @param ranges inside the object, in any order
     */
    public static void read(ObjectBytes object, List<Range> ranges, Sink sink) throws IOException {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::start));
        byte[] buffer = new byte[0];
        int next = 0;
        while (next < sorted.size()) {
            int first = next;
            long start = sorted.get(first).start();
            long end = sorted.get(first).end();
            next++;
            while (next < sorted.size() && isNear(sorted.get(next), start, end)) {
                end = Math.max(end, sorted.get(next).end());
                next++;
            }
            int length = Math.toIntExact(end - start);
            buffer = buffer.length < length ? new byte[length] : buffer;
            object.read(start, buffer, length);
            for (Range range : sorted.subList(first, next)) {
                sink.accept(range, buffer, (int) (range.start() - start));
            }
        }
    }

    private static boolean isNear(Range range, long start, long end) {
        return range.start() - end <= GAP_BYTES && Math.max(end, range.end()) - start <= READ_BYTES;
    }
}
