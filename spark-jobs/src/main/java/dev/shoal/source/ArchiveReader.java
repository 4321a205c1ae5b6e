package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.zarr.ArrayStores;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the pieces of a task one after the other, with one file open at a time. */
final class ArchiveReader implements PartitionReader<ColumnarBatch> {

    private final Iterator<ArchivePartition.Piece> pieces;
    private final RowKind rows;
    private final ScanRequest request;
    private final Configuration conf;
    private final Deque<Closeable> open = new ArrayDeque<>();
    private Optional<BatchReader> reader = Optional.empty();
    private long filesRead;
    private long rowsRead;
    private long valuesRead;

    ArchiveReader(ArchivePartition partition, RowKind rows, ScanRequest request, Configuration conf) {
        this.pieces = partition.pieces().iterator();
        this.rows = rows;
        this.request = request;
        this.conf = conf;
    }

    @Override
    public boolean next() throws IOException {
        while (reader.isEmpty() || !reader.get().next()) {
            close();
            if (!pieces.hasNext()) {
                return false;
            }
            reader = Optional.of(start(pieces.next()));
        }
        rowsRead += reader.get().batch().numRows();
        return true;
    }

    private BatchReader start(ArchivePartition.Piece piece) throws IOException {
        ArrayFile file = ArrayStores.open(piece.entry(), conf);
        open.push(file);
        filesRead++;
        BatchReader started = rows.open(file, CfDataset.of(file), request, piece);
        open.push(started);
        return started;
    }

    @Override
    public ColumnarBatch get() {
        return reader.orElseThrow().batch();
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        long values = valuesRead + reader.map(BatchReader::valuesRead).orElse(0L);
        return new CustomTaskMetric[] {
            ScanMetric.FILES.value(filesRead), ScanMetric.ROWS.value(rowsRead), ScanMetric.VALUES.value(values)
        };
    }

    @Override
    public void close() throws IOException {
        valuesRead += reader.map(BatchReader::valuesRead).orElse(0L);
        reader = Optional.empty();
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
