package dev.shoal.stage;

import dev.shoal.spec.SourceSpec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Looks at files that have come, and reads those that fit. Of each file comes one row, of one that fits the blocks of
 * its observations too.
 *
 * @param table the columns of the dataset
 * @param source which variables are taken
 * @param dataset its name
 * @param run id of the run
 * @param nowMicros time of the run, microseconds since 1970 UTC
 * @param conf of the file systems
 * @param done counts the files that were opened
 */
record StreamFiles(
        ObservationTable table,
        SourceSpec source,
        String dataset,
        String run,
        long nowMicros,
        Broadcast<SerializableConfiguration> conf,
        LongAccumulator done)
        implements MapPartitionsFunction<Row, Row> {

    @Override
    public Iterator<Row> call(Iterator<Row> files) {
        FileScan scan = new FileScan(run, nowMicros, conf.value().value());
        StreamFit fit = new StreamFit(table, source, dataset);
        List<Row> looked = new ArrayList<>();
        List<String> fitting = new ArrayList<>();
        while (files.hasNext()) {
            Row row = scan.row(entry(files.next()));
            Optional<String> refusal = fit.refusal(row);
            if (refusal.isEmpty() && ScanStage.description(row).isPresent()) {
                fitting.add(row.getString(0));
            }
            looked.add(StreamTable.file(row.getString(0), refusal.orElse(null), row));
        }
        return new Chained<>(looked.iterator(), blocks(fitting));
    }

    private static FileEntry entry(Row file) {
        return new FileEntry(new Path(file.getString(0)).toString(), file.getLong(1), file.getLong(2));
    }

    /** Returns the blocks of files, and behind them what is to say of those that turned out damaged. */
    private Iterator<Row> blocks(List<String> files) {
        List<Row> damaged = new ArrayList<>();
        Configuration storage = conf.value().value();
        BlockPacker packer = new BlockPacker(
                table.numbers(),
                new FileFeed(
                        files.iterator(),
                        table,
                        storage,
                        done,
                        (path, reason) -> damaged.add(StreamTable.damaged(path, reason))));
        return new Chained<>(new Mapped<>(packer, StreamTable::raw), new Gathered<>(damaged));
    }

    /** The elements of a list that is filled by the time its first is asked for. */
    private static final class Gathered<T> implements Iterator<T> {
        private final List<T> elements;
        private int at;

        Gathered(List<T> elements) {
            this.elements = elements;
        }

        @Override
        public boolean hasNext() {
            return at < elements.size();
        }

        @Override
        public T next() {
            return elements.get(at++);
        }
    }
}
