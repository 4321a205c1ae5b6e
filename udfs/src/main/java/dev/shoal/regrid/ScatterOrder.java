package dev.shoal.regrid;

/**
 * An order of points in space in which points near each other come soon after each other: ranges are halved at the
 * middle along the axis on which they are widest, and their halves in turn.
 */
final class ScatterOrder {
    private static final int LEAF = 4;
    private static final int PARTS_PER_THREAD = 2;
    private static final int WORTH_A_THREAD = 4096;

    private final double[] xyz;
    private final int[] point;

    private ScatterOrder(double[] xyz, int[] point) {
        this.xyz = xyz;
        this.point = point;
    }

    /**
     * Returns the numbers of all points that have a position, in a new array.
     *
     * @param unit x, y and z of one point after the other; a point with a NaN is passed over; not changed
     * @param threads how many may sort; the order is the same whatever their number
     */
    static int[] of(double[] unit, int threads) {
        int[] placed = PointTree.placed(unit);
        double[] xyz = new double[3 * placed.length];
        for (int i = 0; i < placed.length; i++) {
            System.arraycopy(unit, 3 * placed[i], xyz, 3 * i, 3);
        }
        new ScatterOrder(xyz, placed).sort(threads);
        return placed;
    }

    /** Halves ranges breadth first until there are enough for all threads, then each to its end. */
    private void sort(int threads) {
        int ranges = 1;
        while (threads > 1 && ranges < PARTS_PER_THREAD * threads && point.length / ranges > WORTH_A_THREAD) {
            int count = ranges;
            Parallel.each(threads, count, part -> halve(start(count, part), start(count, part + 1)));
            ranges *= 2;
        }
        int count = ranges;
        Parallel.each(threads, count, part -> sort(start(count, part), start(count, part + 1)));
    }

    /** Returns where one of the ranges, a power of two in number, starts that halving has left. */
    private int start(int ranges, int part) {
        int start = 0;
        int end = point.length;
        if (part == ranges) {
            return end;
        }
        for (int bit = ranges >>> 1; bit > 0; bit >>>= 1) {
            int middle = (start + end) >>> 1;
            boolean first = (part & bit) == 0;
            start = first ? start : middle;
            end = first ? middle : end;
        }
        return start;
    }

    private void sort(int start, int end) {
        int from = start;
        while (end - from > LEAF) {
            int middle = halve(from, end);
            sort(from, middle);
            from = middle;
        }
    }

    private int halve(int start, int end) {
        int middle = (start + end) >>> 1;
        select(start, end - 1, middle, widest(start, end));
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
