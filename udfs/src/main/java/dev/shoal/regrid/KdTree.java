package dev.shoal.regrid;

/**
 * A balanced tree over points in space for finding the nearest. The points of a branch are a range of one array, halved
 * at its middle by the x, y and z coordinate in turn. Safe to search from many threads.
 */
final class KdTree {
    private static final int LEAF = 8;

    private final int[] point;
    private final double[][] coordinate;

    /**
     * Builds the tree.
     *
     * @param point numbers of the points, taken over and reordered
     * @param coordinate x, y and z by place in {@code point}; taken over and reordered along
     */
    KdTree(int[] point, double[][] coordinate) {
        this.point = point;
        this.coordinate = coordinate;
        build(0, point.length, 0);
    }

    /** A nearest point: its number, -1 where there is none, and the squared distance, rounded to a float. */
    static final class Found {
        int point = -1;
        float distance2;
    }

    /**
     * Finds the nearest point; of points as near, to a float's precision, the one of the lowest number.
     *
     * @param limit2 squared distance beyond which no point is looked for
     */
    Found nearest(double[] at, double limit2) {
        Found found = new Found();
        found.distance2 = (float) limit2;
        search(at, 0, point.length, 0, found);
        return found;
    }

    private void search(double[] at, int start, int end, int axis, Found found) {
        if (end - start <= LEAF) {
            for (int i = start; i < end; i++) {
                consider(at, i, found);
            }
            return;
        }
        int middle = (start + end) >>> 1;
        double aside = at[axis] - coordinate[axis][middle];
        int next = axis == 2 ? 0 : axis + 1;
        consider(at, middle, found);
        if (aside <= 0) {
            search(at, start, middle, next, found);
        } else {
            search(at, middle + 1, end, next, found);
        }
        // Rounding keeps order, so no point behind the plane is nearer than the plane's own rounded distance.
        if ((float) (aside * aside) <= found.distance2) {
            if (aside <= 0) {
                search(at, middle + 1, end, next, found);
            } else {
                search(at, start, middle, next, found);
            }
        }
    }

    private void consider(double[] at, int i, Found found) {
        double dx = at[0] - coordinate[0][i];
        double dy = at[1] - coordinate[1][i];
        double dz = at[2] - coordinate[2][i];
        float distance2 = (float) (dx * dx + dy * dy + dz * dz);
        boolean asNear = distance2 == found.distance2 && (found.point < 0 || point[i] < found.point);
        if (distance2 < found.distance2 || asNear) {
            found.distance2 = distance2;
            found.point = point[i];
        }
    }

    private void build(int start, int end, int axis) {
        if (end - start <= LEAF) {
            return;
        }
        int middle = (start + end) >>> 1;
        select(start, end - 1, middle, coordinate[axis]);
        int next = axis == 2 ? 0 : axis + 1;
        build(start, middle, next);
        build(middle + 1, end, next);
    }

    /** Reorders a range so that the value at {@code k} is the one a sort would put there (Hoare's selection). */
    private void select(int start, int end, int k, double[] key) {
        int low = start;
        int high = end;
        while (low < high) {
            double pivot = median(key[low], key[(low + high) >>> 1], key[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (key[i] < pivot) {
                    i++;
                }
                while (key[j] > pivot) {
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
        for (double[] values : coordinate) {
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    private static double median(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
