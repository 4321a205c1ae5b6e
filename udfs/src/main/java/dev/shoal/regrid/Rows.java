package dev.shoal.regrid;

/**
 * A sparse matrix over a block of the source, one row for each target cell; not to be changed.
 *
 * @param start where each row starts, and the end of the last
 * @param column cells of the block
 * @param weight as many
 * @param total the sum of each row's weights, taken in their order
 * @param magnitude the same of their magnitudes; the same array where no weight is negative
 * @param longest most contributions of a row
 */
record Rows(int[] start, int[] column, double[] weight, double[] total, double[] magnitude, int longest) {

    static Rows of(int[] start, int[] column, double[] weight) {
        int cells = start.length - 1;
        double[] total = new double[cells];
        double[] magnitude = new double[cells];
        boolean signed = false;
        int longest = 0;
        for (int cell = 0; cell < cells; cell++) {
            double sum = 0;
            double size = 0;
            for (int e = start[cell]; e < start[cell + 1]; e++) {
                sum += weight[e];
                size += Math.abs(weight[e]);
            }
            total[cell] = sum;
            magnitude[cell] = size;
            signed |= size > sum;
            longest = Math.max(longest, start[cell + 1] - start[cell]);
        }
        return new Rows(start, column, weight, total, signed ? magnitude : total, longest);
    }

    /** Tells whether some weights are negative. */
    boolean isSigned() {
        return magnitude != total;
    }

    int cells() {
        return total.length;
    }
}
