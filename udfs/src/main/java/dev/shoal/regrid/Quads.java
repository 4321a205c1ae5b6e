package dev.shoal.regrid;

import java.util.BitSet;

/**
 * The quadrilaterals between neighbouring points of a curvilinear grid, by number.
 *
 * <p>Number {@code j nx + i} lies between rows {@code j} and {@code j + 1} and columns {@code i} and {@code i + 1}.
 * Where the last column lies beside the first (a grid round the Earth without overlapping columns) the last number of a
 * row is the quadrilateral over the seam. Where the two halves of the last or the first row lie beside each other (the
 * fold of a tripolar grid without overlapping rows) the numbers from {@code (ny - 1) nx} and {@code ny nx} are those
 * over the fold. Columns or rows that come twice need nothing: they lie on quadrilaterals with lower numbers, which
 * win.
 */
final class Quads {
    private static final double SAME_DIRECTION = 0.5;
    private static final double LONGEST_STEP2 = 4;

    /**
     * Across a bare pole too some pairs lie opposite each other, two thirds at most; at a fold all but those at its
     * ends.
     */
    private static final double MOST_PAIRS = 0.8;

    private final CurvilinearGrid grid;
    private final int ny;
    private final int nx;
    private final BitSet joined = new BitSet();

    Quads(CurvilinearGrid grid) {
        this.grid = grid;
        this.ny = grid.ny();
        this.nx = grid.nx();
        if (nx > 2) {
            joinSeam();
        }
        if (ny > 1) {
            joinFold(ny - 1, ny - 2, (ny - 1) * nx);
            joinFold(0, 1, ny * nx);
        }
    }

    /** Returns one past the last number. */
    int end() {
        return Math.multiplyExact(ny + 1, nx);
    }

    /** Tells whether there is a quadrilateral of this number. */
    boolean exists(int quad) {
        boolean ordinary = quad < (ny - 1) * nx && quad % nx < nx - 1;
        return ordinary || joined.get(quad);
    }

    /** Writes the four corners, counted around the quadrilateral, as positions in the grid's arrays. */
    void corners(int quad, int[] corners) {
        int row = quad / nx;
        int i = quad - row * nx;
        if (row < ny - 1) {
            int next = i + 1 == nx ? 0 : i + 1;
            set(corners, quad, row * nx + next, (row + 1) * nx + next, quad + nx);
        } else {
            int start = row == ny - 1 ? (ny - 1) * nx : 0;
            set(corners, start + i, start + i + 1, start + nx - 2 - i, start + nx - 1 - i);
        }
    }

    private void joinSeam() {
        boolean before = seamHolds(0);
        for (int j = 1; j < ny; j++) {
            boolean here = seamHolds(j);
            joined.set((j - 1) * nx + nx - 1, before && here);
            before = here;
        }
    }

    private boolean seamHolds(int j) {
        int start = j * nx;
        return goesOn(start + nx - 2, start + nx - 1, start, start + 1);
    }

    private void joinFold(int edge, int inner, int firstNumber) {
        int last = nx - 1;
        int pairs = nx / 2;
        int held = 0;
        for (int i = 0; i < pairs; i++) {
            held += foldHolds(edge, inner, i, last - i) ? 1 : 0;
        }
        if (held >= MOST_PAIRS * pairs) {
            joined.set(firstNumber, firstNumber + Math.max(0, pairs - 1));
        }
    }

    private boolean foldHolds(int edge, int inner, int column, int mirrored) {
        return goesOn(inner * nx + column, edge * nx + column, edge * nx + mirrored, inner * nx + mirrored);
    }

    /** Tells whether the step between the middle two points goes on as the steps before and after it do. */
    private boolean goesOn(int before, int from, int to, int after) {
        double[] a = point(from);
        double[] b = point(to);
        double[] step = Sphere.way(a, b);
        double[] entry = Sphere.way(point(before), a);
        double[] exit = Sphere.way(b, point(after));
        double step2 = Sphere.dot(step, step);
        double longer2 = Math.max(Sphere.dot(entry, entry), Sphere.dot(exit, exit));
        return step2 <= LONGEST_STEP2 * longer2 && sameDirection(entry, step) && sameDirection(step, exit);
    }

    private double[] point(int k) {
        return Sphere.unit(grid.lat()[k], grid.lon()[k]);
    }

    private static boolean sameDirection(double[] a, double[] b) {
        return Sphere.dot(a, b) > SAME_DIRECTION * Math.sqrt(Sphere.dot(a, a) * Sphere.dot(b, b));
    }

    private static void set(int[] corners, int first, int second, int third, int fourth) {
        corners[0] = first;
        corners[1] = second;
        corners[2] = third;
        corners[3] = fourth;
    }
}
