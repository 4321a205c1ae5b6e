package dev.shoal.regrid;

import java.io.Serializable;

/**
 * A two-dimensional array of cells on the sphere, rows first; unstructured grids and sets of points are one row.
 * Immutable and safe to share between threads.
 *
 * <p>Latitudes are degrees north in [-90, 90]; longitudes are degrees east, of any origin within [-720, 720]. A cell is
 * numbered {@code row x nx + column}.
 */
public sealed interface Grid extends Serializable permits RectilinearGrid, CurvilinearGrid, UnstructuredGrid {

    /** Returns the number of rows. */
    int ny();

    /** Returns the number of columns. */
    int nx();

    /** Returns the latitude of a cell's point in degrees north, or NaN where the grid has a hole. */
    double lat(int row, int column);

    /** Returns the longitude of a cell's point in degrees east as given by the maker, or NaN where it has a hole. */
    double lon(int row, int column);

    /** Returns the number of cells. Fails with {@link ArithmeticException} past 2^31, more than one array holds. */
    default int size() {
        return Math.multiplyExact(ny(), nx());
    }

    /**
     * Returns the SHA-256, in hexadecimal, of the kind, the shape, every coordinate, and the cells where they were
     * given. Two grids with the same digest have the same weights, so it is what a cache of weights is keyed by.
     */
    String digest();

    /** Returns the smallest box that holds every point; all longitudes where the grid goes round the Earth. */
    Box box();
}
