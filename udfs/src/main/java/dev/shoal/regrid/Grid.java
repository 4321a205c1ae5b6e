package dev.shoal.regrid;

import java.io.Serializable;

/**
 * A two-dimensional array of points on the sphere, rows first. Immutable and safe to share between threads.
 *
 * <p>Latitudes are degrees north in [-90, 90]; longitudes are degrees east, of any origin within [-720, 720].
 */
public sealed interface Grid extends Serializable permits RectilinearGrid, CurvilinearGrid {

    /** Returns the number of rows. */
    int ny();

    /** Returns the number of columns. */
    int nx();

    /** Returns the latitude of a point in degrees north, or NaN where the grid has a hole. */
    double lat(int row, int column);

    /** Returns the longitude of a point in degrees east as given by the maker, or NaN where the grid has a hole. */
    double lon(int row, int column);

    /**
     * Returns the SHA-256, in hexadecimal, of the kind, the shape and every coordinate. Two grids with the same digest
     * have the same weights, so it is what a cache of weights is keyed by.
     */
    String digest();

    /** Returns the smallest box that holds every point; all longitudes where the grid goes round the Earth. */
    Box box();

    /**
     * Makes the weights that take this grid's values to a window of a target grid; {@link Weights#of} says what holds
     * of them.
     */
    Weights weightsTo(RectilinearGrid target, GridWindow window, Method method);
}
