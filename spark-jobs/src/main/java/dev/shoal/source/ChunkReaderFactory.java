package dev.shoal.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the readers of tasks.
 *
 * @param request of the query
 * @param conf of the file systems, read once in every process
 */
record ChunkReaderFactory(ChunkRequest request, Broadcast<SerializableConfiguration> conf)
        implements PartitionReaderFactory {

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        try {
            return ChunkReader.open(
                    (ChunkPartition) partition, request, conf.value().value());
        } catch (IOException error) {
            throw new UncheckedIOException(String.valueOf(error.getMessage()), error);
        }
    }
}
