package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Reads some chunks of a file, each once and one at a time. */
final class ChunkReader implements PartitionReader<InternalRow> {

    private final ArrayFile file;
    private final ChunkRequest request;
    private final List<ChunkRows> variables = new ArrayList<>();
    private final long end;
    private Optional<InternalRow> row = Optional.empty();
    private long next;
    private long rowsRead;
    private long valuesRead;

    private ChunkReader(ArrayFile file, ChunkPartition partition, ChunkRequest request) throws IOException {
        this.file = file;
        this.request = request;
        Optional<CfDataset> dataset = request.needsTimes() ? Optional.of(CfDataset.of(file)) : Optional.empty();
        long chunks = 0;
        for (VariableHeader variable : file.header().variables()) {
            if (request.variables().holds(variable.name())) {
                ChunkRows rows = new ChunkRows(
                        file.location(), variable, dataset.flatMap(found -> found.grid(variable.name())), request);
                variables.add(rows);
                chunks = Math.addExact(chunks, rows.count());
            }
        }
        this.next = partition.first(chunks);
        this.end = partition.end(chunks);
    }

    /** Opens the file of a task. */
    static ChunkReader open(ChunkPartition partition, ChunkRequest request, Configuration conf) throws IOException {
        ArrayFile file = ArrayStores.open(partition.entry(), conf);
        boolean opened = false;
        try {
            ChunkReader reader = new ChunkReader(file, partition, request);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    @Override
    public boolean next() throws IOException {
        row = Optional.empty();
        while (row.isEmpty() && next < end) {
            row = row(next++);
        }
        rowsRead += row.isPresent() ? 1 : 0;
        return row.isPresent();
    }

    private Optional<InternalRow> row(long number) throws IOException {
        long chunk = number;
        int at = 0;
        while (chunk >= variables.get(at).count()) {
            chunk -= variables.get(at).count();
            at++;
        }
        ChunkRows rows = variables.get(at);
        if (!rows.holds(chunk)) {
            return Optional.empty();
        }
        Object[] fields = new Object[request.columns().size()];
        for (int i = 0; i < fields.length; i++) {
            String name = request.columns().fields()[i].name();
            Optional<Object> value = name.equals("payload") ? payload(rows, chunk) : rows.field(name, chunk);
            value.ifPresent(new Put(fields, i)::value);
        }
        return Optional.of(new GenericInternalRow(fields));
    }

    /** Writes one field; a field that is not written is NULL. */
    private record Put(Object[] fields, int at) {
        void value(Object value) {
            fields[at] = value;
        }
    }

    private Optional<Object> payload(ChunkRows rows, long chunk) throws IOException {
        VariableHeader variable = rows.variable();
        if (variable.type().bytes() == 0) {
            return Optional.empty();
        }
        Window window = rows.window(chunk);
        rows.requireRoom();
        valuesRead += window.size();
        return Optional.of(ArrayBlock.bytes(file.read(variable, window).values(), ByteOrder.LITTLE_ENDIAN));
    }

    @Override
    public InternalRow get() {
        return row.orElseThrow();
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return new CustomTaskMetric[] {
            ScanMetric.FILES.value(1), ScanMetric.ROWS.value(rowsRead), ScanMetric.VALUES.value(valuesRead)
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
