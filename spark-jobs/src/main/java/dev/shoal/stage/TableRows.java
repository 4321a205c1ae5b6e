package dev.shoal.stage;

import dev.shoal.qc.Series;
import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.SpecificInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The observations of judged blocks as rows of the table; each time the same object, changed. */
final class TableRows implements Iterator<InternalRow> {

    private static final int PLATFORM = 1;
    private static final int SERIES = 2;
    private static final int TIME = 3;
    private static final int FIRST_NUMBER = 4;
    private static final int FIRST_COLUMN = FIRST_NUMBER + ObservationBlock.FIRST_COLUMN;
    private static final int COLUMN_FIELDS = 3;

    private final Iterator<Row> blocks;
    private final SpecificInternalRow row;
    private final int data;
    private final int worst;
    private ObservationBlock block;
    private UTF8String[] files = {};
    private int at;

    /**
     * Makes the rows.
     *
     * @param blocks in the columns of {@link BlockTable#JUDGED}
     */
    TableRows(ObservationTable table, String dataset, String run, Iterator<Row> blocks) {
        this.blocks = blocks;
        this.row = new SpecificInternalRow(table.schema());
        this.data = table.data().size();
        this.worst = FIRST_COLUMN + COLUMN_FIELDS * data + table.flags().size();
        this.block = new BlockBuilder(table.numbers()).build();
        row.update(0, UTF8String.fromString(dataset));
        row.update(row.numFields() - 1, UTF8String.fromString(run));
    }

    @Override
    public boolean hasNext() {
        return at < block.size() || blocks.hasNext();
    }

    @Override
    public InternalRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (at == block.size()) {
            open(blocks.next());
        }
        set(at++);
        return row;
    }

    private void open(Row next) {
        block = BlockTable.block(next);
        at = 0;
        row.update(PLATFORM, UTF8String.fromString(BlockTable.key(next).platform()));
        row.update(SERIES, UTF8String.fromString(BlockTable.key(next).series()));
        row.update(worst + 1, UTF8String.fromString(BlockTable.cell(next)));
        files = Arrays.stream(block.files()).map(UTF8String::fromString).toArray(UTF8String[]::new);
        row.update(worst + 2, files[0]);
    }

    private void set(int i) {
        if (block.timeMicros()[i] == Series.NO_TIME) {
            row.setNullAt(TIME);
        } else {
            row.setLong(TIME, block.timeMicros()[i]);
        }
        for (int number = 0; number < ObservationBlock.FIRST_COLUMN; number++) {
            set(FIRST_NUMBER + number, block.numbers()[number][i]);
        }
        byte flag = QcFlag.MISSING;
        int field = FIRST_COLUMN;
        for (int column = 0; column < data; column++) {
            byte own = block.flags()[column][i];
            flag = own == flag ? flag : QcFlag.worse(own, flag);
            set(field, block.numbers()[ObservationBlock.FIRST_COLUMN + column][i]);
            row.setInt(field + 1, own);
            row.setInt(field + 2, block.raised()[column][i]);
            field += COLUMN_FIELDS;
        }
        setProvided(field, i);
        row.setInt(worst, flag);
        if (files.length > 1) {
            row.update(worst + 2, files[block.file()[i]]);
        }
        row.setLong(worst + 3, block.index()[i]);
        row.setLong(worst + 4, block.chunk()[i]);
    }

    private void setProvided(int first, int i) {
        for (int field = first; field < worst; field++) {
            double flag = block.numbers()[ObservationBlock.FIRST_COLUMN + data + field - first][i];
            if (Double.isNaN(flag)) {
                row.setNullAt(field);
            } else {
                row.setInt(field, (int) flag);
            }
        }
    }

    private void set(int field, double number) {
        if (Double.isNaN(number)) {
            row.setNullAt(field);
        } else {
            row.setDouble(field, number);
        }
    }
}
