package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationLayout;
import dev.shoal.cf.ObservationReader;
import dev.shoal.cf.ObservedVariable;
import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the observations of a file, cut into batches of rows. */
final class ObservationBatches implements BatchReader {

    private final ObservationReader reader;
    private final List<ObservedVariable> variables;
    private final ObservationChunks chunks;
    private final ScanRequest request;
    private final BatchColumns columns;
    private Optional<ObservationBatch> read = Optional.empty();
    private int passed;
    private long valuesRead;

    ObservationBatches(ArrayFile file, CfDataset dataset, ObservationLayout layout, ScanRequest request) {
        this.reader = ObservationReader.open(file, dataset, new WantedObservations(request));
        this.chunks = new ObservationChunks(layout);
        this.variables = layout.variables();
        this.request = request;
        this.columns = new BatchColumns(request.columns(), file.location());
    }

    @Override
    public boolean next() throws IOException {
        while (read.isEmpty() || passed == read.get().size()) {
            if (!reader.next()) {
                return false;
            }
            read = Optional.of(reader.batch());
            passed = 0;
            valuesRead += (long) reader.batch().size() * request.variables().size();
        }
        ObservationBatch batch = read.get();
        int count = Math.min(ScanRequest.BATCH_ROWS, batch.size() - passed);
        for (int column = 0; column < request.columns().size(); column++) {
            SourceColumn wanted = request.columns().get(column);
            if (wanted.role() != ColumnRole.FILE) {
                fill(batch, wanted, count, columns.start(column));
            }
        }
        columns.rows(count);
        passed += count;
        return true;
    }

    private void fill(ObservationBatch batch, SourceColumn column, int count, WritableColumnVector out) {
        switch (column.role()) {
            case PLATFORM -> texts(batch.platform(), count, out);
            case SERIES -> texts(batch.series(), count, out);
            case TIME -> times(batch.timeMicros(), count, out);
            case LAT -> numbers(batch.lat(), count, out);
            case LON -> numbers(batch.lon(), count, out);
            case DEPTH -> numbers(batch.depthMetres(), count, out);
            case INDEX, OFFSET -> out.putLongs(0, count, batch.index(), passed);
            case CHUNK -> out.putLongs(0, count, chunks.of(batch.index()), passed);
            case VARIABLE -> {
                int variable = index(column);
                if (variable < variables.size()) {
                    numbers(batch.values()[variable], count, out);
                } else {
                    out.putNulls(0, count);
                }
            }
            default -> throw new IllegalArgumentException("Column " + column.name() + " is not of observations.");
        }
    }

    /** Returns which of the file's variables a column has; one past the last where the file lacks it. */
    private int index(SourceColumn column) {
        int index = 0;
        while (index < variables.size() && !variables.get(index).column().equals(column.name())) {
            index++;
        }
        return index;
    }

    private void texts(String[] values, int count, WritableColumnVector out) {
        for (int row = 0; row < count; row++) {
            out.putByteArray(row, values[passed + row].getBytes(StandardCharsets.UTF_8));
        }
    }

    private void times(long[] values, int count, WritableColumnVector out) {
        for (int row = 0; row < count; row++) {
            if (values[passed + row] == TimeUnits.MISSING) {
                out.putNull(row);
            } else {
                out.putLong(row, values[passed + row]);
            }
        }
    }

    private void numbers(double[] values, int count, WritableColumnVector out) {
        for (int row = 0; row < count; row++) {
            if (Double.isNaN(values[passed + row])) {
                out.putNull(row);
            } else {
                out.putDouble(row, values[passed + row]);
            }
        }
    }

    @Override
    public ColumnarBatch batch() {
        return columns.batch();
    }

    @Override
    public long valuesRead() {
        return valuesRead;
    }

    @Override
    public void close() throws IOException {
        columns.close();
        reader.close();
    }
}
