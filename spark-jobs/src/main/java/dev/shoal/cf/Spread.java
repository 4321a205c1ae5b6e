package dev.shoal.cf;

import dev.shoal.plan.Window;

/** Repeats an array along the axes it does not have. */
final class Spread {

    private Spread() {}

    /**
     * Returns the number of every cell of a window.
     *
     * @param axes of the window that the array has, slowest first; negative for one of length 1 that the window lacks
     * @param numbers of the window's lengths along these axes
     * @return of the window's size, or the array itself where it is one number
     */
    static double[] over(Window window, int[] axes, double[] numbers) {
        if (numbers.length == 1) {
            return numbers;
        }
        int rank = window.rank();
        long[] strides = new long[rank];
        long stride = 1;
        for (int i = axes.length - 1; i >= 0; i--) {
            if (axes[i] >= 0) {
                strides[axes[i]] = stride;
                stride *= window.length(axes[i]);
            }
        }
        double[] cells = new double[Math.toIntExact(window.size())];
        long[] index = new long[rank];
        long from = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = numbers[(int) from];
            int axis = rank - 1;
            while (axis >= 0 && ++index[axis] == window.length(axis)) {
                from -= strides[axis] * (window.length(axis) - 1);
                index[axis--] = 0;
            }
            from += axis >= 0 ? strides[axis] : 0;
        }
        return cells;
    }
}
