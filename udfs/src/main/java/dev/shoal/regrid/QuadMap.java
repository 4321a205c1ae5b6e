package dev.shoal.regrid;

/**
 * Finds where the origin of a plane lies inside a quadrilateral, in the coordinates {@code s} from corner 0 to 1 (and 3
 * to 2) and {@code t} from corner 0 to 3 (and 1 to 2). For one thread; holds the last answer.
 *
 * <p>With {@code a} = corner 0, {@code b} = 1 - 0, {@code c} = 3 - 0 and {@code d} = 0 - 1 + 2 - 3 the corners'
 * bilinear mean is {@code a + b s + c t + d s t}. It is zero where {@code (a + c t) x (b + d t) = 0}, a quadratic in
 * {@code t}.
 */
final class QuadMap {
    private static final double NO_AREA = 1e-12;

    private double s;
    private double t;
    private double excess;

    double s() {
        return s;
    }

    double t() {
        return t;
    }

    /** Returns how far outside [0, 1] the worse of {@code s} and {@code t} is; infinite where there is no solution. */
    double excess() {
        return excess;
    }

    /** Solves for corners at {@code (x[k], y[k])}, counted around the quadrilateral. */
    void solve(double[] x, double[] y) {
        excess = Double.POSITIVE_INFINITY;
        double bx = x[1] - x[0];
        double by = y[1] - y[0];
        double cx = x[3] - x[0];
        double cy = y[3] - y[0];
        double dx = x[2] - x[3] - bx;
        double dy = y[2] - y[3] - by;
        double area2 = (x[2] - x[0]) * (y[3] - y[1]) - (y[2] - y[0]) * (x[3] - x[1]);
        if (Math.abs(area2) <= NO_AREA * (bx * bx + by * by + cx * cx + cy * cy)) {
            return;
        }
        double square = cx * dy - cy * dx;
        double linear = cx * by - cy * bx + x[0] * dy - y[0] * dx;
        double constant = x[0] * by - y[0] * bx;
        double root = Math.sqrt(linear * linear - 4 * square * constant);
        double q = -0.5 * (linear + Math.copySign(root, linear));
        consider(constant / q, x[0], y[0], bx, by, cx, cy, dx, dy);
        consider(q / square, x[0], y[0], bx, by, cx, cy, dx, dy);
    }

    private void consider(
            double t, double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
        double alongX = bx + dx * t;
        double alongY = by + dy * t;
        double length2 = alongX * alongX + alongY * alongY;
        // Where two corners meet in a point, as at a pole, every s is right there.
        double s = length2 == 0 ? 0 : -((ax + cx * t) * alongX + (ay + cy * t) * alongY) / length2;
        double out = Math.max(Math.max(-s, s - 1), Math.max(-t, t - 1));
        if (out < excess) {
            this.s = s;
            this.t = t;
            this.excess = out;
        }
    }
}
