package dev.shoal.qc.field;

import java.io.Serializable;

/** The nodes of one axis of a field: along a line, or round the globe. */
final class FieldAxis implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double ROUND = 360;

    /** What longitudes kept as floats may be off. */
    private static final double ROUNDING = 1e-3;

    private final double first;

    private final double sign;

    /** Distances from the first node, ascending. */
    private final double[] offsets;

    private final boolean isRound;

    private FieldAxis(String name, double[] nodes, boolean isRound) {
        if (nodes.length < 2) {
            throw new IllegalArgumentException(
                    "Cannot make a field: found " + nodes.length + " nodes of " + name + ", expected two or more.");
        }
        this.isRound = isRound;
        first = nodes[0];
        sign = step(nodes, 1, isRound) < 0 ? -1 : 1;
        offsets = new double[nodes.length];
        for (int i = 1; i < nodes.length; i++) {
            double step = sign * step(nodes, i, isRound);
            if (!(step > 0)) {
                throw new IllegalArgumentException("Cannot make a field: found the " + name + "s " + nodes[i - 1]
                        + " and " + nodes[i] + " at index " + i + ", expected them to go one way. Sort the field.");
            }
            offsets[i] = offsets[i - 1] + step;
        }
        if (isRound && span() > ROUND + ROUNDING) {
            throw new IllegalArgumentException("Cannot make a field: found the " + name + "s from " + first + " to "
                    + nodes[nodes.length - 1] + " more than once round the globe. Cut what is there twice.");
        }
    }

    /** Returns an axis along a line. */
    static FieldAxis straight(String name, double[] nodes) {
        return new FieldAxis(name, nodes, false);
    }

    /** Returns an axis round the globe, in degrees of any origin. */
    static FieldAxis round(String name, double[] nodes) {
        return new FieldAxis(name, nodes, true);
    }

    private static double step(double[] nodes, int i, boolean isRound) {
        double step = nodes[i] - nodes[i - 1];
        return isRound ? Math.IEEEremainder(step, ROUND) : step;
    }

    int length() {
        return offsets.length;
    }

    private double span() {
        return offsets[offsets.length - 1];
    }

    /**
     * Finds a place. Beyond the outer nodes by half a step or less it is at the outer node; round the globe, where the
     * nodes go round it, between the last and the first.
     *
     * @return whether the axis has the place
     */
    boolean find(double x, Between place) {
        double distance = sign * (x - first);
        if (isRound) {
            distance %= ROUND;
            distance += distance < 0 ? ROUND : 0;
        }
        if (distance >= 0 && distance <= span()) {
            inside(distance, place);
            return true;
        }
        if (isRound && isClosed()) {
            place.set(length() - 1, 0, Math.min(1, (distance - span()) / (ROUND - span())));
            return !Double.isNaN(distance);
        }
        return outside(distance, place);
    }

    /** Tells whether the step from the last node to the first is one like the others. */
    private boolean isClosed() {
        return ROUND - span() <= 1.5 * Math.max(offsets[1], span() - offsets[length() - 2]);
    }

    private boolean outside(double distance, Between place) {
        double before = isRound ? ROUND - distance : -distance;
        if (before > 0 && before <= offsets[1] / 2) {
            place.at(0);
            return true;
        }
        place.at(length() - 1);
        return distance > span() && distance - span() <= (span() - offsets[length() - 2]) / 2;
    }

    private void inside(double distance, Between place) {
        int low = 0;
        int high = offsets.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (distance >= offsets[middle]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        place.set(low, high, (distance - offsets[low]) / (offsets[high] - offsets[low]));
    }
}
