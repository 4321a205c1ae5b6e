package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;

/** A series whose numbers are held all at once: 8 bytes each, and 5 for the flags of each judged one. */
final class WholeSeries {

    private final SeriesJudge judge;
    private final SeriesKey key;
    private final long[] timeMicros;
    private final double[][] numbers;
    private final BitSet there;

    WholeSeries(SeriesJudge judge, SeriesKey key, int size, Iterator<ObservationBlock> blocks, BitSet there) {
        this.judge = judge;
        this.key = key;
        this.there = there;
        this.timeMicros = new long[size];
        int columns = judge.needed().length();
        this.numbers = new double[columns][];
        Arrays.setAll(numbers, place -> new double[judge.needed().get(place) ? size : 0]);
        int at = 0;
        while (blocks.hasNext()) {
            ObservationBlock block = blocks.next();
            System.arraycopy(block.timeMicros(), 0, timeMicros, at, block.size());
            for (int place = judge.needed().nextSetBit(0);
                    place >= 0;
                    place = judge.needed().nextSetBit(place + 1)) {
                System.arraycopy(block.numbers()[place], 0, numbers[place], at, block.size());
            }
            at += block.size();
        }
    }

    /**
     * Judges the series.
     *
     * @param again the same blocks, to be given flags
     * @param end what to do when all have been taken
     */
    Iterator<ObservationBlock> judged(Cadence cadence, Iterator<ObservationBlock> again, Runnable end) {
        int size = timeMicros.length;
        byte[][] flags = judge.flags(size);
        int[][] raised = judge.raised(size);
        SeriesPart whole = new SeriesPart(key, timeMicros, numbers, size, cadence, there, true);
        judge.flag(whole, flags, raised);
        judge.remember(whole);
        return new Flagged(again, flags, raised, end);
    }

    /** Blocks with their parts of a series' flags. */
    private static final class Flagged implements Iterator<ObservationBlock> {
        private final Iterator<ObservationBlock> blocks;
        private final byte[][] flags;
        private final int[][] raised;
        private final Runnable end;
        private int at;

        Flagged(Iterator<ObservationBlock> blocks, byte[][] flags, int[][] raised, Runnable end) {
            this.blocks = blocks;
            this.flags = flags;
            this.raised = raised;
            this.end = end;
        }

        @Override
        public boolean hasNext() {
            return blocks.hasNext();
        }

        @Override
        public ObservationBlock next() {
            ObservationBlock block = blocks.next();
            ObservationBlock judged = JudgedSeries.flagged(block, flags, raised, at);
            at += block.size();
            if (!blocks.hasNext()) {
                end.run();
            }
            return judged;
        }
    }
}
