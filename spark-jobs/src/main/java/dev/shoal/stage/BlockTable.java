package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;

import dev.shoal.qc.Series;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Blocks of observations as rows of data frames, a block in each. */
final class BlockTable {

    /**
     * Blocks as they are read: {@code platform} and {@code series}; {@code first} the first time in microseconds since
     * 1970 UTC, null for observations without one; {@code block} as {@link BlockCodec} writes it.
     */
    static final StructType RAW = new StructType()
            .add("platform", DataTypes.StringType, false)
            .add("series", DataTypes.StringType, false)
            .add("first", DataTypes.LongType, true)
            .add("block", DataTypes.BinaryType, false);

    /**
     * Blocks as they are judged: those of {@link #RAW}, {@code month} since 1970 and {@code cell} as in
     * {@link ObservationTable}, the same for all observations of a block.
     */
    static final StructType JUDGED =
            RAW.add("month", DataTypes.IntegerType, true).add("cell", DataTypes.StringType, false);

    private static final int BLOCK = 3;
    private static final int CELL = 5;

    private BlockTable() {}

    /** Returns which series a block belongs to. */
    static SeriesKey key(Row row) {
        return new SeriesKey(row.getString(0), row.getString(1));
    }

    /** Tells whether a block belongs to a series. */
    static boolean isOf(SeriesKey key, Row row) {
        return key.is(row.getString(0), row.getString(1));
    }

    /** Returns the block. */
    static ObservationBlock block(Row row) {
        return BlockCodec.decode((byte[]) row.get(BLOCK));
    }

    /** Returns the cell of a judged block. */
    static String cell(Row row) {
        return row.getString(CELL);
    }

    /** Returns the row of a block. */
    static Row raw(SeriesKey key, ObservationBlock block) {
        return RowFactory.create(key.platform(), key.series(), first(block), BlockCodec.encode(block));
    }

    /**
     * Brings judged blocks into the table's partitions, and within one into the order in which rows are written.
     *
     * @param judged in the columns of {@link #JUDGED}
     */
    static Dataset<Row> byPartition(Dataset<Row> judged) {
        return judged.repartition(col("month"), col("cell"))
                .sortWithinPartitions("month", "cell", "platform", "series", "first");
    }

    private static @Nullable Object first(ObservationBlock block) {
        return block.first() == Series.NO_TIME ? null : (Object) block.first();
    }
}
