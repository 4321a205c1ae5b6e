package dev.shoal.bench;

import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weights and fields as {@code regrid_apply.c} takes them.
 *
 * @param cells of the source
 * @param start of each row and end of the last
 * @param column source cells
 * @param weight as many, rounded to single precision
 * @param values fields, one after the other
 * @param fields how many
 */
record RegridCase(int cells, int[] start, int[] column, float[] weight, float[] values, int fields) {

    static RegridCase of(Weights weights, int cells, float[] values, int fields) {
        GridWindow target = weights.target();
        int[] start = new int[target.size() + 1];
        int[] column = new int[weights.entries()];
        float[] weight = new float[column.length];
        int entries = 0;
        for (int cell = 0; cell < target.size(); cell++) {
            int[] from = weights.sourcesOf(cell / target.columns(), cell % target.columns());
            double[] share = weights.weightsOf(cell / target.columns(), cell % target.columns());
            for (int k = 0; k < from.length; k++) {
                column[entries] = from[k];
                weight[entries++] = (float) share[k];
            }
            start[cell + 1] = entries;
        }
        return new RegridCase(cells, start, column, weight, values, fields);
    }

    void write(Path file) throws IOException {
        long numbers = 4L + start.length + column.length + weight.length + values.length;
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.toIntExact(Integer.BYTES * numbers)).order(ByteOrder.nativeOrder());
        bytes.putInt(start.length - 1).putInt(cells).putInt(column.length).putInt(fields);
        bytes.asIntBuffer().put(start).put(column);
        bytes.position(bytes.position() + Integer.BYTES * (start.length + column.length));
        bytes.asFloatBuffer().put(weight).put(values);
        Files.write(file, bytes.array());
    }
}
