package dev.shoal.regrid;

import dev.shoal.regrid.sphere.Degrees;
import java.util.Arrays;

/**
 * The cells that share a corner with a cell, of any grid whose cells' corners are known. Corners at the same place to
 * within a millionth of a radian (6 m) are one; a corner of more than twelve cells, such as the pole of a grid of
 * longitudes and latitudes, makes no neighbours.
 */
final class CornerNeighbours implements CellNeighbours {
    private static final double PLACE = 1e-6;
    private static final int MOST_CELLS = 12;

    private final int most;
    private final int[] place;
    private final int[] start;
    private final int[] cell;

    CornerNeighbours(CellCorners corners) {
        this.most = corners.most();
        this.place = places(corners);
        int places = 1 + Arrays.stream(place).max().orElse(-1);
        this.start = new int[places + 1];
        for (int number : place) {
            if (number >= 0) {
                start[number + 1]++;
            }
        }
        Arrays.parallelPrefix(start, Integer::sum);
        this.cell = new int[start[places]];
        int[] next = start.clone();
        for (int k = 0; k < place.length; k++) {
            if (place[k] >= 0) {
                cell[next[place[k]]++] = k / most;
            }
        }
    }

    @Override
    public int[] of(int wanted) {
        NeighbourSet found = new NeighbourSet(wanted, 4 * most);
        for (int k = wanted * most; k < (wanted + 1) * most; k++) {
            int number = place[k];
            if (number >= 0 && start[number + 1] - start[number] <= MOST_CELLS) {
                for (int e = start[number]; e < start[number + 1]; e++) {
                    found.add(cell[e]);
                }
            }
        }
        return found.toArray();
    }

    /** Numbers the places of the corners; -1 where a cell has no such corner. */
    private static int[] places(CellCorners corners) {
        long[] key = new long[corners.lat().length];
        Arrays.parallelSetAll(key, k -> key(corners.lat()[k], corners.lon()[k]));
        long[] sorted = key.clone();
        Arrays.parallelSort(sorted);
        long[] distinct = Arrays.stream(sorted).filter(k -> k >= 0).distinct().toArray();
        int[] number = new int[key.length];
        Arrays.parallelSetAll(number, k -> key[k] < 0 ? -1 : Arrays.binarySearch(distinct, key[k]));
        return number;
    }

    /** Returns 21 bits of each of the three coordinates of a place; -1 where there is none. */
    private static long key(double lat, double lon) {
        if (Double.isNaN(lat) || Double.isNaN(lon)) {
            return -1;
        }
        double radius = Degrees.cos(lat);
        long x = Math.round((1 + radius * Degrees.cos(lon)) / PLACE);
        long y = Math.round((1 + radius * Degrees.sin(lon)) / PLACE);
        long z = Math.round((1 + Degrees.sin(lat)) / PLACE);
        return x << 42 | y << 21 | z;
    }
}
