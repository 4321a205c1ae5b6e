package dev.shoal.weights;

import dev.shoal.netcdf.NetcdfWriter;
import java.io.IOException;
import java.util.Arrays;

/** A variable along one axis that is written from its first element to its last, a chunk at a time. */
final class LinkColumn {

    private final NetcdfWriter writer;
    private final String name;
    private final boolean whole;
    private final int[] numbers;
    private final double[] values;
    private int count;
    private long chunk;

    private LinkColumn(NetcdfWriter writer, String name, boolean whole) {
        this.writer = writer;
        this.name = name;
        this.whole = whole;
        int length = (int) writer.encoder(name).grid().chunk()[0];
        this.numbers = new int[whole ? length : 0];
        this.values = new double[whole ? 0 : length];
    }

    static LinkColumn ofNumbers(NetcdfWriter writer, String name) {
        return new LinkColumn(writer, name, true);
    }

    static LinkColumn ofValues(NetcdfWriter writer, String name) {
        return new LinkColumn(writer, name, false);
    }

    void add(int number) throws IOException {
        numbers[count++] = number;
        if (count == numbers.length) {
            end();
        }
    }

    void add(double value) throws IOException {
        values[count++] = value;
        if (count == values.length) {
            end();
        }
    }

    /** Writes what is left. */
    void end() throws IOException {
        if (count > 0) {
            Object part = whole ? Arrays.copyOf(numbers, count) : Arrays.copyOf(values, count);
            long[] index = new long[writer.encoder(name).grid().rank()];
            index[0] = chunk;
            writer.put(name, chunk, writer.encoder(name).encode(index, part));
            chunk++;
            count = 0;
        }
    }
}
