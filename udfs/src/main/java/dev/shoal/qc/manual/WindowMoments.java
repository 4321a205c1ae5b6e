package dev.shoal.qc.manual;

import java.util.Arrays;

/**
 * Number, mean and variance of the samples of the last while, for one sample after the other.
 *
 * <p>The axis is cut into blocks as long as the window, at multiples of its length. A window then is the end of one
 * block and the beginning of the next, and both are summed from their common border, each sum recentred on its running
 * mean (Welford 1962, joined after Chan, Golub and LeVeque 1979). So a sample costs constant time on average, memory is
 * that of two windows, large offsets cost no digits, and the sums depend on nothing but the samples within the window:
 * any part of a series that begins a window earlier gives the same bits.
 *
 * <p>Where the axis steps back, what was before is forgotten.
 */
final class WindowMoments {

    private final long length;
    private long block = Long.MIN_VALUE;
    private long latest = Long.MIN_VALUE;
    private final Moments prefix = new Moments();
    private final Moments window = new Moments();
    private final Block current = new Block();
    private final Block before = new Block();
    private int beforeStart;

    /** @param length of the window, in the unit of the axis; above 0 */
    WindowMoments(long length) {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "Cannot make a window: found a length of " + length + ", expected one above 0.");
        }
        this.length = length;
    }

    /**
     * Returns the moments of the samples added so far that lie at most a window's length before a place; valid until
     * the next call.
     */
    Moments at(long place) {
        advance(place);
        while (beforeStart < before.size && before.places[beforeStart] < place - length) {
            beforeStart++;
        }
        window.set(prefix);
        if (beforeStart < before.size) {
            window.join(before.size - beforeStart, before.means[beforeStart], before.squares[beforeStart]);
        }
        return window;
    }

    /** Adds a sample, which must be finite. */
    void add(long place, double value) {
        advance(place);
        current.add(place, value);
        prefix.add(value);
    }

    private void advance(long place) {
        long now = Math.floorDiv(place, length);
        if (place < latest || now > block + 1) {
            before.size = 0;
            beforeStart = 0;
            current.size = 0;
            prefix.clear();
        } else if (now > block) {
            current.sumFromTheEnd();
            before.takeFrom(current);
            beforeStart = 0;
            prefix.clear();
        }
        block = now;
        latest = place;
    }

    /** Number, mean and summed squares of the deviations from the mean. */
    static final class Moments {

        private int count;
        private double mean;
        private double squares;

        void clear() {
            count = 0;
            mean = 0;
            squares = 0;
        }

        void add(double value) {
            double deviation = value - mean;
            mean += deviation / ++count;
            squares += deviation * (value - mean);
        }

        void set(Moments other) {
            count = other.count;
            mean = other.mean;
            squares = other.squares;
        }

        void join(int otherCount, double otherMean, double otherSquares) {
            double apart = otherMean - mean;
            double share = (double) otherCount / (count + otherCount);
            squares += otherSquares + apart * apart * count * share;
            mean += apart * share;
            count += otherCount;
        }

        int count() {
            return count;
        }

        double mean() {
            return mean;
        }

        /** Returns the standard deviation of the samples as a population; NaN of none. */
        double deviation() {
            return Math.sqrt(squares / count);
        }
    }

    /** The samples of one block, and the moments from each of them to the block's end. */
    private static final class Block {

        private long[] places = new long[16];
        private double[] values = new double[16];
        private double[] means = new double[16];
        private double[] squares = new double[16];
        private int size;

        void add(long place, double value) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            places[size] = place;
            values[size++] = value;
        }

        void sumFromTheEnd() {
            if (means.length < size) {
                means = new double[places.length];
                squares = new double[places.length];
            }
            Moments suffix = new Moments();
            for (int i = size - 1; i >= 0; i--) {
                suffix.add(values[i]);
                means[i] = suffix.mean;
                squares[i] = suffix.squares;
            }
        }

        void takeFrom(Block other) {
            long[] ourPlaces = places;
            double[] ourValues = values;
            double[] ourMeans = means;
            double[] ourSquares = squares;
            places = other.places;
            means = other.means;
            squares = other.squares;
            values = other.values;
            size = other.size;
            other.places = ourPlaces;
            other.values = ourValues;
            other.means = ourMeans;
            other.squares = ourSquares;
            other.size = 0;
        }
    }
}
