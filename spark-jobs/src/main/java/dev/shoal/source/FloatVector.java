package dev.shoal.source;

import org.apache.spark.sql.types.DataType;

/** Shows floats, as floats or as doubles; NaN is NULL. */
final class FloatVector extends CellVector implements Tallied {

    private float[] values = new float[0];
    private int start;

    FloatVector(DataType type) {
        super(type);
    }

    /**
     * Shows other numbers.
     *
     * @param shown not copied
     * @param first place of the first row among them
     * @param count rows
     */
    void show(float[] shown, int first, int count) {
        this.values = shown;
        this.start = first;
        rows(count);
    }

    @Override
    public boolean isNullAt(int row) {
        return Float.isNaN(values[start + row]);
    }

    @Override
    public float getFloat(int row) {
        return values[start + row];
    }

    @Override
    public double getDouble(int row) {
        return values[start + row];
    }

    @Override
    public void add(int from, int to, Tally tally) {
        tally.add(values, start + from, start + to);
    }

    @Override
    public void extend(int from, int to, Tally tally) {
        tally.extend(values, start + from, start + to);
    }

    @Override
    public void close() {
        super.close();
        values = new float[0];
    }
}
