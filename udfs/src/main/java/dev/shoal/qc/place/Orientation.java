package dev.shoal.qc.place;

import java.math.BigDecimal;

/** On which side of a line a point lies, without rounding errors. */
final class Orientation {

    /** What the difference of products may be wrong by, of the products' sum (Shewchuk 1997). */
    private static final double ERROR = (3 + 16 * 0x1p-53) * 0x1p-53;

    private Orientation() {}

    /** Returns above zero where c lies left of the line from a to b, below zero where right, and zero where on it. */
    static int of(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double difference = left - right;
        if (Math.abs(difference) > ERROR * (Math.abs(left) + Math.abs(right))) {
            return difference > 0 ? 1 : -1;
        }
        return exact(ax, ay, bx, by, cx, cy);
    }

    private static int exact(double ax, double ay, double bx, double by, double cx, double cy) {
        BigDecimal x = new BigDecimal(cx);
        BigDecimal y = new BigDecimal(cy);
        BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
        BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
        return left.compareTo(right);
    }
}
