package dev.shoal.stage;

import dev.shoal.qc.OpenSample;
import dev.shoal.qc.OpenSeries;
import dev.shoal.qc.QcSuite;
import dev.shoal.qc.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsWithStateFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.GroupState;
import scala.Tuple3;

/**
 * Judges what has come of one series, and again what came before and can still change. Rows that are no observations
 * pass.
 *
 * @param suites tests of the columns
 * @param delayMicros how much older than the newest observation of its series one may be when it comes
 * @param unrun counts the tests that could not run
 */
record StreamJudge(ObservationTable table, StreamSuites suites, long delayMicros, UnrunCounts unrun)
        implements FlatMapGroupsWithStateFunction<Tuple3<String, String, String>, Row, byte[], Row> {

    @Override
    public Iterator<Row> call(Tuple3<String, String, String> group, Iterator<Row> rows, GroupState<byte[]> state) {
        if (!group._1().equals(StreamTable.Kind.BLOCK.word())) {
            return rows;
        }
        SeriesKey key = new SeriesKey(group._2(), group._3());
        OpenSeries series = new OpenSeries(
                suites.of(key.platform()),
                key.platform(),
                state.exists() ? StreamState.decode(state.get()) : OpenSeries.State.NONE);
        List<ObservationBlock> blocks = blocks(rows);
        List<OpenSample> samples = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        for (ObservationBlock block : blocks) {
            for (int i = 0; i < block.size(); i++) {
                samples.add(suites.sample(block, i));
            }
            newest = Math.max(newest, block.last());
        }
        long horizon = newest == Series.NO_TIME ? Long.MIN_VALUE : newest - delayMicros;
        OpenSeries.Portion portion = series.add(samples, horizon);
        state.update(StreamState.encode(series.state()));
        count(key, series);
        return told(key, blocks, portion);
    }

    /** Returns the blocks of one series in one order. */
    private static List<ObservationBlock> blocks(Iterator<Row> rows) {
        List<ObservationBlock> blocks = new ArrayList<>();
        rows.forEachRemaining(row -> blocks.add(StreamTable.block(row)));
        blocks.sort(Comparator.comparingLong(ObservationBlock::first));
        List<ObservationBlock> ordered = new ArrayList<>();
        new BlockMerge(blocks.iterator()).forEachRemaining(ordered::add);
        return ordered;
    }

    private void count(SeriesKey key, OpenSeries series) {
        for (int data = 0; data < table.data().size(); data++) {
            for (QcSuite.Unrun test : series.unrun(data)) {
                unrun.add(new UnrunCounts.Kind(
                        key.platform(), key.series(), table.data().get(data).column(), test.test(), test.reason()));
            }
        }
    }

    private Iterator<Row> told(SeriesKey key, List<ObservationBlock> blocks, OpenSeries.Portion portion) {
        StreamFlags flags = new StreamFlags(portion.changed(), table.data().size());
        List<ObservationBlock> fresh = new ArrayList<>();
        blocks.forEach(block -> flags.flagged(block).ifPresent(fresh::add));
        List<OpenSample> earlier = flags.earlier();
        List<ObservationBlock> changed = earlier.isEmpty()
                ? Collections.emptyList()
                : List.of(StreamFlags.withoutNumbers(StreamState.block(earlier), table.numbers()));
        Map<String, Long> late = new TreeMap<>();
        portion.late().forEach(sample -> late.merge(sample.source(), 1L, Long::sum));
        List<Row> told = new ArrayList<>();
        late.forEach((path, count) -> told.add(StreamTable.late(key, path, count)));
        return new Chained<>(
                told.iterator(),
                new Chained<>(rows(StreamTable.Kind.FRESH, key, fresh), rows(StreamTable.Kind.CHANGED, key, changed)));
    }

    private static Iterator<Row> rows(StreamTable.Kind kind, SeriesKey key, List<ObservationBlock> blocks) {
        return new Mapped<>(new CutBlocks(key, blocks.iterator()), block -> StreamTable.judged(kind, block));
    }
}
