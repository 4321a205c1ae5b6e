package dev.shoal.cf.view;

import dev.shoal.cf.Packing;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.vertical.LayerColumns;
import dev.shoal.regrid.vertical.LayerQuantity;
import dev.shoal.regrid.vertical.LevelColumns;
import java.io.IOException;
import java.util.Arrays;

/**
 * A field on other levels. Columns are read whole, a bounded number of them at once, whatever is asked for.
 *
 * @param header of what comes out
 * @param source of what is read
 * @param axis of the levels in both
 * @param coordinate where the levels lie
 * @param choice where they are to lie
 */
record LeveledField(
        VariableHeader header, VariableHeader source, int axis, LevelCoordinate coordinate, LevelChoice choice)
        implements DerivedField {

    private static final int MOST_VALUES = 1 << 20;

    @Override
    public double[] values(ArrayFile file, Window window) throws IOException {
        double[] values = new double[Math.toIntExact(window.size())];
        int levels = (int) window.length(axis);
        int inner = length(window, axis + 1, window.rank());
        int outer = length(window, 0, axis);
        boolean single = axis + 1 == window.rank();
        int rows = single ? 1 : (int) window.length(axis + 1);
        int row = inner / rows;
        int slab = (int) Math.max(1, MOST_VALUES / Math.max(1, source.shape()[axis] * row));
        for (int place = 0; place < outer; place++) {
            for (int first = 0; first < rows; first += slab) {
                int end = Math.min(rows, first + slab);
                Window box = box(window, place, single ? -1 : first, end);
                double[] made = columns(file, box, (int) window.start(axis), levels, (end - first) * row);
                for (int level = 0; level < levels; level++) {
                    int to = (place * levels + level) * inner + first * row;
                    System.arraycopy(made, level * (end - first) * row, values, to, (end - first) * row);
                }
            }
        }
        return values;
    }

    /** Returns one place on the axes before the levels, all levels, and some rows. */
    private Window box(Window window, int place, int firstRow, int endRow) {
        long[] start = new long[window.rank()];
        long[] end = new long[window.rank()];
        int rest = place;
        for (int i = window.rank() - 1; i >= 0; i--) {
            start[i] = window.start(i);
            end[i] = window.end(i);
            if (i < axis) {
                start[i] += rest % window.length(i);
                end[i] = start[i] + 1;
                rest = (int) (rest / window.length(i));
            }
        }
        start[axis] = 0;
        end[axis] = source.shape()[axis];
        if (firstRow >= 0) {
            end[axis + 1] = start[axis + 1] + endRow;
            start[axis + 1] += firstRow;
        }
        return new Window(start, end);
    }

    private double[] columns(ArrayFile file, Window box, int firstLevel, int levels, int cells) throws IOException {
        double[] values = Packing.of(source).decode(file.read(source, box));
        double[] made = new double[levels * cells];
        double[] share = new double[levels * cells];
        double[] wanted =
                Arrays.copyOfRange(choice.levels(), firstLevel, firstLevel + levels + (choice.isOfLayers() ? 1 : 0));
        if (choice.isOfLayers()) {
            new LayerColumns(choice.scheme(), LayerQuantity.MEAN, wanted)
                    .apply(cells, coordinate.edges(file, source, box), values, made, share);
        } else {
            new LevelColumns(choice.scheme(), wanted)
                    .apply(cells, coordinate.at(file, source, box), values, made, share);
        }
        return made;
    }

    private static int length(Window window, int from, int to) {
        int length = 1;
        for (int i = from; i < to; i++) {
            length = Math.multiplyExact(length, (int) window.length(i));
        }
        return length;
    }
}
