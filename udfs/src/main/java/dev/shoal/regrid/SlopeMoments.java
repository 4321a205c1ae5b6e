package dev.shoal.regrid;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Makes planes of source cells' values. What a plane adds to a target cell is its slope times the first moment of the
 * overlap about the source cell's centroid, by the target cell's area. All moments of a source cell sum to zero, so
 * that the integral is kept whatever the slopes are.
 *
 * @param moments to the east and to the north in turn: columns are {@code 2 cell} and {@code 2 cell + 1}
 * @param slopes of all cells that have moments
 */
record SlopeMoments(Weights moments, Slopes slopes) implements Refinement {

    @Override
    public GridWindow needed(GridWindow target, GridWindow window) {
        return window.around(slopes.window(cells(target)));
    }

    @Override
    public Refinement window(GridWindow target) {
        Weights part = moments.window(target.y0(), target.y1(), target.x0(), target.x1());
        return new SlopeMoments(part, slopes.of(cells(target)));
    }

    @Override
    public Refinement joined(Refinement[] parts, GridWindow whole) {
        SlopeMoments[] all = Arrays.copyOf(parts, parts.length, SlopeMoments[].class);
        BitSet cells = new BitSet();
        for (SlopeMoments part : all) {
            Arrays.stream(part.slopes().cell()).forEach(cells::set);
        }
        Weights joined =
                Weights.joined(Arrays.stream(all).map(SlopeMoments::moments).toArray(Weights[]::new), whole);
        Slopes[] fits = Arrays.stream(all).map(SlopeMoments::slopes).toArray(Slopes[]::new);
        return new SlopeMoments(joined, Slopes.merged(fits, cells.stream().toArray()));
    }

    @Override
    public Addends over(GridWindow source) {
        Rows rows = moments.rowsOver(doubled(source));
        SlopeFit fit = new SlopeFit(slopes, source);
        return (values, from) -> sums(rows, fit.of(values, from));
    }

    @Override
    public Weights addedTo(Weights weights) {
        return weights.plus(slopes.plain(moments));
    }

    @Override
    public long bytes() {
        return moments.bytes() + slopes.bytes();
    }

    private static double[] sums(Rows rows, double[] slopes) {
        double[] sums = new double[rows.cells()];
        for (int cell = 0; cell < sums.length; cell++) {
            double sum = 0;
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                sum += rows.weight()[e] * slopes[rows.column()[e]];
            }
            sums[cell] = Double.isFinite(sum) ? sum : 0;
        }
        return sums;
    }

    /** Returns the numbers of the source cells that overlap some target cells, rising. */
    private int[] cells(GridWindow target) {
        return moments.sourceCells(target).map(column -> column / 2).distinct().toArray();
    }

    private static GridWindow doubled(GridWindow window) {
        return new GridWindow(window.y0(), window.y1(), 2 * window.x0(), 2 * window.x1());
    }
}
