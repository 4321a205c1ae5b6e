package dev.shoal.regrid;

/** The 16 cells of a rectilinear grid around a target point: the place is found axis by axis. */
final class CubicPlaceOnAxes implements CubicPlace {
    private final RectilinearGrid grid;
    private final CubicPatch patch;
    private final double[] rowSteps = new double[3];
    private final double[] columnSteps = new double[3];

    CubicPlaceOnAxes(RectilinearGrid grid, Lattice lattice) {
        this.grid = grid;
        this.patch = new CubicPatch(lattice);
        patch.space(rowSteps, columnSteps);
    }

    @Override
    public CubicPatch find(int[] corner, double[] share, double lat, double lon) {
        boolean rows = corner.length == 4 || (corner.length == 2 && row(corner[0]) != row(corner[1]));
        boolean columns = corner.length == 4 || (corner.length == 2 && !rows);
        int along = columns ? corner[1] : -1;
        int across = rows ? corner[corner.length - 2 + (columns ? 0 : 1)] : -1;
        patch.load(corner[0], along, rows && columns ? corner[3] : -1, across);
        for (int k = 0; k < 3; k++) {
            rowSteps[k] = rowStep(patch.cell[1 + 4 * k], patch.cell[5 + 4 * k]);
            columnSteps[k] = columnStep(patch.cell[4 + k], patch.cell[5 + k]);
        }
        double s = columns ? share[1] + (rows ? share[3] : 0) : 0;
        double t = rows ? share[corner.length - 1] + (columns ? share[2] : 0) : 0;
        patch.weigh(CubicPlaceInSpace.snapped(s), CubicPlaceInSpace.snapped(t));
        return patch;
    }

    private int row(int cell) {
        return cell / grid.nx();
    }

    /** Returns the way from one row to another; over the pole where they are the same. */
    private double rowStep(int from, int to) {
        if (from < 0 || to < 0) {
            return Double.NaN;
        }
        double lat = grid.lat()[row(from)];
        return row(from) == row(to) ? 180 - 2 * Math.abs(lat) : Math.abs(grid.lat()[row(to)] - lat);
    }

    private double columnStep(int from, int to) {
        return from < 0 || to < 0
                ? Double.NaN
                : Math.abs(Longitudes.step(grid.lon()[from % grid.nx()], grid.lon()[to % grid.nx()]));
    }
}
