package dev.shoal.source;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.types.StructType;

/**
 * A scan whose tasks answer with aggregates of their cells.
 *
 * @param cells that are read
 * @param sums that are reckoned
 */
record SumsScan(ArchiveScan cells, CellSums sums) implements Scan, Batch {

    /**
     * Makes the readers of tasks.
     *
     * @param cells readers of the cells
     * @param sums that are reckoned
     */
    private record Factory(PartitionReaderFactory cells, CellSums sums) implements PartitionReaderFactory {

        @Override
        public PartitionReader<InternalRow> createReader(InputPartition partition) {
            return new SumsReader(cells.createColumnarReader(partition), sums);
        }
    }

    @Override
    public StructType readSchema() {
        return sums.schema();
    }

    @Override
    public String description() {
        return cells.description() + ", pushed aggregates: " + sums.functions() + " by " + sums.keys();
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return cells.supportedCustomMetrics();
    }

    @Override
    public CustomTaskMetric[] reportDriverMetrics() {
        return cells.reportDriverMetrics();
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return cells.planInputPartitions();
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return new Factory(cells.createReaderFactory(), sums);
    }
}
