package dev.shoal.regrid;

import java.util.Arrays;

/**
 * Which cells meet in which corner. Corners within some millimetres of each other are one; a corner that a cell names
 * twice, as padding does, counts once.
 */
final class SharedCorners {
    /** Corners are told apart in steps of about 10 cm. */
    private static final double STEPS = 1 << 26;

    /** How near to the end of a step a corner may lie to be the same as one in the next. */
    private static final double NEAR = 1.0 / 16;

    private final int[] first;
    private final int[] cell;
    private final double[] unit;

    private SharedCorners(int[] first, int[] cell, double[] unit) {
        this.first = first;
        this.cell = cell;
        this.unit = unit;
    }

    static SharedCorners of(CellCorners corners, int threads) {
        int entries = corners.lat().length;
        double[] unit = UnitVectors.of(UnstructuredGrid.points(corners.lat(), corners.lon()), threads);
        int[] corner = new int[entries];
        CornerNumbers numbers = new CornerNumbers(entries);
        for (int k = 0; k < entries; k++) {
            corner[k] = Double.isNaN(unit[3 * k]) ? -1 : numbers.of(unit[3 * k], unit[3 * k + 1], unit[3 * k + 2]);
            int start = k - k % corners.most();
            for (int other = start; other < k; other++) {
                corner[k] = corner[other] == corner[k] ? -1 : corner[k];
            }
        }
        return sorted(corner, corners.most(), numbers, unit);
    }

    /** Returns the number of corners. */
    int count() {
        return first.length - 1;
    }

    /** Returns the cells that meet in a corner, rising; a new array. */
    int[] cells(int corner) {
        return Arrays.copyOfRange(cell, first[corner], first[corner + 1]);
    }

    /** Writes where a corner is. */
    void position(int corner, double[] xyz) {
        System.arraycopy(unit, 3 * corner, xyz, 0, 3);
    }

    private static SharedCorners sorted(int[] corner, int most, CornerNumbers numbers, double[] unit) {
        int[] first = new int[numbers.count() + 1];
        int entries = 0;
        for (int each : corner) {
            if (each >= 0) {
                first[each + 1]++;
                entries++;
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
        int[] next = first.clone();
        int[] cell = new int[entries];
        double[] position = new double[3 * numbers.count()];
        for (int k = 0; k < corner.length; k++) {
            if (corner[k] >= 0) {
                cell[next[corner[k]]++] = k / most;
                System.arraycopy(unit, 3 * k, position, 3 * corner[k], 3);
            }
        }
        return new SharedCorners(first, cell, position);
    }

    /** Numbers corners by place: a hash table of steps in space. */
    private static final class CornerNumbers {
        private final long[] key;
        private final int[] number;
        private final double[] at = new double[3];
        private int count;

        CornerNumbers(int most) {
            int room = Integer.highestOneBit(Math.max(8, most)) << 2;
            key = new long[room];
            number = new int[room];
            Arrays.fill(number, -1);
        }

        int count() {
            return count;
        }

        /** Returns the number of the corner here, a new one where none has been before. */
        int of(double x, double y, double z) {
            at[0] = x;
            at[1] = y;
            at[2] = z;
            int found = find(0, 0);
            if (found >= 0) {
                return found;
            }
            long own = 0;
            for (double each : at) {
                own = mixed(own, (long) Math.floor(each * STEPS));
            }
            int slot = slot(own);
            key[slot] = own;
            number[slot] = count;
            return count++;
        }

        /** Looks in the steps that hold the corner, and in those that it lies very near to. */
        private int find(int along, long hash) {
            if (along == at.length) {
                return number[slot(hash)];
            }
            double steps = at[along] * STEPS;
            long own = (long) Math.floor(steps);
            double rest = steps - own;
            int found = find(along + 1, mixed(hash, own));
            if (found < 0 && rest < NEAR) {
                found = find(along + 1, mixed(hash, own - 1));
            }
            if (found < 0 && rest > 1 - NEAR) {
                found = find(along + 1, mixed(hash, own + 1));
            }
            return found;
        }

        private int slot(long wanted) {
            int slot = (int) (wanted >>> 20) & (key.length - 1);
            while (number[slot] >= 0 && key[slot] != wanted) {
                slot = (slot + 1) & (key.length - 1);
            }
            return slot;
        }

        private static long mixed(long hash, long step) {
            long next = (hash ^ step) * 0x9E3779B97F4A7C15L;
            return next ^ (next >>> 29);
        }
    }
}
