package dev.shoal.regrid;

import java.util.Arrays;
import java.util.BitSet;

/**
 * What can be said of a grid by looking at its points and cells.
 *
 * @param kind rectilinear, curvilinear, unstructured
 * @param ny number of rows
 * @param nx number of columns
 * @param holes number of cells without a position
 * @param box around all points
 * @param west least longitude as stored
 * @param east greatest longitude as stored
 * @param alongRows distances from column to column
 * @param alongColumns distances from row to row; none of unstructured grids
 * @param joined whether the last column's neighbour is the first
 * @param fold whether the last row's neighbour is the last row itself, backwards
 * @param again number of cells that are another one's once more, see {@link Duplicates}; 0 of points without cells
 * @param cells what their corners say; {@link CellSurvey#NONE} where there are no corners
 * @param triangles number of triangles between the points
 */
public record GridSurvey(
        String kind,
        int ny,
        int nx,
        int holes,
        Box box,
        double west,
        double east,
        Steps alongRows,
        Steps alongColumns,
        boolean joined,
        boolean fold,
        int again,
        CellSurvey cells,
        int triangles) {
    private static final int SAMPLES = 200_000;
    private static final double EARTH_KM = 6371;

    /**
     * Distances of neighbours; all NaN where there are none.
     *
     * @param unit degrees or km
     */
    public record Steps(String unit, double least, double median, double greatest) {
        /** No neighbours. */
        public static final Steps NONE = new Steps("", Double.NaN, Double.NaN, Double.NaN);

        /** Tells whether there are neighbours. */
        public boolean exist() {
            return !Double.isNaN(median);
        }

        /** Tells whether all are the same to within a thousandth. */
        public boolean areEven() {
            return exist() && greatest - least <= 1e-3 * median;
        }

        static Steps of(String unit, double[] steps, int count) {
            if (count == 0) {
                return NONE;
            }
            double[] sorted = Arrays.copyOf(steps, count);
            Arrays.sort(sorted);
            return new Steps(unit, sorted[0], sorted[count / 2], sorted[count - 1]);
        }
    }

    /** Surveys a grid. */
    public static GridSurvey of(Grid grid) {
        Duplicates same = duplicates(grid);
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        int holes = 0;
        for (int row = 0; row < (grid instanceof RectilinearGrid ? 1 : grid.ny()); row++) {
            for (int column = 0; column < grid.nx(); column++) {
                double lon = grid.lon(row, column);
                holes += Double.isNaN(lon) ? 1 : 0;
                west = Math.min(west, Double.isNaN(lon) ? west : lon);
                east = Math.max(east, Double.isNaN(lon) ? east : lon);
            }
        }
        return new GridSurvey(
                grid instanceof RectilinearGrid
                        ? "rectilinear"
                        : grid instanceof CurvilinearGrid ? "curvilinear" : "unstructured",
                grid.ny(),
                grid.nx(),
                holes,
                grid.box(),
                west,
                east,
                alongRows(grid),
                alongColumns(grid),
                joined(grid),
                grid instanceof CurvilinearGrid curved && fold(curved),
                same.count(),
                cells(grid, same),
                grid instanceof UnstructuredGrid mesh ? mesh.triangles().count() : 0);
    }

    private static Duplicates duplicates(Grid grid) {
        boolean points = grid instanceof UnstructuredGrid mesh
                && mesh.corners().isEmpty()
                && mesh.triangles().count() == 0;
        boolean line = grid instanceof CurvilinearGrid && (grid.ny() < 2 || grid.nx() < 2);
        return points || line ? new Duplicates(new BitSet()) : Duplicates.of(grid);
    }

    private static CellSurvey cells(Grid grid, Duplicates same) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return CellSurvey.of(rectilinear, same);
        }
        CellCorners corners =
                grid instanceof CurvilinearGrid curved ? curved.corners() : ((UnstructuredGrid) grid).corners();
        return corners.isEmpty() ? CellSurvey.NONE : CellSurvey.of(corners, same);
    }

    private static Steps alongRows(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return axis(Longitudes.unwrapped(rectilinear.lon()));
        }
        if (grid instanceof CurvilinearGrid curved) {
            return distances(curved, 1);
        }
        return edges((UnstructuredGrid) grid);
    }

    private static Steps alongColumns(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return axis(rectilinear.lat());
        }
        return grid instanceof CurvilinearGrid curved ? distances(curved, curved.nx()) : Steps.NONE;
    }

    private static Steps axis(double[] axis) {
        double[] steps = new double[axis.length];
        for (int i = 1; i < axis.length; i++) {
            steps[i - 1] = Math.abs(axis[i] - axis[i - 1]);
        }
        return Steps.of("degrees", steps, axis.length - 1);
    }

    private static Steps distances(CurvilinearGrid grid, int ahead) {
        int points = grid.lat().length;
        int stride = Math.max(1, points / SAMPLES);
        double[] steps = new double[points / stride + 1];
        int count = 0;
        for (int k = 0; k + ahead < points; k += stride) {
            double chord2 = ahead > 1 || k % grid.nx() + 1 < grid.nx() ? Spacing.between(grid, k, k + ahead) : 0;
            if (chord2 > 0) {
                steps[count++] = kilometres(chord2);
            }
        }
        return Steps.of("km", steps, count);
    }

    /** Lengths of the edges between a mesh's points; none where it has no triangles. */
    private static Steps edges(UnstructuredGrid grid) {
        int[] node = grid.triangles().node();
        double[] steps = new double[node.length];
        for (int i = 0; i < node.length; i++) {
            int other = i % 3 == 2 ? node[i - 2] : node[i + 1];
            steps[i] = kilometres(
                    Sphere.chord2(grid.lat()[node[i]], grid.lon()[node[i]], grid.lat()[other], grid.lon()[other]));
        }
        return Steps.of("km", steps, steps.length);
    }

    private static double kilometres(double chord2) {
        return EARTH_KM * Math.toRadians(Sphere.degrees(chord2));
    }

    /** Tells whether the first column lies a step or less east of the last in most rows that have both. */
    private static boolean joined(Grid grid) {
        if (grid instanceof RectilinearGrid rectilinear) {
            return rectilinear.periodic();
        }
        if (!(grid instanceof CurvilinearGrid curved) || curved.nx() < 4) {
            return false;
        }
        int near = 0;
        int rows = 0;
        for (int row = 0; row < curved.ny(); row++) {
            int first = row * curved.nx();
            double across = Spacing.between(curved, first, first + curved.nx() - 1);
            double step = Spacing.between(curved, first + 1, first + 2);
            rows += across >= 0 && step > 0 ? 1 : 0;
            near += step > 0 && across <= 2.25 * step ? 1 : 0;
        }
        return rows > 0 && near > rows / 2;
    }

    /** Tells whether the points of the last row lie on, or a step away from, those of its other half. */
    private static boolean fold(CurvilinearGrid grid) {
        int last = (grid.ny() - 1) * grid.nx();
        int half = grid.nx() / 2;
        for (int shift = -1; shift <= 2 && half > 3 && grid.ny() > 1; shift++) {
            int near = 0;
            int pairs = 0;
            for (int i = 2; i < half - 1; i++) {
                int other = grid.nx() - 1 - i + shift;
                double across = Spacing.between(grid, last + i, last + other);
                double step = Spacing.between(grid, last + i, last + i - grid.nx());
                pairs += across >= 0 && step > 0 ? 1 : 0;
                near += step > 0 && across <= 2.25 * step ? 1 : 0;
            }
            if (pairs > 0 && near > 0.8 * pairs) {
                return true;
            }
        }
        return false;
    }
}
