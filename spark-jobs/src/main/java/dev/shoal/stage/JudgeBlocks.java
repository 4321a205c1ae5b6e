package dev.shoal.stage;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;

/** Judges the series of a partition, each of which comes in blocks one behind the other. */
final class JudgeBlocks implements MapPartitionsFunction<Row, Row> {

    private static final long serialVersionUID = 1;

    private final ObservationTable table;
    private final Broadcast<BesideFields> fields;
    private final UnrunCounts unrun;

    /**
     * Makes the function.
     *
     * @param fields that the tests look at
     * @param unrun counts the tests that could not run
     */
    JudgeBlocks(ObservationTable table, Broadcast<BesideFields> fields, UnrunCounts unrun) {
        this.table = table;
        this.fields = fields;
        this.unrun = unrun;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> blocks) {
        SeriesJudge judge = new SeriesJudge(
                table,
                fields.value(),
                JudgeBlocks::scratch,
                (key, column, test) -> unrun.add(new UnrunCounts.Kind(
                        key.platform(), key.series(), column.column(), test.test(), test.reason())));
        return new JudgedPartition(new PeekingIterator<>(blocks), judge);
    }

    /** Returns a file on Spark's local disks that goes with the task at the latest. */
    private static File scratch() {
        File file = SparkEnv.get()
                .blockManager()
                .diskBlockManager()
                .createTempLocalBlock()
                ._2();
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> delete(file));
        return file;
    }

    private static void delete(File file) {
        try {
            Files.deleteIfExists(file.toPath());
        } catch (IOException error) {
            throw new UncheckedIOException("Cannot delete the scratch file '" + file + "'.", error);
        }
    }

    /** The judged blocks of a partition. */
    private static final class JudgedPartition implements Iterator<Row> {
        private final PeekingIterator<Row> blocks;
        private final SeriesJudge judge;
        private Iterator<Row> current = Collections.emptyIterator();

        JudgedPartition(PeekingIterator<Row> blocks, SeriesJudge judge) {
            this.blocks = blocks;
            this.judge = judge;
        }

        @Override
        public boolean hasNext() {
            while (!current.hasNext() && blocks.hasNext()) {
                SeriesKey key = BlockTable.key(blocks.peek());
                current = new CutBlocks(key, judge.judge(key, new BlockMerge(new SeriesBlocks(blocks, key))));
            }
            return current.hasNext();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }

    /**
     * The blocks of one series at the head of many.
     *
     * @param blocks in order of the series
     * @param key of the series
     */
    private record SeriesBlocks(PeekingIterator<Row> blocks, SeriesKey key) implements Iterator<ObservationBlock> {

        @Override
        public boolean hasNext() {
            return blocks.hasNext() && BlockTable.isOf(key, blocks.peek());
        }

        @Override
        public ObservationBlock next() {
            return BlockTable.block(blocks.next());
        }
    }
}
