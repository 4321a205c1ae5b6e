package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservationReader;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.qc.Series;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one file as rows of {@link ObservationTable#readSchema}, read batch by batch. A file whose bytes
 * turn out to be damaged ends there, and the damage is told.
 */
final class ObservationRows implements Iterator<Row>, AutoCloseable {

    /** Who is told of a file that cannot be read to its end. */
    @FunctionalInterface
    interface Damage {
        /** Takes up the file and the reason. */
        void found(String path, String reason);
    }

    private final ObservationTable table;
    private final String path;
    private final Damage damage;
    private final ObservationReader reader;
    private final SourceChunks chunks;
    private final int[] sources;
    private List<Row> rows = List.of();
    private int at;
    private boolean ended;

    ObservationRows(String path, ObservationTable table, Configuration conf, Damage damage) throws IOException {
        this.path = path;
        this.table = table;
        this.damage = damage;
        ArrayFile file = ArrayStores.open(path, conf);
        CfDataset cf = CfDataset.of(file);
        ObservationLayout layout = cf.observations()
                .orElseThrow(() -> new UnreadableException(
                        "Cannot read '" + path + "': it changed since it was scanned. Run again."));
        this.reader = ObservationReader.open(file, cf);
        this.chunks = SourceChunks.of(layout);
        this.sources = sources(layout.variables());
    }

    /** Returns for each column of the table the position among the file's variables, or -1. */
    private int[] sources(List<ObservedVariable> variables) {
        Map<String, Integer> position = new HashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            position.put(variables.get(i).column(), i);
        }
        return table.columns().stream()
                .mapToInt(column -> position.getOrDefault(column.column(), -1))
                .toArray();
    }

    @Override
    public boolean hasNext() {
        while (at == rows.size() && !ended) {
            load();
        }
        return at < rows.size();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.get(at++);
    }

    private void load() {
        try {
            at = 0;
            ended = !reader.next();
            rows = ended ? List.of() : rows(reader.batch());
        } catch (UnreadableException error) {
            ended = true;
            rows = List.of();
            damage.found(path, String.valueOf(error.getMessage()));
        } catch (IOException error) {
            throw StageException.store(path, error);
        }
    }

    private List<Row> rows(ObservationBatch batch) {
        List<Row> made = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) {
            made.add(row(batch, i));
        }
        return made;
    }

    private Row row(ObservationBatch batch, int i) {
        @Nullable Object[] fields = new @Nullable Object[sources.length + 9];
        fields[0] = batch.platform()[i];
        fields[1] = batch.series()[i];
        fields[2] = batch.timeMicros()[i] == Series.NO_TIME ? null : (Object) batch.timeMicros()[i];
        fields[3] = number(batch.lat()[i]);
        fields[4] = number(batch.lon()[i]);
        fields[5] = number(batch.depthMetres()[i]);
        for (int column = 0; column < sources.length; column++) {
            Object value = sources[column] < 0 ? null : number(batch.values()[sources[column]][i]);
            boolean flag = table.columns().get(column).flag();
            fields[6 + column] = flag && value != null ? (Object) ((Double) value).intValue() : value;
        }
        fields[sources.length + 6] = path;
        fields[sources.length + 7] = batch.index()[i];
        fields[sources.length + 8] = chunks.of(batch.index()[i]);
        return RowFactory.create(fields);
    }

    private static @Nullable Object number(double value) {
        return Double.isNaN(value) ? null : (Object) value;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
