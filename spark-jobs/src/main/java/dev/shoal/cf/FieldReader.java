package dev.shoal.cf;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.FieldLayout;
import dev.shoal.plan.Window;
import java.io.IOException;

/**
 * Reads pieces of one field of one open file, decoded and in the order time, vertical, y, x whatever the stored order
 * is. For one thread.
 */
public final class FieldReader {

    private final ArrayFile file;
    private final VariableHeader header;
    private final FieldLayout layout;
    private final Packing packing;
    private double[] decoded = new double[0];

    /**
     * Makes a reader of a variable of an open file, which it does not close.
     *
     * @throws UnreadableException where the file has no such variable
     */
    public FieldReader(ArrayFile file, String variable, FieldLayout layout) throws UnreadableException {
        this.file = file;
        this.layout = layout;
        this.header = file.header()
                .variable(variable)
                .orElseThrow(() -> new UnreadableException("Cannot read variable '" + variable + "' of "
                        + file.location() + ": the file changed since it was planned. Run again."));
        this.packing = Packing.of(header);
    }

    /**
     * Reads a box.
     *
     * @param steps range of steps
     * @param levels range of levels
     * @param rows range of rows
     * @param columns range of columns
     * @param out shape {@code (steps, levels, rows, columns)}; NaN is missing
     * @throws UnreadableException where the file is damaged
     * @throws IOException where the storage fails
     */
    public void read(Window steps, Window levels, Window rows, Window columns, double[] out) throws IOException {
        Window window = layout.window(steps, levels, rows, columns);
        ArrayBlock raw = file.read(header, window);
        int size = raw.size();
        if (inOrder(window)) {
            packing.decode(raw, out);
            return;
        }
        if (decoded.length < size) {
            decoded = new double[size];
        }
        packing.decode(raw, decoded);
        reorder(window, steps, levels, rows, columns, out);
    }

    /** Reads a box as floats: the same values, those of a wider type rounded. */
    public void read(Window steps, Window levels, Window rows, Window columns, float[] out) throws IOException {
        Window window = layout.window(steps, levels, rows, columns);
        if (inOrder(window)) {
            packing.decode(file.read(header, window), out);
            return;
        }
        double[] wide = new double[Math.toIntExact(window.size())];
        read(steps, levels, rows, columns, wide);
        for (int i = 0; i < wide.length; i++) {
            out[i] = (float) wide[i];
        }
    }

    /** Tells whether the stored order of a box is that of time, vertical, y, x; axes of length 1 stand anywhere. */
    private boolean inOrder(Window window) {
        int last = -1;
        for (int axis : new int[] {layout.time(), layout.vertical(), layout.y(), layout.x()}) {
            if (axis >= 0 && window.length(axis) > 1) {
                if (axis < last) {
                    return false;
                }
                last = axis;
            }
        }
        return true;
    }

    private void reorder(Window window, Window steps, Window levels, Window rows, Window columns, double[] out) {
        int[] stride = layout.strides(window.shape());
        int at = 0;
        for (int t = 0; t < steps.length(0); t++) {
            for (int z = 0; z < levels.length(0); z++) {
                for (int y = 0; y < rows.length(0); y++) {
                    int from = t * stride[0] + z * stride[1] + y * stride[2];
                    for (int x = 0; x < columns.length(0); x++) {
                        out[at++] = decoded[from + x * stride[3]];
                    }
                }
            }
        }
    }
}
