package dev.shoal.regrid;

import java.util.Arrays;

/**
 * The cells that lie opposite each other over a pole in the outermost rows of a rectilinear grid round the Earth. There
 * are none where the rows end farther from the pole than half of one and a half steps, or no column lies opposite.
 */
final class PoleCrossing implements Lattice.Ends {
    private static final double SAME_LONGITUDE = 1e-4;
    private static final double AT_POLE = 1e-6;
    private static final double WIDEST_GAP = 1.5;

    private final RectilinearGrid grid;
    private final int[] opposite;
    private final int afterLast;
    private final int beforeFirst;

    /** Finds them among the columns from {@code start} to {@code end}, which come once each. */
    PoleCrossing(RectilinearGrid grid, int start, int end) {
        this.grid = grid;
        this.opposite = new int[grid.nx()];
        Arrays.setAll(opposite, column -> columnAt(grid.lon()[column] + 180, start, end));
        boolean round = grid.periodic() && grid.ny() > 1;
        this.afterLast = round ? row(grid.ny() - 1, grid.ny() - 2) : -1;
        this.beforeFirst = round ? row(0, 1) : -1;
    }

    @Override
    public int beyond(boolean last, int column) {
        int row = last ? afterLast : beforeFirst;
        return row < 0 || opposite[column] < 0 ? -1 : row * grid.nx() + opposite[column];
    }

    /** Returns the row that follows over the pole: the same one, or the one before it if it lies at the pole itself. */
    private int row(int edge, int inner) {
        double toPole = 90 - Math.abs(grid.lat()[edge]);
        double step = Math.abs(grid.lat()[edge] - grid.lat()[inner]);
        if (2 * toPole > WIDEST_GAP * step) {
            return -1;
        }
        return toPole <= AT_POLE ? inner : edge;
    }

    private int columnAt(double lon, int start, int end) {
        for (int column = start; column < end; column++) {
            if (Math.abs(Longitudes.step(lon, grid.lon()[column])) <= SAME_LONGITUDE) {
                return column;
            }
        }
        return -1;
    }
}
