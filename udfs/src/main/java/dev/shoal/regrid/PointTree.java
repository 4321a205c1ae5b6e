package dev.shoal.regrid;

import java.util.Arrays;

/**
 * A balanced tree over points in space for finding the nearest, searched by {@link PointSearch}. The points of a branch
 * are a range of one array; its middle point halves it along the axis on which the range is widest. Ranges up to
 * {@link #LEAF} are not halved. Immutable once built, and safe to share between threads.
 */
final class PointTree {
    static final int LEAF = 8;

    private static final int PARTS_PER_THREAD = 2;
    private static final int WORTH_A_THREAD = 4096;

    private final double[] xyz;
    private final int[] point;
    private final byte[] axis;

    /**
     * Builds the tree of points given by number.
     *
     * @param unit x, y and z of one point after the other; a point with a NaN is passed over; not changed
     * @param threads how many may build; the tree finds the same whatever their number
     */
    PointTree(double[] unit, int threads) {
        int[] placed = new int[unit.length / 3];
        int count = 0;
        for (int k = 0; k < placed.length; k++) {
            if (!Double.isNaN(unit[3 * k]) && !Double.isNaN(unit[3 * k + 2])) {
                placed[count++] = k;
            }
        }
        point = count == placed.length ? placed : Arrays.copyOf(placed, count);
        xyz = count == placed.length ? unit.clone() : new double[3 * count];
        for (int i = 0; count < placed.length && i < count; i++) {
            System.arraycopy(unit, 3 * point[i], xyz, 3 * i, 3);
        }
        axis = new byte[count];
        build(threads);
    }

    /** Returns the number of points. */
    int size() {
        return point.length;
    }

    /** Returns the number of the point at a place of the array; points that follow each other lie near each other. */
    int point(int place) {
        return point[place];
    }

    /** Returns the axis along which the range that has its middle at a place is halved. */
    int axis(int place) {
        return axis[place];
    }

    /** Returns a coordinate of the point at a place. */
    double coordinate(int place, int along) {
        return xyz[3 * place + along];
    }

    /** Returns the squared distance of the point at a place, rounded to a float as CDO does it. */
    float distance2(int place, double x, double y, double z) {
        double dx = x - xyz[3 * place];
        double dy = y - xyz[3 * place + 1];
        double dz = z - xyz[3 * place + 2];
        return (float) (dx * dx + dy * dy + dz * dz);
    }

    /** Halves ranges breadth first until there are enough for all threads, then each to its end. */
    private void build(int threads) {
        int ranges = 1;
        while (threads > 1 && ranges < PARTS_PER_THREAD * threads && point.length / ranges > WORTH_A_THREAD) {
            int count = ranges;
            Parallel.each(threads, count, part -> {
                int[] range = range(count, part);
                halve(range[0], range[1]);
            });
            ranges *= 2;
        }
        int count = ranges;
        Parallel.each(threads, count, part -> {
            int[] range = range(count, part);
            build(range[0], range[1]);
        });
    }

    /** Returns start and end of one of the ranges, a power of two in number, that halving has left. */
    private int[] range(int ranges, int part) {
        int start = 0;
        int end = point.length;
        for (int bit = ranges >>> 1; bit > 0; bit >>>= 1) {
            int middle = (start + end) >>> 1;
            boolean first = (part & bit) == 0;
            start = first ? start : middle + 1;
            end = first ? middle : end;
        }
        return new int[] {start, end};
    }

    private void build(int start, int end) {
        int from = start;
        while (end - from > LEAF) {
            int middle = halve(from, end);
            build(from, middle);
            from = middle + 1;
        }
    }

    private int halve(int start, int end) {
        int middle = (start + end) >>> 1;
        if (end - start > LEAF) {
            int along = widest(start, end);
            axis[middle] = (byte) along;
            select(start, end - 1, middle, along);
        }
        return middle;
    }

    private int widest(int start, int end) {
        double x0 = 2;
        double x1 = -2;
        double y0 = 2;
        double y1 = -2;
        double z0 = 2;
        double z1 = -2;
        for (int i = 3 * start; i < 3 * end; i += 3) {
            x0 = Math.min(x0, xyz[i]);
            x1 = Math.max(x1, xyz[i]);
            y0 = Math.min(y0, xyz[i + 1]);
            y1 = Math.max(y1, xyz[i + 1]);
            z0 = Math.min(z0, xyz[i + 2]);
            z1 = Math.max(z1, xyz[i + 2]);
        }
        if (x1 - x0 >= y1 - y0 && x1 - x0 >= z1 - z0) {
            return 0;
        }
        return y1 - y0 >= z1 - z0 ? 1 : 2;
    }

    /** Reorders a range so that the value at {@code k} is the one a sort would put there (Hoare's selection). */
    private void select(int start, int end, int k, int along) {
        int low = start;
        int high = end;
        while (low < high) {
            double pivot = median(xyz[3 * low + along], xyz[3 * ((low + high) >>> 1) + along], xyz[3 * high + along]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (xyz[3 * i + along] < pivot) {
                    i++;
                }
                while (xyz[3 * j + along] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (k <= j) {
                high = j;
            } else if (k >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void swap(int i, int j) {
        int number = point[i];
        point[i] = point[j];
        point[j] = number;
        for (int along = 0; along < 3; along++) {
            double value = xyz[3 * i + along];
            xyz[3 * i + along] = xyz[3 * j + along];
            xyz[3 * j + along] = value;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
