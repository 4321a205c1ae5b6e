package dev.shoal.zarr.array;

import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.ReadPlan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads many parts of one object by planned requests: see {@link ReadPlan}. */
public final class Ranges {

    private Ranges() {}

    /**
     * One part.
     *
     * @param item what the caller knows it by
     * @param start of its first byte in the object
     * @param length in bytes
     */
    public record Range(int item, long start, int length) {}

    /** Receives the parts. */
    @FunctionalInterface
    public interface Sink {

        /** Takes the bytes of a part, which are others after the call. */
        void accept(Range range, Slice bytes) throws IOException;
    }

    /**
     * Reads parts.
     *
     * @param ranges inside the object, in any order
     */
    public static void read(ByteSource object, List<Range> ranges, Sink sink) throws IOException {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingLong(Range::start));
        long[] starts = sorted.stream().mapToLong(Range::start).toArray();
        long[] lengths = sorted.stream().mapToLong(Range::length).toArray();
        object.fetch(ReadPlan.of(starts, lengths, starts.length, object.requestBytes()), (request, bytes) -> {
            for (Range range : sorted.subList(request.first(), request.end())) {
                int offset = bytes.offset() + (int) (range.start() - request.position());
                sink.accept(range, new Slice(bytes.bytes(), offset, range.length()));
            }
        });
    }
}
