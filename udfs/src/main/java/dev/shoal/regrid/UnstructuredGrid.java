package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Points without rows and columns: cells or nodes of a mesh (UGRID, FVCOM, FESOM, ICON, MPAS), HEALPix pixels,
 * moorings, positions along a track. One row of {@code nx} cells.
 *
 * @param lat degrees north of each point; NaN where there is a hole; copied in, not to be changed by the receiver
 * @param lon degrees east, as many; a point with either coordinate NaN is a hole and has both NaN here
 * @param corners of the cells around the points; {@link CellCorners#NONE} where they are not known
 * @param triangles between the points; {@link Triangles#NONE} where they are not known
 */
public record UnstructuredGrid(double[] lat, double[] lon, CellCorners corners, Triangles triangles) implements Grid {

    /** Refuses arrays of another size, coordinates out of range, and a grid without a single position. */
    public UnstructuredGrid {
        lat = lat.clone();
        lon = lon.clone();
        GridPoints.check(1, lat.length, lat, lon);
        corners.checkCells(lat.length);
        triangles.checkNodes(lat.length);
    }

    /** Makes a set of points of which no more is known. */
    public static UnstructuredGrid points(double[] lat, double[] lon) {
        return new UnstructuredGrid(lat, lon, CellCorners.NONE, Triangles.NONE);
    }

    @Override
    public int ny() {
        return 1;
    }

    @Override
    public int nx() {
        return lat.length;
    }

    @Override
    public double lat(int row, int column) {
        return lat[column];
    }

    @Override
    public double lon(int row, int column) {
        return lon[column];
    }

    @Override
    public String digest() {
        GridDigest digest = new GridDigest("unstructured", 1, nx()).add(lat).add(lon);
        return corners.addTo(digest).add(triangles.node()).hex();
    }

    @Override
    public Box box() {
        return Box.around(lat, lon).orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnstructuredGrid grid
                && Arrays.equals(lat, grid.lat)
                && Arrays.equals(lon, grid.lon)
                && corners.equals(grid.corners)
                && triangles.equals(grid.triangles);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(lat) + Arrays.hashCode(lon)) + corners.hashCode();
    }

    @Override
    public String toString() {
        return "unstructured grid of " + nx() + " points in " + box();
    }
}
