package dev.shoal.regrid;

/**
 * Finds the nearest points of a rectilinear grid.
 *
 * <p>Of the points of a row the nearest is in one of the two columns beside the target's longitude. Of the points of
 * such a column, at the longitude difference {@code d}, the nearest is in one of the two rows beside the latitude
 * {@code atan2(sin lat, cos lat cos d)}, the foot of the target on that meridian. So four points are looked at. Where
 * both columns are as near, to a float's precision, more of the row may be, as around a pole; they are looked for from
 * there. Immutable and safe to share between threads.
 */
final class NearestOfRectilinear implements NearestPoint {
    private final RectilinearGrid source;
    private final Reach reach;
    private final Axis rows;
    private final Axis columns;
    private final double[] cosLat;
    private final double[] sinLat;
    private final double[] cosLon;
    private final double[] sinLon;
    private final double[] rowReach2;
    private final double[] columnReach2;

    NearestOfRectilinear(RectilinearGrid source, Reach reach) {
        this.source = source;
        this.reach = reach;
        this.rows = Axis.latitudes(source);
        this.columns = Axis.longitudes(source);
        this.cosLat = new double[source.ny()];
        this.sinLat = new double[source.ny()];
        this.cosLon = new double[source.nx()];
        this.sinLon = new double[source.nx()];
        turn(source.lat(), cosLat, sinLat);
        turn(source.lon(), cosLon, sinLon);
        this.rowReach2 = reach2(source.lat(), 0);
        double[] lon = Longitudes.unwrapped(source.lon());
        double turn = lon[lon.length - 1] > lon[0] ? 360 : -360;
        this.columnReach2 = reach2(lon, source.periodic() ? turn : 0);
    }

    @Override
    public int of(TargetPoints at, int i) {
        int[] beside = columns.beside(at.lon(i));
        int first = nearestOfColumn(at, i, beside[0]);
        int second = beside[1] == beside[0] ? first : nearestOfColumn(at, i, beside[1]);
        float first2 = distance2(at, i, first);
        float second2 = distance2(at, i, second);
        int nearest = first2 < second2 ? first : second;
        if (first2 == second2 && first != second) {
            nearest = first / source.nx() == second / source.nx()
                    ? firstOfRow(at, i, Math.min(first, second), first2)
                    : Math.min(first, second);
        }
        boolean holds = reach == Reach.EVERYWHERE || Math.min(first2, second2) <= reach2(nearest);
        return holds ? nearest : -1;
    }

    private int nearestOfColumn(TargetPoints at, int i, int column) {
        double outward = at.x(i) * cosLon[column] + at.y(i) * sinLon[column];
        double foot = Math.toDegrees(Math.atan2(at.z(i), outward));
        int[] beside = rows.beside(foot);
        int lower = Math.min(beside[0], beside[1]) * source.nx() + column;
        int upper = Math.max(beside[0], beside[1]) * source.nx() + column;
        return distance2(at, i, upper) < distance2(at, i, lower) ? upper : lower;
    }

    /** Returns the lowest number of the points of a row that are as near as two next to each other are. */
    private int firstOfRow(TargetPoints at, int i, int from, float distance2) {
        int start = from - from % source.nx();
        if (distance2(at, i, start) == distance2) {
            return start;
        }
        int first = from;
        while (first > start && distance2(at, i, first - 1) == distance2) {
            first--;
        }
        return first;
    }

    private float distance2(TargetPoints at, int i, int point) {
        int row = point / source.nx();
        int column = point - row * source.nx();
        double dx = at.x(i) - cosLat[row] * cosLon[column];
        double dy = at.y(i) - cosLat[row] * sinLon[column];
        double dz = at.z(i) - sinLat[row];
        return (float) (dx * dx + dy * dy + dz * dz);
    }

    /** Returns the squared chord to the farthest of a point's neighbours. */
    private double reach2(int point) {
        int row = point / source.nx();
        return Math.max(rowReach2[row], cosLat[row] * cosLat[row] * columnReach2[point % source.nx()]);
    }

    private static void turn(double[] axis, double[] cosine, double[] sine) {
        for (int i = 0; i < axis.length; i++) {
            cosine[i] = Math.cos(Math.toRadians(axis[i]));
            sine[i] = Math.sin(Math.toRadians(axis[i]));
        }
    }

    /**
     * Returns the squared chord of each value's longer step, on a great circle; the seam's too where the axis turns.
     */
    private static double[] reach2(double[] axis, double turn) {
        double[] reach2 = new double[axis.length];
        for (int i = 0; i < axis.length; i++) {
            double ahead = i + 1 < axis.length ? axis[i + 1] - axis[i] : 0;
            double behind = i > 0 ? axis[i] - axis[i - 1] : 0;
            double seam = axis[0] + turn - axis[axis.length - 1];
            boolean atSeam = turn != 0 && (i == 0 || i == axis.length - 1);
            double step = Math.max(Math.max(Math.abs(ahead), Math.abs(behind)), atSeam ? Math.abs(seam) : 0);
            double half = Math.sin(Math.toRadians(Math.min(step, 180)) / 2);
            reach2[i] = 4 * half * half;
        }
        return reach2;
    }
}
