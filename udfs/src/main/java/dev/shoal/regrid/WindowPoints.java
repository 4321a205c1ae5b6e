package dev.shoal.regrid;

/**
 * The nearest points of a rectilinear grid as CDO 2.1.1 finds them for a target inside it: among those of a window
 * around the target, three points wide for one neighbour, five for up to nine, and so on. Where the steps of an axis
 * are very uneven, or meridians run together, others may be nearer. Points at the same distance to within 1e-12 are
 * taken by number, of those of the window only: around a pole, where a whole row lies in one place, it takes those at
 * the target's longitude. For one thread; holds the last answer.
 */
final class WindowPoints {
    private static final double AS_NEAR = 1e-12;

    private final RectilinearGrid grid;
    private final boolean periodic;
    private final double[] lon;
    private final double[] unit;
    private final int aside;
    private final int[] point;
    private final double[] distance;
    private int count;

    /**
     * Makes ready.
     *
     * @param unit the grid's points as unit vectors
     */
    WindowPoints(RectilinearGrid grid, double[] unit, int neighbours) {
        this.grid = grid;
        this.periodic = grid.periodic();
        this.lon = Longitudes.unwrapped(grid.lon());
        this.unit = unit;
        int inner = 1;
        while (inner * inner < neighbours) {
            inner += 2;
        }
        this.aside = (inner + 1) / 2;
        this.point = new int[Math.min(neighbours, grid.size())];
        this.distance = new double[point.length];
    }

    /** Finds the points for a target inside; returns how many there are. */
    int find(TargetPoints at, int i) {
        count = 0;
        int row = Math.min(upper(grid.lat(), at.lat(i), grid.ny()), grid.ny() - 1);
        int after = upper(lon, turned(at.lon(i)), grid.nx());
        int column = periodic ? after % grid.nx() : Math.min(after, grid.nx() - 1);
        boolean whole = 2 * aside > grid.nx();
        int from = whole ? 0 : column - aside;
        int to = whole ? grid.nx() - 1 : column + aside;
        for (int j = Math.max(0, row - aside); j <= Math.min(grid.ny() - 1, row + aside); j++) {
            for (int k = from; k <= to; k++) {
                if (periodic || (k >= 0 && k < grid.nx())) {
                    consider(j * grid.nx() + Math.floorMod(k, grid.nx()), at, i);
                }
            }
        }
        return count;
    }

    int point(int rank) {
        return point[rank];
    }

    /** Returns the chord to a point found, its square rounded to a float. */
    double distance(int rank) {
        return distance[rank];
    }

    private void consider(int candidate, TargetPoints at, int i) {
        double dx = at.x(i) - unit[3 * candidate];
        double dy = at.y(i) - unit[3 * candidate + 1];
        double dz = at.z(i) - unit[3 * candidate + 2];
        double away = Math.sqrt((float) (dx * dx + dy * dy + dz * dz));
        int rank = 0;
        while (rank < count && !isBefore(away, candidate, rank)) {
            rank++;
        }
        if (rank == point.length) {
            return;
        }
        int moved = Math.min(count, point.length - 1) - rank;
        System.arraycopy(point, rank, point, rank + 1, moved);
        System.arraycopy(distance, rank, distance, rank + 1, moved);
        point[rank] = candidate;
        distance[rank] = away;
        count = Math.min(count + 1, point.length);
    }

    private boolean isBefore(double away, int candidate, int rank) {
        return away + AS_NEAR < distance[rank]
                || (candidate < point[rank] && Math.abs(away - distance[rank]) < AS_NEAR);
    }

    private double turned(double targetLon) {
        double ahead = targetLon - lon[0];
        return ahead >= 0 && ahead < 360 ? targetLon : lon[0] + ahead - 360 * Math.floor(ahead / 360);
    }

    /** Returns the position after the interval that holds a value, the first that does; one past the last value's. */
    private static int upper(double[] axis, double value, int length) {
        boolean rising = length < 2 || axis[1] > axis[0];
        int low = Math.min(1, length - 1);
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rising ? axis[middle] >= value : axis[middle] <= value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
