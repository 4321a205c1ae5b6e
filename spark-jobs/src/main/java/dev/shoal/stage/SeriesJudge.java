package dev.shoal.stage;

import dev.shoal.qc.Cadence;
import dev.shoal.qc.Companions;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Reach;
import dev.shoal.qc.Series;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Judges the observations of one series after another. A series comes whole and in order, whatever files and tasks its
 * observations came from, so the flags are the same under any partitioning.
 *
 * <p>A short series is judged in one piece. A long one is judged as it comes, in pieces with as much around them as its
 * tests look at. Where they must know its {@link Cadence}, or whether there is anything in a column beside, it is put
 * aside and gone through first; where they must see all of it, its numbers are held, and the rest of it is put aside.
 */
final class SeriesJudge {

    /** What is done with tests that could not run. */
    @FunctionalInterface
    interface UnrunTests {
        /** Takes up one test of one series. */
        void add(SeriesKey key, ObservedColumn column, QcSuite.Unrun unrun);
    }

    /** Observations of a series that is judged in one piece. */
    static final int SHORT = 4 * ObservationBlock.MOST;

    private final ObservationTable table;
    private final BesideFields fields;
    private List<JudgedColumn> columns;
    private BitSet needed = new BitSet();
    private final boolean looksBack;
    private final Supplier<File> scratch;
    private final UnrunTests unrun;
    private final Map<String, Series> before = new HashMap<>();
    private String platform = "";

    /**
     * Makes a judge; it belongs to one thread.
     *
     * @param scratch names a file that long series can be put aside in
     * @param unrun receives the tests that cannot judge a series
     */
    SeriesJudge(ObservationTable table, Supplier<File> scratch, UnrunTests unrun) {
        this(table, BesideFields.NONE, scratch, unrun);
    }

    /**
     * Makes a judge with gridded fields; see the other form.
     *
     * @param fields that the tests look at
     */
    SeriesJudge(ObservationTable table, BesideFields fields, Supplier<File> scratch, UnrunTests unrun) {
        this.table = table;
        this.fields = fields;
        this.columns = columns(table, platform, fields);
        this.needed = needed(columns);
        this.looksBack = table.looksBack();
        this.scratch = scratch;
        this.unrun = unrun;
    }

    private static List<JudgedColumn> columns(ObservationTable table, String platform, BesideFields fields) {
        return IntStream.range(0, table.data().size())
                .mapToObj(data -> JudgedColumn.of(table, data, platform, fields))
                .toList();
    }

    private static BitSet needed(List<JudgedColumn> columns) {
        BitSet needed = new BitSet();
        for (JudgedColumn column : columns) {
            needed.set(column.place());
            column.beside().values().forEach(needed::set);
        }
        return needed;
    }

    List<JudgedColumn> columns() {
        return columns;
    }

    /** Returns the places of the numbers that the tests look at. */
    BitSet needed() {
        return needed;
    }

    /**
     * Judges a series.
     *
     * @param blocks in order; nothing overlaps
     * @return the same observations with flags; read to the end before the next series is judged
     */
    Iterator<ObservationBlock> judge(SeriesKey key, Iterator<ObservationBlock> blocks) {
        if (!key.platform().equals(platform)) {
            before.clear();
            if (table.own().containsKey(platform) || table.own().containsKey(key.platform())) {
                columns = columns(table, key.platform(), fields);
                needed = needed(columns);
            }
            platform = key.platform();
        }
        List<ObservationBlock> first = new ArrayList<>();
        int rows = 0;
        while (rows <= SHORT && blocks.hasNext()) {
            first.add(blocks.next());
            rows += first.get(first.size() - 1).size();
        }
        if (!blocks.hasNext() && (rows <= SHORT || looksBack)) {
            return whole(key, first, rows).iterator();
        }
        Iterator<ObservationBlock> all = new Chained<>(first.iterator(), blocks);
        Reach reach = reach(Cadence.UNMEASURED);
        boolean known = columns.stream().allMatch(column -> column.beside().isEmpty());
        if (known && !looksBack && isBounded(reach, first.get(0).first() != Series.NO_TIME)) {
            return new JudgedSeries(this, key, all, Cadence.UNMEASURED, reach, new BitSet(), () -> {});
        }
        return putAside(key, all);
    }

    private Iterator<ObservationBlock> putAside(SeriesKey key, Iterator<ObservationBlock> blocks) {
        HeldBlocks held = new HeldBlocks(scratch);
        StepMedian steps = new StepMedian();
        BitSet there = new BitSet();
        long rows = 0;
        while (blocks.hasNext()) {
            ObservationBlock block = blocks.next();
            held.add(BlockCodec.encode(block));
            steps.add(block.timeMicros(), block.size());
            look(block, there);
            rows += block.size();
        }
        Cadence cadence = steps.cadence(() -> new Mapped<>(held.read(), BlockCodec::times));
        Iterator<ObservationBlock> again = new Mapped<>(held.read(), BlockCodec::decode);
        Reach reach = reach(cadence);
        if (!looksBack && isBounded(reach, cadence.order() == Cadence.Order.ASCENDING)) {
            return new JudgedSeries(this, key, again, cadence, reach, there, held::close);
        }
        WholeSeries whole = new WholeSeries(this, key, Math.toIntExact(rows), again, there);
        return whole.judged(cadence, new Mapped<>(held.read(), BlockCodec::decode), held::close);
    }

    private List<ObservationBlock> whole(SeriesKey key, List<ObservationBlock> blocks, int rows) {
        BitSet there = new BitSet();
        blocks.forEach(block -> look(block, there));
        List<ObservationBlock> judged = new ArrayList<>(blocks.size());
        new WholeSeries(this, key, rows, blocks.iterator(), there)
                .judged(Cadence.UNMEASURED, blocks.iterator(), () -> {})
                .forEachRemaining(judged::add);
        return judged;
    }

    /** Finds out which numbers a series has. */
    private void look(ObservationBlock block, BitSet there) {
        for (int place = needed.nextSetBit(0); place >= 0; place = needed.nextSetBit(place + 1)) {
            if (!there.get(place)) {
                there.set(place, hasNumber(block.numbers()[place], block.size()));
            }
        }
    }

    private static boolean hasNumber(double[] numbers, int size) {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(numbers[i])) {
                return true;
            }
        }
        return false;
    }

    private Reach reach(Cadence cadence) {
        return columns.stream().map(column -> column.reach(cadence)).reduce(Reach.NONE, Reach::and);
    }

    /** Without a time for every observation, what lies within seconds of one is not known before all have come. */
    private static boolean isBounded(Reach reach, boolean timesKnown) {
        boolean noTime = reach.secondsBefore() == 0 && reach.secondsAfter() == 0;
        return reach.samplesBefore() < Integer.MAX_VALUE
                && reach.samplesAfter() < Integer.MAX_VALUE
                && (noTime
                        || (timesKnown
                                && Double.isFinite(reach.secondsBefore())
                                && Double.isFinite(reach.secondsAfter())));
    }

    /** Flags a part of a series, or all of it, in every column; tells of the tests that cannot run. */
    void flag(SeriesPart part, byte[][] flags, int[][] raised) {
        for (int i = 0; i < columns.size(); i++) {
            JudgedColumn column = columns.get(i);
            Series series = part.of(
                    column, Optional.ofNullable(before.get(column.column().column())));
            column.suite().flag(series, flags[i], raised[i]);
            if (part.isFirst()) {
                column.suite().unrun(series).forEach(test -> unrun.add(part.key(), column.column(), test));
            }
        }
    }

    /** Keeps a whole series for those that look back, without what it looked back at itself. */
    void remember(SeriesPart whole) {
        for (JudgedColumn column : columns) {
            if (column.suite().looksBack()) {
                Series series = whole.of(column, Optional.empty());
                Companions companions = series.companions();
                before.put(
                        column.column().column(),
                        series.with(new Companions(
                                companions.numbers(), companions.texts(), companions.traits(), Optional.empty())));
            }
        }
    }

    /** Returns arrays for the flags of some observations. */
    byte[][] flags(int size) {
        byte[][] flags = new byte[columns.size()][];
        Arrays.setAll(flags, column -> new byte[size]);
        return flags;
    }

    /** Returns arrays for the bits of tests of some observations. */
    int[][] raised(int size) {
        int[][] raised = new int[columns.size()][];
        Arrays.setAll(raised, column -> new int[size]);
        return raised;
    }
}
