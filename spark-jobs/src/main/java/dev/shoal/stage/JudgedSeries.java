package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Reach;
import dev.shoal.qc.Series;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A long series as it is judged piece by piece. Held are the numbers of a piece, and of as much before and after it as
 * the tests look at; a piece is at least as long as what is looked at around it, so nothing is looked at often.
 */
final class JudgedSeries implements Iterator<ObservationBlock> {

    private final SeriesJudge judge;
    private final SeriesKey key;
    private final Iterator<ObservationBlock> blocks;
    private final Cadence cadence;
    private final Reach reach;
    private final BitSet there;
    private final Runnable end;
    private final ArrayDeque<ObservationBlock> waiting = new ArrayDeque<>();
    private final ArrayDeque<ObservationBlock> judged = new ArrayDeque<>();
    private long[] timeMicros = new long[2 * SeriesJudge.SHORT];
    private final double[][] numbers;
    private byte[][] flags = {};
    private int[][] raised = {};
    private int size;
    private int done;
    private boolean begun;

    /**
     * Begins a series.
     *
     * @param reach of all tests together, bounded
     * @param there places of the numbers beside that the series has
     * @param end what to do when all blocks have been taken
     */
    JudgedSeries(
            SeriesJudge judge,
            SeriesKey key,
            Iterator<ObservationBlock> blocks,
            Cadence cadence,
            Reach reach,
            BitSet there,
            Runnable end) {
        this.judge = judge;
        this.key = key;
        this.blocks = blocks;
        this.cadence = cadence;
        this.reach = reach;
        this.there = there;
        this.end = end;
        this.numbers = new double[judge.needed().length()][];
        Arrays.setAll(numbers, place -> new double[judge.needed().get(place) ? timeMicros.length : 0]);
    }

    @Override
    public boolean hasNext() {
        while (judged.isEmpty() && (blocks.hasNext() || !waiting.isEmpty())) {
            advance();
        }
        return !judged.isEmpty();
    }

    @Override
    public ObservationBlock next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ObservationBlock block = judged.remove();
        if (!hasNext()) {
            end.run();
        }
        return block;
    }

    /** Takes blocks until a piece can be judged, and judges it. */
    private void advance() {
        int ready = 0;
        while (ready == 0 && blocks.hasNext()) {
            take(blocks.next());
            ready = size - done >= SeriesJudge.SHORT ? ready() : 0;
        }
        flagTo(blocks.hasNext() ? ready : size);
    }

    private void take(ObservationBlock block) {
        waiting.add(block);
        if (size + block.size() > timeMicros.length) {
            int capacity = Math.addExact(size, Math.max(size / 2, block.size()));
            timeMicros = Arrays.copyOf(timeMicros, capacity);
            for (int place = 0; place < numbers.length; place++) {
                numbers[place] = judge.needed().get(place) ? Arrays.copyOf(numbers[place], capacity) : numbers[place];
            }
        }
        System.arraycopy(block.timeMicros(), 0, timeMicros, size, block.size());
        for (int place = judge.needed().nextSetBit(0);
                place >= 0;
                place = judge.needed().nextSetBit(place + 1)) {
            System.arraycopy(block.numbers()[place], 0, numbers[place], size, block.size());
        }
        size += block.size();
    }

    /** Returns the end of the piece that can be judged now, 0 where none is long enough. */
    private int ready() {
        int last = done;
        int ready = 0;
        for (ObservationBlock block : waiting) {
            last += block.size();
            if (isSurrounded(last)) {
                ready = last;
            }
        }
        int around = done + size - ready;
        return ready - done >= Math.max(SeriesJudge.SHORT / 2, around) ? ready : 0;
    }

    private boolean isSurrounded(int last) {
        boolean enough = size - last >= reach.samplesAfter();
        return enough
                && (reach.secondsAfter() == 0
                        || timeMicros[size - 1]
                                > timeMicros[last - 1] + reach.secondsAfter() * Series.MICROS_PER_SECOND);
    }

    private void flagTo(int to) {
        if (flags.length == 0 || flags[0].length < size) {
            flags = judge.flags(timeMicros.length);
            raised = judge.raised(timeMicros.length);
        }
        judge.flag(new SeriesPart(key, timeMicros, numbers, size, cadence, there, !begun), flags, raised);
        begun = true;
        while (done < to) {
            ObservationBlock block = waiting.remove();
            judged.add(flagged(block, flags, raised, done));
            done += block.size();
        }
        forget();
    }

    /** Lets go of what no piece to come looks at. */
    private void forget() {
        int first = reach.equals(Reach.NONE) ? done : firstNeeded();
        System.arraycopy(timeMicros, first, timeMicros, 0, size - first);
        for (int place = judge.needed().nextSetBit(0);
                place >= 0;
                place = judge.needed().nextSetBit(place + 1)) {
            System.arraycopy(numbers[place], first, numbers[place], 0, size - first);
        }
        size -= first;
        done -= first;
    }

    /** The time of the next observation may not be known yet; it is not before that of the last. */
    private int firstNeeded() {
        double[] values = numbers[judge.columns().get(0).place()];
        return reach.firstNeeded(new Series(timeMicros, values, size), Math.min(done, size - 1));
    }

    /** Returns a block with its part of flags. */
    static ObservationBlock flagged(ObservationBlock block, byte[][] flags, int[][] raised, int start) {
        byte[][] ownFlags = new byte[flags.length][];
        Arrays.setAll(ownFlags, column -> Arrays.copyOfRange(flags[column], start, start + block.size()));
        int[][] ownRaised = new int[raised.length][];
        Arrays.setAll(ownRaised, column -> Arrays.copyOfRange(raised[column], start, start + block.size()));
        return block.with(ownFlags, ownRaised);
    }
}
