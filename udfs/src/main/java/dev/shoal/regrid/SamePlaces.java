package dev.shoal.regrid;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The points of a grid that lie where one with a lower number lies already, to within 6 metres: the overlapping columns
 * and the fold of tripolar grids, scan lines that come twice.
 *
 * @param again numbers of the later ones; not to be changed
 */
record SamePlaces(BitSet again) {
    /** A metre or so of the Earth's radius: positions are stored as floats. */
    private static final double SAME = 1e-6;

    /** Finds the points; rectilinear grids have none but columns past a whole turn. */
    static SamePlaces of(Grid grid) {
        Map<Long, Integer> first = new HashMap<>();
        BitSet again = new BitSet();
        for (int row = 0; row < grid.ny(); row++) {
            for (int column = 0; column < grid.nx(); column++) {
                double lat = grid.lat(row, column);
                if (!Double.isNaN(lat)) {
                    int cell = row * grid.nx() + column;
                    if (first.putIfAbsent(key(lat, grid.lon(row, column)), cell) != null) {
                        again.set(cell);
                    }
                }
            }
        }
        return new SamePlaces(again);
    }

    boolean isAgain(int cell) {
        return again.get(cell);
    }

    /** Returns one number for all places in a cube of space. */
    private static long key(double lat, double lon) {
        double[] at = Sphere.unit(lat, lon);
        long key = 0;
        for (double part : at) {
            key = (key << 21) | (Math.round((part + 1) / (2 * SAME)) & 0x1FFFFF);
        }
        return key;
    }
}
