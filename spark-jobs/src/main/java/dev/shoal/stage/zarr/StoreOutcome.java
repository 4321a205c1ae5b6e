package dev.shoal.stage.zarr;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What was done to a store, or would be.
 *
 * @param store its folder
 * @param done whether anything was written
 * @param files that values came from
 * @param steps what becomes of steps
 * @param chunks that were put
 * @param bytes of the values in them, decoded
 * @param reads how often a source chunk is read at most
 * @param arrays what becomes of each array
 * @param notes sentences for people
 */
public record StoreOutcome(
        String store,
        boolean done,
        int files,
        Steps steps,
        long chunks,
        long bytes,
        long reads,
        List<ArrayChange> arrays,
        List<String> notes) {

    /**
     * What becomes of steps.
     *
     * @param appended behind the last that was there before
     * @param replaced that were there before
     * @param prepended before the first that was there before
     * @param filled between two that were there before
     */
    public record Steps(long appended, long replaced, long prepended, long filled) {}

    /**
     * What becomes of one array.
     *
     * @param name its path
     * @param written chunks that are put at once, where no reader of the store as it was sees them
     * @param replaced chunks that readers see changed
     * @param copied chunks whose bytes get other keys
     * @param bytes of the values in all of these, decoded
     */
    public record ArrayChange(String name, long written, long replaced, long copied, long bytes) {

        /** Returns the chunks that are put. */
        public long chunks() {
            return written + replaced + copied;
        }
    }

    /** Adds up what becomes of arrays. */
    static StoreOutcome of(String store, StoreWork work, Steps steps, boolean done, long reads, List<String> notes) {
        List<ArrayChange> arrays = work.arrays().stream()
                .map(target -> change(work, target))
                .filter(change -> change.chunks() > 0)
                .toList();
        return new StoreOutcome(
                store,
                done,
                work.files().size(),
                steps,
                arrays.stream().mapToLong(ArrayChange::chunks).sum(),
                arrays.stream().mapToLong(ArrayChange::bytes).sum(),
                reads,
                arrays,
                notes);
    }

    private static ArrayChange change(StoreWork work, TargetArray target) {
        long[] shape = target.array().shape();
        int axis = target.axis();
        long places = axis < 0 ? 1 : target.array().grid().count(axis);
        long across = axis < 0 || places == 0
                ? target.array().grid().count()
                : target.array().grid().count() / places;
        long cells = target.array().type().bytes();
        for (int other = 0; other < shape.length; other++) {
            cells *= other == axis ? 1 : shape[other];
        }
        Map<ChunkFate, Long> chunks = new EnumMap<>(ChunkFate.class);
        long bytes = 0;
        for (long place = 0; place < places; place++) {
            ChunkFate fate = work.fate(target, place);
            chunks.merge(fate, across, Long::sum);
            bytes += fate.isChange() ? cells * length(target, place) : 0;
        }
        return new ArrayChange(
                target.array().path(),
                chunks.getOrDefault(ChunkFate.WRITTEN, 0L),
                chunks.getOrDefault(ChunkFate.REPLACED, 0L),
                chunks.getOrDefault(ChunkFate.COPIED, 0L),
                bytes);
    }

    private static long length(TargetArray target, long place) {
        int axis = target.axis();
        if (axis < 0) {
            return 1;
        }
        long chunk = target.array().chunk()[axis];
        return Math.min(chunk, target.array().shape()[axis] - place * chunk);
    }
}
