package dev.shoal.regrid;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The corners of a grid's cells, joined by great circles.
 *
 * @param most corners of the cell that has the most; 0 where the grid has no corners
 * @param lat degrees north, shape {@code (cells, most)}, in order around the cell, either way; NaN after the last
 *     corner of a cell that has fewer, and throughout where there is no cell; taken over, not to be changed
 * @param lon degrees east of any origin, same shape
 */
public record CellCorners(int most, double[] lat, double[] lon) implements Serializable {
    /** Cells whose corners are not known. */
    public static final CellCorners NONE = new CellCorners(0, new double[0], new double[0]);

    /** Refuses arrays that are no whole number of cells, and coordinates out of range. */
    public CellCorners {
        boolean whole = most == 0 ? lat.length == 0 : most >= 3 && lat.length % most == 0;
        if (!whole || lon.length != lat.length) {
            throw new IllegalArgumentException("Cannot make cells of " + most + " corners: there are " + lat.length
                    + " latitudes and " + lon.length + " longitudes, expected as many of each, at least 3 a cell.");
        }
        for (int i = 0; i < lat.length; i++) {
            if (Math.abs(lat[i]) > 90 || Math.abs(lon[i]) > 720) {
                throw new IllegalArgumentException("Cannot make cells: corner " + i % most + " of cell " + i / most
                        + " is at latitude " + lat[i] + " and longitude " + lon[i]
                        + ", expected them in [-90, 90] and [-720, 720].");
            }
        }
    }

    /** Tells whether no corners are known. */
    public boolean isEmpty() {
        return most == 0;
    }

    /** Returns the number of cells. */
    public int cells() {
        return most == 0 ? 0 : lat.length / most;
    }

    /** Refuses corners of another number of cells than the grid has. */
    void checkCells(long cells) {
        if (most > 0 && cells() != cells) {
            throw new IllegalArgumentException("Cannot make a grid of " + cells + " cells: there are corners of "
                    + cells() + ", expected them of every cell or of none.");
        }
    }

    /** Adds the corners to a digest; nothing where there are none. */
    GridDigest addTo(GridDigest digest) {
        return most == 0 ? digest : digest.add(new double[] {most}).add(lat).add(lon);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellCorners that
                && most == that.most
                && Arrays.equals(lat, that.lat)
                && Arrays.equals(lon, that.lon);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * most + Arrays.hashCode(lat)) + Arrays.hashCode(lon);
    }
}
