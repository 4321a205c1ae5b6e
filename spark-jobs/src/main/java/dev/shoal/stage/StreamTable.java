package dev.shoal.stage;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What moves through a streaming query: blocks of observations, and what there is to say of files. */
final class StreamTable {

    /** What a row is. */
    enum Kind {
        /** What a scan found out about a file; where the dataset has no use for it, the reason in {@code note}. */
        FILE,
        /** Observations as they were read. */
        BLOCK,
        /** A file that could not be read to its end; the reason in {@code note}. */
        DAMAGED,
        /** Observations that are new, with their flags. */
        FRESH,
        /** Observations that came before and have other flags now; their numbers are not there. */
        CHANGED,
        /** Observations that came too late or have no time: {@code count} of the file {@code path}. */
        LATE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The columns: {@code kind} a {@link Kind}; those of {@link BlockTable#JUDGED}, null where the row is no block;
     * {@code path} of the file where the row is about one; {@code note}; {@code count}; {@code scan} as
     * {@link ScanStage#SCHEMA}.
     */
    static final StructType SCHEMA = new StructType()
            .add("kind", DataTypes.StringType, false)
            .add("platform", DataTypes.StringType, false)
            .add("series", DataTypes.StringType, false)
            .add("first", DataTypes.LongType, true)
            .add("block", DataTypes.BinaryType, true)
            .add("month", DataTypes.IntegerType, true)
            .add("cell", DataTypes.StringType, true)
            .add("path", DataTypes.StringType, true)
            .add("note", DataTypes.StringType, true)
            .add("count", DataTypes.LongType, true)
            .add("scan", ScanStage.SCHEMA, true);

    private static final int BLOCK = 4;

    private StreamTable() {}

    /** Returns the kind of a row. */
    static Kind kind(Row row) {
        return Kind.valueOf(row.getString(0).toUpperCase(Locale.ROOT));
    }

    /** Returns the block of a row. */
    static ObservationBlock block(Row row) {
        return BlockCodec.decode((byte[]) row.get(BLOCK));
    }

    /** Returns the row of a block as {@link BlockTable#RAW} has it. */
    static Row raw(Row block) {
        return row(
                Kind.BLOCK, block.get(0), block.get(1), block.get(2), block.get(3), null, null, null, null, null, null);
    }

    /** Returns the row of a block as {@link BlockTable#JUDGED} has it. */
    static Row judged(Kind kind, Row block) {
        return row(
                kind,
                block.get(0),
                block.get(1),
                block.get(2),
                block.get(3),
                block.get(4),
                block.get(5),
                null,
                null,
                null,
                null);
    }

    /** Returns the row of a file that was scanned. */
    static Row file(String path, @Nullable String refusal, Row scan) {
        return row(Kind.FILE, "", path, null, null, null, null, path, refusal, null, scan);
    }

    /** Returns the row of a file that turned out damaged. */
    static Row damaged(String path, String reason) {
        return row(Kind.DAMAGED, "", path, null, null, null, null, path, reason, null, null);
    }

    /** Returns the row of a file with observations that cannot be judged any more. */
    static Row late(SeriesKey key, String path, long count) {
        return row(Kind.LATE, key.platform(), key.series(), null, null, null, null, path, null, count, null);
    }

    private static Row row(Kind kind, @Nullable Object... rest) {
        @Nullable Object[] values = new @Nullable Object[rest.length + 1];
        values[0] = kind.word();
        System.arraycopy(rest, 0, values, 1, rest.length);
        return RowFactory.create(values);
    }

    /** Returns the rows of a kind. */
    static Dataset<Row> of(Dataset<Row> rows, Kind kind) {
        return rows.where(col("kind").equalTo(kind.word()));
    }

    /** Returns the judged blocks of a kind, in the columns of {@link BlockTable#JUDGED}. */
    static Dataset<Row> judged(Dataset<Row> rows, Kind kind) {
        return of(rows, kind)
                .select(Arrays.stream(BlockTable.JUDGED.fieldNames())
                        .map(functions::col)
                        .toArray(Column[]::new));
    }
}
