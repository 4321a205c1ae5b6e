package dev.shoal.regrid;

/**
 * Weights of the four points around a place on a line: the cubic that has the values of the inner two and there the
 * slopes of the parabolas through three points each. Where an outer point is missing, the slope at that end is that of
 * the parabola through the other three; where both are, the line is straight.
 *
 * <p>With equal steps the slopes are centred differences, as those of SCRIP's bicubic method; with any steps a parabola
 * is met exactly.
 */
final class CubicLine {

    private CubicLine() {}

    /**
     * Writes the weights of the points before, at the start, at the end, and after.
     *
     * @param s place between the inner points, 0 at the start and 1 at the end
     * @param before step from the point before to the start in any unit; NaN where there is no such point
     * @param step from the start to the end, above 0
     * @param after step from the end to the point after; NaN where there is no such point
     * @param weight overwritten, four of them; they sum to 1
     */
    static void weigh(double s, double before, double step, double after, double[] weight) {
        double rest = 1 - s;
        double startSlope = s * rest * rest;
        double endSlope = -s * s * rest;
        weight[0] = 0;
        weight[1] = (1 + 2 * s) * rest * rest;
        weight[2] = s * s * (3 - 2 * s);
        weight[3] = 0;
        boolean first = !Double.isNaN(before);
        boolean last = !Double.isNaN(after);
        if (!first && !last) {
            weight[1] = rest;
            weight[2] = s;
            return;
        }
        if (first) {
            centred(startSlope, before / step, weight, 0, 1);
        } else {
            oneSided(startSlope, after / step, weight, 1, 1);
        }
        if (last) {
            centred(-endSlope, after / step, weight, 3, -1);
        } else {
            oneSided(-endSlope, before / step, weight, 2, -1);
        }
    }

    /** Adds a slope at the middle of three points; {@code ratio} is the step to the outer one by the inner step. */
    private static void centred(double share, double ratio, double[] weight, int outer, int ahead) {
        weight[outer] -= share / (ratio * (1 + ratio));
        weight[outer + ahead] += share * (1 - ratio) / ratio;
        weight[outer + 2 * ahead] += share * ratio / (1 + ratio);
    }

    /** Adds a slope at the first of three points; {@code ratio} is the farther step by the nearer one. */
    private static void oneSided(double share, double ratio, double[] weight, int at, int ahead) {
        weight[at] -= share * (2 + ratio) / (1 + ratio);
        weight[at + ahead] += share * (1 + ratio) / ratio;
        weight[at + 2 * ahead] -= share / (ratio * (1 + ratio));
    }
}
