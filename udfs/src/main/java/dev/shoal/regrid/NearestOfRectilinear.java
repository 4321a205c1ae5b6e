package dev.shoal.regrid;

/**
 * Nearest-point weights from a rectilinear grid.
 *
 * <p>Of the points of a row the nearest is in one of the two columns beside the target's longitude. Of the points of
 * such a column, at the longitude difference {@code d}, the nearest is in one of the two rows beside the latitude
 * {@code atan2(sin lat, cos lat cos d)}, the foot of the target on that meridian. So four points are looked at.
 */
final class NearestOfRectilinear {
    private final RectilinearGrid source;
    private final Axis rows;
    private final Axis columns;
    private final double[] rowReach2;
    private final double[] columnReach2;

    NearestOfRectilinear(RectilinearGrid source) {
        this.source = source;
        this.rows = Axis.latitudes(source);
        this.columns = Axis.longitudes(source);
        this.rowReach2 = reach2(source.lat(), 0);
        double[] lon = Longitudes.unwrapped(source.lon());
        double turn = lon[lon.length - 1] > lon[0] ? 360 : -360;
        this.columnReach2 = reach2(lon, source.periodic() ? turn : 0);
    }

    Weights weights(RectilinearGrid target, GridWindow window) {
        WeightList list = new WeightList(window.size(), 1);
        for (int y = window.y0(); y < window.y1(); y++) {
            for (int x = window.x0(); x < window.x1(); x++) {
                addNearest(list, target.lat()[y], target.lon()[x]);
                list.endCell();
            }
        }
        return list.toWeights(source.ny(), source.nx(), window);
    }

    private void addNearest(WeightList list, double lat, double lon) {
        int nearest = Integer.MAX_VALUE;
        float least = Float.POSITIVE_INFINITY;
        double phi = Math.toRadians(lat);
        for (int i : columns.beside(lon)) {
            double apart = Math.cos(Math.toRadians(source.lon()[i] - lon));
            double foot = Math.toDegrees(Math.atan2(Math.sin(phi), Math.cos(phi) * apart));
            for (int j : rows.beside(foot)) {
                float distance2 = (float) Sphere.chord2(lat, lon, source.lat()[j], source.lon()[i]);
                int point = j * source.nx() + i;
                if (distance2 < least || (distance2 == least && point < nearest)) {
                    least = distance2;
                    nearest = point;
                }
            }
        }
        if (least <= reach2(nearest)) {
            list.add(nearest, 1);
        }
    }

    /** Returns the squared chord to the farthest of a point's neighbours. */
    private double reach2(int point) {
        int row = point / source.nx();
        double cosine = Math.cos(Math.toRadians(source.lat()[row]));
        return Math.max(rowReach2[row], cosine * cosine * columnReach2[point % source.nx()]);
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
