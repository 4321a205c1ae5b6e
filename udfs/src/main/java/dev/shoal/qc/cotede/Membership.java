package dev.shoal.qc.cotede;

import java.io.Serializable;
import java.util.List;

/**
 * How far a number belongs to a fuzzy set, 0 to 1; NaN belongs NaN far.
 *
 * @param shape of the function
 * @param corners where it bends, in ascending order, as many as the shape has
 */
public record Membership(Shape shape, List<Double> corners) implements Serializable {

    /** Shapes of membership functions, by the names of scikit-fuzzy. */
    public enum Shape {
        /** Rises from 0 at the first corner to 1 at the second along two parabolas. */
        SMF(2) {
            @Override
            double of(double x, List<Double> p) {
                return rise(x, p.get(0), p.get(1));
            }
        },
        /** Falls from 1 at the first corner to 0 at the second along two parabolas. */
        ZMF(2) {
            @Override
            double of(double x, List<Double> p) {
                return fall(x, p.get(0), p.get(1));
            }
        },
        /** Rises in a line from the first corner to 1 at the second and falls to 0 at the third. */
        TRIMF(3) {
            @Override
            double of(double x, List<Double> p) {
                return peak(x, p.get(0), p.get(1), p.get(2));
            }
        },
        /**
         * Rises in a line from the first corner, is 1 between the second and the third and falls to 0 at the fourth. At
         * the second corner itself it is 0, as in CoTeDe, unless the third is the same.
         */
        TRAPMF(4) {
            @Override
            double of(double x, List<Double> p) {
                if (x >= p.get(2)) {
                    return peak(x, p.get(2), p.get(2), p.get(3));
                }
                return x > p.get(1) ? 1 : peak(x, p.get(0), p.get(1), p.get(1));
            }
        };

        private final int corners;

        Shape(int corners) {
            this.corners = corners;
        }

        abstract double of(double x, List<Double> corners);
    }

    /** Refuses a number of corners that the shape does not have, and corners out of order. */
    public Membership {
        corners = List.copyOf(corners);
        boolean fits = corners.size() == shape.corners;
        for (int i = 1; i < corners.size(); i++) {
            fits &= corners.get(i - 1) <= corners.get(i);
        }
        if (!fits) {
            throw new IllegalArgumentException("Cannot make a membership function " + shape + ": found " + corners
                    + ", expected " + shape.corners + " numbers in ascending order.");
        }
    }

    /** Returns how far a number belongs. */
    public double of(double x) {
        return Double.isNaN(x) ? Double.NaN : shape.of(x, corners);
    }

    private static double rise(double x, double foot, double ceiling) {
        if (x >= ceiling) {
            return 1;
        }
        if (x <= foot) {
            return 0;
        }
        return x < (foot + ceiling) / 2
                ? 2 * square((x - foot) / (ceiling - foot))
                : 1 - 2 * square((x - ceiling) / (ceiling - foot));
    }

    private static double fall(double x, double ceiling, double foot) {
        if (x >= foot) {
            return 0;
        }
        if (x <= ceiling) {
            return 1;
        }
        return x < (ceiling + foot) / 2
                ? 1 - 2 * square((x - ceiling) / (foot - ceiling))
                : 2 * square((x - foot) / (foot - ceiling));
    }

    private static double peak(double x, double left, double top, double right) {
        if (x >= right || (x <= left && x != top)) {
            return 0;
        }
        if (x == top) {
            return 1;
        }
        return x < top ? (x - left) / (top - left) : (right - x) / (right - top);
    }

    private static double square(double x) {
        return x * x;
    }
}
