package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Turns bilinear values into cubic ones. Cubic weights are negative in part, so what is left of them where a value is
 * missing must not be scaled up: where one of the up to 16 cells is missing nothing is added, and the bilinear value
 * stays.
 *
 * @param weights the cubic weights less the bilinear ones; those that are 0 are left out
 */
record CubicDifference(Weights weights) implements Refinement {

    @Override
    public GridWindow needed(GridWindow target, GridWindow window) {
        return window.around(weights.sourceWindow(target.y0(), target.y1(), target.x0(), target.x1()));
    }

    @Override
    public Refinement window(GridWindow target) {
        return new CubicDifference(weights.window(target.y0(), target.y1(), target.x0(), target.x1()));
    }

    @Override
    public Refinement joined(Refinement[] parts, GridWindow whole) {
        Weights[] all = Arrays.stream(parts)
                .map(part -> ((CubicDifference) part).weights())
                .toArray(Weights[]::new);
        return new CubicDifference(Weights.joined(all, whole));
    }

    @Override
    public Addends over(GridWindow source) {
        Rows rows = weights.rowsOver(source);
        return (values, from) -> sums(rows, values, from);
    }

    @Override
    public Weights addedTo(Weights base) {
        return base.plus(weights);
    }

    @Override
    public long bytes() {
        return weights.bytes();
    }

    private static double[] sums(Rows rows, double[] values, int from) {
        double[] sums = new double[rows.cells()];
        for (int cell = 0; cell < sums.length; cell++) {
            double sum = 0;
            for (int e = rows.start()[cell]; e < rows.start()[cell + 1]; e++) {
                sum += rows.weight()[e] * values[from + rows.column()[e]];
            }
            sums[cell] = Double.isFinite(sum) ? sum : 0;
        }
        return sums;
    }
}
