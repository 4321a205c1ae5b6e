package dev.shoal.regrid.time;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;

/**
 * Sums of many cells, kept without any rounding until they are asked for.
 *
 * <p>Each cell keeps its sum as two doubles that do not overlap, and what does not fit into them as more of the kind.
 * Errors of additions are found exactly (Knuth, The Art of Computer Programming 2, section 4.2.2; Shewchuk 1997,
 * "Adaptive precision floating-point arithmetic", for the growing expansion).
 *
 * <p>Law: a sum is the true sum of the numbers, rounded once; so it does not depend on their order, nor on how they
 * were shared out between sums that are merged, to the last bit. Sums beyond the range of doubles are infinite or NaN
 * and are not bound to that law. Not thread-safe.
 */
public final class ExactSums implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] high;
    private final double[] low;
    private final HashMap<Integer, double[]> rest = new HashMap<>();

    /** Makes sums of nothing for so many cells. */
    public ExactSums(int cells) {
        this.high = new double[cells];
        this.low = new double[cells];
    }

    /** Forgets all numbers. */
    public void clear() {
        Arrays.fill(high, 0);
        Arrays.fill(low, 0);
        rest.clear();
    }

    /** Adds a number to a cell's sum. */
    public void add(int cell, double number) {
        double sum = high[cell] + number;
        if (!Double.isFinite(sum)) {
            high[cell] = sum;
            low[cell] = 0;
            return;
        }
        double error = errorOf(high[cell], number, sum);
        double small = low[cell] + error;
        double lost = errorOf(low[cell], error, small);
        high[cell] = sum + small;
        low[cell] = errorOf(sum, small, high[cell]);
        if (lost != 0) {
            rest.put(cell, grown(rest.getOrDefault(cell, new double[0]), lost));
        }
    }

    /** Adds a product of two numbers, without rounding it. */
    public void addProduct(int cell, double factor, double number) {
        double product = factor * number;
        add(cell, product);
        double error = Math.fma(factor, number, -product);
        if (error != 0 && Double.isFinite(product)) {
            add(cell, error);
        }
    }

    /** Adds the sums of as many other cells. */
    public void merge(ExactSums other) {
        if (other.high.length != high.length) {
            throw new IllegalArgumentException("Cannot merge sums of " + other.high.length + " cells into those of "
                    + high.length + ", expected as many.");
        }
        for (int cell = 0; cell < high.length; cell++) {
            add(cell, other.high[cell]);
            add(cell, other.low[cell]);
        }
        other.rest.forEach((cell, numbers) -> {
            for (double number : numbers) {
                add(cell, number);
            }
        });
    }

    /** Returns a cell's sum, rounded to the nearest double. */
    public double sum(int cell) {
        double[] more = rest.get(cell);
        if (more == null || !Double.isFinite(high[cell])) {
            return high[cell];
        }
        return rounded(grown(grown(more, low[cell]), high[cell]));
    }

    /** Returns what an addition of two finite numbers lost. */
    private static double errorOf(double a, double b, double sum) {
        double part = sum - a;
        return (a - (sum - part)) + (b - part);
    }

    /** Returns numbers that do not overlap, smallest first, whose sum is that of others and one more. */
    private static double[] grown(double[] parts, double number) {
        double[] grown = new double[parts.length + 1];
        int count = 0;
        double carried = number;
        for (double part : parts) {
            double sum = carried + part;
            double error = errorOf(carried, part, sum);
            if (error != 0) {
                grown[count++] = error;
            }
            carried = sum;
        }
        grown[count++] = carried;
        return Arrays.copyOf(grown, count);
    }

    /** Adds numbers that do not overlap, smallest first; halves are decided by what is below them. */
    private static double rounded(double[] parts) {
        int next = parts.length - 1;
        double sum = parts[next];
        double error = 0;
        while (next > 0 && error == 0) {
            double before = sum;
            sum = before + parts[--next];
            error = parts[next] - (sum - before);
        }
        boolean away = next > 0 && error != 0 && Math.signum(error) == Math.signum(parts[next - 1]);
        double doubled = 2 * error;
        double other = sum + doubled;
        return away && other - sum == doubled ? other : sum;
    }
}
