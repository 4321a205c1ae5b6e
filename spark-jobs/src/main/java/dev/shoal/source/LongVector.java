package dev.shoal.source;

import dev.shoal.cf.TimeUnits;
import org.apache.spark.sql.types.DataType;

/** Shows times or places; {@link TimeUnits#MISSING} is NULL. */
final class LongVector extends CellVector {

    private long[] values = new long[0];
    private int start;

    LongVector(DataType type) {
        super(type);
    }

    /**
     * Shows other numbers.
     *
     * @param shown not copied
     * @param first place of the first row among them
     * @param count rows
     */
    void show(long[] shown, int first, int count) {
        this.values = shown;
        this.start = first;
        rows(count);
    }

    @Override
    public boolean isNullAt(int row) {
        return values[start + row] == TimeUnits.MISSING;
    }

    @Override
    public long getLong(int row) {
        return values[start + row];
    }

    @Override
    public void close() {
        super.close();
        values = new long[0];
    }
}
