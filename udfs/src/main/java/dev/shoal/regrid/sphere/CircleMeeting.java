package dev.shoal.regrid.sphere;

/**
 * Where a great circle between two points meets a circle of latitude, as shares of the way along the chord. A point of
 * the chord lies above or below the circle as the square of its height less that of the circle times the square of its
 * own length: {@code square t^2 + linear t + constant}, whose two zeros are told apart by their slopes. So an end that
 * lies on the circle but for rounding does no harm.
 *
 * @param poleward where the way goes over the circle towards the pole
 * @param equatorward where it comes back
 */
record CircleMeeting(double poleward, double equatorward) {

    /** Takes edge {@code k} of a polygon, whose vertices know how far inside they are. */
    static CircleMeeting of(SphericalPolygon polygon, int k, LatitudeCircle circle, double up) {
        int next = polygon.next(k);
        double z = circle.z();
        if (z == 0 || polygon.isAlongParallel(k)) {
            double straight = polygon.side(k) / (polygon.side(k) - polygon.side(next));
            return new CircleMeeting(straight, straight);
        }
        double dx = polygon.x(next) - polygon.x(k);
        double dy = polygon.y(next) - polygon.y(k);
        double dz = polygon.z(next) - polygon.z(k);
        double square = dz * dz - z * z * (dx * dx + dy * dy + dz * dz);
        double constant = up * polygon.side(k) * (polygon.z(k) + z);
        double whole = up * polygon.side(next) * (polygon.z(next) + z);
        double linear = whole - constant - square;
        double root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
        double sum = -0.5 * (linear + Math.copySign(root, linear));
        double rising = linear > 0 ? constant / sum : sum / square;
        double falling = linear > 0 ? sum / square : constant / sum;
        return new CircleMeeting(rising, falling);
    }

    /**
     * Tells whether a way between two ends on the equator's side goes over the circle and comes back. They may lie on
     * the circle but for rounding, so it is the way's highest point that tells.
     */
    boolean isTwice(double startZ, double endZ, double circleZ) {
        double middle = 0.5 * (poleward + equatorward);
        boolean between = poleward < equatorward && middle > 0 && middle < 1;
        return between && (startZ + middle * (endZ - startZ)) * circleZ > 0;
    }

    /** Returns where the way goes over the circle, or comes back. */
    double share(boolean comesBack) {
        double share = comesBack ? equatorward : poleward;
        return Math.max(0, Math.min(1, Double.isNaN(share) ? 0.5 : share));
    }
}
