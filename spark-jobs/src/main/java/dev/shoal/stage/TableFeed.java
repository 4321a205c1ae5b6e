package dev.shoal.stage;

import dev.shoal.qc.Series;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Observations out of a table, in the columns of {@link ObservationTable#readNames}. */
final class TableFeed implements BlockPacker.Feed {

    private static final int TIME = 2;
    private static final int FIRST_NUMBER = 3;
    private static final int ROWS = 1024;

    private final Iterator<InternalRow> rows;
    private final int firstProvided;
    private final int file;
    private final KnownText platform = new KnownText();
    private final KnownText series = new KnownText();
    private final KnownText sourceFile = new KnownText();

    TableFeed(Iterator<InternalRow> rows, ObservationTable table) {
        this.rows = rows;
        this.file = FIRST_NUMBER + table.numbers();
        this.firstProvided = file - table.flags().size();
    }

    @Override
    public boolean into(BlockPacker packer) {
        for (int i = 0; i < ROWS && rows.hasNext(); i++) {
            add(rows.next(), packer);
        }
        return rows.hasNext();
    }

    private void add(InternalRow row, BlockPacker packer) {
        BlockBuilder builder = packer.of(platform.of(row.getUTF8String(0)), series.of(row.getUTF8String(1)));
        int place = builder.next(
                row.isNullAt(TIME) ? Series.NO_TIME : row.getLong(TIME),
                sourceFile.of(row.getUTF8String(file)),
                row.getLong(file + 1),
                row.getLong(file + 2));
        for (int field = FIRST_NUMBER; field < firstProvided; field++) {
            builder.set(field - FIRST_NUMBER, place, row.isNullAt(field) ? Double.NaN : row.getDouble(field));
        }
        for (int field = firstProvided; field < file; field++) {
            builder.set(field - FIRST_NUMBER, place, row.isNullAt(field) ? Double.NaN : row.getInt(field));
        }
        packer.added(1);
    }

    /** A text that mostly is the same as that of the row before. */
    private static final class KnownText {
        private UTF8String bytes = UTF8String.EMPTY_UTF8;
        private String text = "";

        String of(UTF8String next) {
            if (!bytes.equals(next)) {
                bytes = next.clone();
                text = next.toString();
            }
            return text;
        }
    }
}
