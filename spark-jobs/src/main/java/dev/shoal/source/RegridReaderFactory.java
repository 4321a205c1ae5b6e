package dev.shoal.source;

import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the readers of tasks.
 *
 * @param work of the query
 * @param conf of the file systems, read once in every process
 */
record RegridReaderFactory(Broadcast<RegridWork> work, Broadcast<SerializableConfiguration> conf)
        implements PartitionReaderFactory {

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("Rows come in columnar batches.");
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        return new RegridReader(
                (RegridPartition) partition, work.value(), conf.value().value());
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }
}
