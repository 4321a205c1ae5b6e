package dev.shoal.cf.view;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.util.Arrays;

/**
 * Numbers that are known before a file is read: levels, and their bounds.
 *
 * @param header of rank 1 or 2
 * @param numbers row-major, of its shape; owned
 */
record KnownNumbers(VariableHeader header, double[] numbers) implements DerivedField {

    @Override
    public double[] values(ArrayFile file, Window window) {
        if (window.rank() == 1) {
            return Arrays.copyOfRange(numbers, (int) window.start(0), (int) window.end(0));
        }
        int width = (int) header.shape()[1];
        int columns = (int) window.length(1);
        double[] values = new double[Math.toIntExact(window.size())];
        for (int i = 0; i < values.length; i++) {
            int row = (int) window.start(0) + i / columns;
            values[i] = numbers[row * width + (int) window.start(1) + i % columns];
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KnownNumbers that
                && header.name().equals(that.header.name())
                && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * header.name().hashCode() + Arrays.hashCode(numbers);
    }
}
