package dev.shoal.stage;

import dev.shoal.qc.Series;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * Packs observations that come in any order into blocks of one series each. Series that come by turns, such as the
 * levels of a mooring, are packed side by side; where the observations held at one time get too many, all blocks are
 * closed, so memory does not grow with the number of series.
 */
final class BlockPacker implements Iterator<Row> {

    /** Brings the next observations. */
    @FunctionalInterface
    interface Feed {
        /**
         * Adds some observations.
         *
         * @return false where there are no more
         */
        boolean into(BlockPacker packer);
    }

    private static final int MOST_HELD = 8 * ObservationBlock.MOST;

    private final int columns;
    private final Feed feed;
    private final Map<SeriesKey, BlockBuilder> open = new LinkedHashMap<>();
    private final ArrayDeque<Row> ready = new ArrayDeque<>();
    private int held;
    private boolean ended;
    private boolean closed = true;
    private SeriesKey key = new SeriesKey("", "");
    private BlockBuilder current;

    /**
     * Makes a packer.
     *
     * @param columns numbers of an observation
     * @param feed asked for observations when there is no block to give
     */
    BlockPacker(int columns, Feed feed) {
        this.columns = columns;
        this.feed = feed;
        this.current = new BlockBuilder(columns);
    }

    /** Returns the open block of a series, which has room for one observation at least. */
    BlockBuilder of(String platform, String series) {
        if (closed || !key.is(platform, series)) {
            key = new SeriesKey(platform, series);
            current = open.computeIfAbsent(key, any -> new BlockBuilder(columns));
            closed = false;
        }
        return current;
    }

    /** Tells that observations were put into the block that was asked for last. */
    void added(int count) {
        held += count;
        if (current.isFull()) {
            open.remove(key);
            close(key, current);
            closed = true;
        } else if (held >= MOST_HELD) {
            closeAll();
        }
    }

    private void closeAll() {
        open.forEach(this::close);
        open.clear();
        closed = true;
    }

    private void close(SeriesKey series, BlockBuilder builder) {
        if (builder.size() > 0) {
            held -= builder.size();
            ObservationBlock block = builder.build();
            int timed = 0;
            while (timed < block.size() && block.timeMicros()[timed] == Series.NO_TIME) {
                timed++;
            }
            add(series, block, 0, timed);
            add(series, block, timed, block.size());
        }
    }

    /** Observations without a time go apart: with them every block of a series would overlap every other. */
    private void add(SeriesKey series, ObservationBlock block, int start, int end) {
        if (end > start) {
            ready.add(BlockTable.raw(series, block.part(start, end)));
        }
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !ended) {
            if (!feed.into(this)) {
                ended = true;
                closeAll();
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.poll();
    }
}
