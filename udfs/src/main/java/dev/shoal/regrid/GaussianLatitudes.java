package dev.shoal.regrid;

/**
 * The Gaussian latitudes: arc sines of the zeros of a Legendre polynomial (Abramowitz and Stegun, 25.4.29), and the
 * bounds of the belts whose areas are the weights of Gauss-Legendre quadrature, as CDO has them.
 */
final class GaussianLatitudes {
    private static final int MOST_STEPS = 20;

    private final double[] lat;
    private final double[] bounds;

    /**
     * Reckons the latitudes to within 1e-14 radians.
     *
     * @param count of rows, even
     */
    GaussianLatitudes(int count) {
        lat = new double[count];
        bounds = new double[2 * count];
        double above = 0;
        bounds[0] = 90;
        for (int i = 0; i < count / 2; i++) {
            double theta = zero(count, Math.PI * (i + 0.75) / (count + 0.5));
            lat[i] = 90 - Math.toDegrees(theta);
            double slope = legendre(count, theta)[1];
            above += 2 / (slope * slope);
            bounds[2 * i + 1] = i == count / 2 - 1 ? 0 : 90 - Math.toDegrees(2 * Math.asin(Math.sqrt(above / 2)));
            if (i + 1 < count / 2) {
                bounds[2 * i + 2] = bounds[2 * i + 1];
            }
        }
        for (int i = 0; i < count / 2; i++) {
            lat[count - 1 - i] = -lat[i];
            bounds[2 * (count - 1 - i)] = 0.0 - bounds[2 * i + 1];
            bounds[2 * (count - 1 - i) + 1] = -bounds[2 * i];
        }
    }

    /** Returns degrees north from north to south. */
    double[] lat() {
        return lat;
    }

    /** Returns the bounds of the rows, shape {@code (rows, 2)}, the northern first. */
    double[] bounds() {
        return bounds;
    }

    /** Newton's method along the angle from the pole, which keeps its digits near the pole as well. */
    private static double zero(int degree, double guess) {
        double theta = guess;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] value = legendre(degree, theta);
            double change = value[0] / value[1];
            theta -= change;
            if (Math.abs(change) < 1e-16) {
                break;
            }
        }
        return theta;
    }

    /** Returns the Legendre polynomial of the cosine of an angle, and its derivative by the angle. */
    private static double[] legendre(int degree, double theta) {
        double x = Math.cos(theta);
        double before = 1;
        double value = x;
        for (int k = 2; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
            before = value;
            value = next;
        }
        return new double[] {value, degree * (x * value - before) / Math.sin(theta)};
    }
}
