package dev.shoal.regrid;

import java.util.Arrays;

/**
 * A grid whose every point has its own position: model grids (ROMS, NEMO, tripolar grids with a fold), and swaths.
 *
 * @param ny number of rows
 * @param nx number of columns
 * @param lat degrees north, shape {@code (ny, nx)} row by row; NaN where the grid has a hole; copied in, not to be
 *     changed by the receiver
 * @param lon degrees east, same shape; a point with either coordinate NaN is a hole and has both NaN here
 * @param corners of the cells around the points; {@link CellCorners#NONE} where they are not known
 */
public record CurvilinearGrid(int ny, int nx, double[] lat, double[] lon, CellCorners corners) implements Grid {

    /** Refuses arrays of another size, coordinates out of range, and a grid without a single position. */
    public CurvilinearGrid {
        lat = lat.clone();
        lon = lon.clone();
        GridPoints.check(ny, nx, lat, lon);
        corners.checkCells(lat.length);
    }

    /** Makes a grid whose cells' corners are not known. */
    public CurvilinearGrid(int ny, int nx, double[] lat, double[] lon) {
        this(ny, nx, lat, lon, CellCorners.NONE);
    }

    @Override
    public double lat(int row, int column) {
        return lat[row * nx + column];
    }

    @Override
    public double lon(int row, int column) {
        return lon[row * nx + column];
    }

    @Override
    public String digest() {
        return corners.addTo(new GridDigest("curvilinear", ny, nx).add(lat).add(lon))
                .hex();
    }

    @Override
    public Box box() {
        Box box = Box.around(lat, lon).orElseThrow();
        return 360 - box.width() <= 2 * meanStep() ? Box.allLongitudes(box.south(), box.north()) : box;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurvilinearGrid grid
                && ny == grid.ny
                && nx == grid.nx
                && Arrays.equals(lat, grid.lat)
                && Arrays.equals(lon, grid.lon)
                && corners.equals(grid.corners);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * ny + Arrays.hashCode(lat)) + Arrays.hashCode(lon);
    }

    @Override
    public String toString() {
        return "curvilinear grid of " + ny + " x " + nx + " points in " + box();
    }

    /**
     * Returns the mean longitude step between neighbours in a row: a gap much wider than this is open sea beyond the
     * grid.
     */
    private double meanStep() {
        double sum = 0;
        long count = 0;
        for (int k = 1; k < lon.length; k++) {
            double step = k % nx == 0 ? Double.NaN : Math.abs(Longitudes.step(lon[k - 1], lon[k]));
            if (!Double.isNaN(step)) {
                sum += step;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
