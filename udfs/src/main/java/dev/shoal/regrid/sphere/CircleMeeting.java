package dev.shoal.regrid.sphere;

/**
 * Where a great circle between two points meets a circle of latitude, as shares of the way along the chord. A point of
 * the chord lies under the circle where the square of its height is that of the circle times its own squared length: a
 * quadratic equation {@code square t^2 + linear t + constant = 0}.
 */
record CircleMeeting(double guess, double first, double second) {

    /** Takes edge {@code k} of a polygon, whose vertices know how far inside they are. */
    static CircleMeeting of(SphericalPolygon polygon, int k, LatitudeCircle circle, double up) {
        int next = polygon.next(k);
        double guess = polygon.side(k) / (polygon.side(k) - polygon.side(next));
        double z = circle.z();
        if (z == 0 || polygon.isAlongParallel(k)) {
            return new CircleMeeting(guess, guess, guess);
        }
        double dx = polygon.x(next) - polygon.x(k);
        double dy = polygon.y(next) - polygon.y(k);
        double dz = polygon.z(next) - polygon.z(k);
        double square = dz * dz - z * z * (dx * dx + dy * dy + dz * dz);
        double constant = up * polygon.side(k) * (polygon.z(k) + z);
        double whole = up * polygon.side(next) * (polygon.z(next) + z);
        double linear = whole - constant - square;
        double root = Math.sqrt(linear * linear - 4 * square * constant);
        double sum = -0.5 * (linear + Math.copySign(root, linear));
        double one = onSide(sum / square, polygon.z(k), dz, z);
        double other = onSide(constant / sum, polygon.z(k), dz, z);
        boolean ordered = one < other || Double.isNaN(other);
        return new CircleMeeting(guess, ordered ? one : other, ordered ? other : one);
    }

    /** Tells whether there are two places on the way, the ends included. */
    boolean isTwice() {
        return first >= 0 && second <= 1 && first < second;
    }

    /** Returns the place where there must be one. */
    double once() {
        double share = Double.isNaN(first) || beyond(second) < beyond(first) ? second : first;
        return Math.max(0, Math.min(1, Double.isNaN(share) ? guess : share));
    }

    private static double beyond(double share) {
        return Math.abs(share - 0.5);
    }

    /** Returns a share, or NaN where it is one of the circle as far on the other side of the equator. */
    private static double onSide(double share, double start, double way, double z) {
        return (start + share * way) * z > 0 ? share : Double.NaN;
    }
}
