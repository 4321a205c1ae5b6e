package dev.shoal.source;

import org.apache.spark.sql.types.DataType;

/** Shows doubles, as doubles or as a narrower type that holds every one of them; NaN is NULL. */
final class DoubleVector extends CellVector implements Tallied {

    private double[] values = new double[0];
    private int start;

    DoubleVector(DataType type) {
        super(type);
    }

    /**
     * Shows other numbers.
     *
     * @param shown not copied
     * @param first place of the first row among them
     * @param count rows
     */
    void show(double[] shown, int first, int count) {
        this.values = shown;
        this.start = first;
        rows(count);
    }

    @Override
    public boolean isNullAt(int row) {
        return Double.isNaN(values[start + row]);
    }

    @Override
    public double getDouble(int row) {
        return values[start + row];
    }

    @Override
    public float getFloat(int row) {
        return (float) values[start + row];
    }

    @Override
    public long getLong(int row) {
        return (long) values[start + row];
    }

    @Override
    public byte getByte(int row) {
        return (byte) values[start + row];
    }

    @Override
    public short getShort(int row) {
        return (short) values[start + row];
    }

    @Override
    public int getInt(int row) {
        return (int) values[start + row];
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
        values = new double[0];
    }
}
