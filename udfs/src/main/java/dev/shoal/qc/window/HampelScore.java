package dev.shoal.qc.window;

/**
 * How far a value lies from the median around it, in median absolute deviations: what Hampel's filter compares with a
 * threshold (Davies and Gather 1993, JASA 88, 782; Pearson 2002, IEEE Trans. Control Syst. Technol. 10, 55).
 *
 * <p>Median and deviation are those of the finite values of a window, as many samples before as after, shorter at the
 * ends of the series. The deviation is multiplied by 1.4826, which makes it the standard deviation of normal values.
 * Where the window holds fewer than {@value #FEWEST} values, or none at its middle, the score is NaN. A sample costs a
 * logarithm of the window, and memory is that of the window. Belongs to one thread.
 */
public final class HampelScore implements Measure {

    /** How many values a window must hold. */
    public static final int FEWEST = 3;

    /** Standard deviation of normal values over their median absolute deviation. */
    public static final double DEVIATIONS = 1.482602218505602;

    private final double[] x;
    private final int size;
    private final int half;
    private final double resolution;
    private final RankedWindow window;
    private final int slots;
    private int first;
    private int end;

    /**
     * Begins before the first sample.
     *
     * @param x the series, at least {@code size} long; lent
     * @param size number of samples
     * @param half samples of the window before and after its middle
     * @param resolution smallest deviation to count by, in the values' unit, so that a value a digit away in calm water
     *     is not infinitely far; 0 for none
     */
    public HampelScore(double[] x, int size, int half, double resolution) {
        this.x = x;
        this.size = size;
        this.half = half;
        this.resolution = resolution;
        this.slots = (int) Math.min(size, 2L * half + 1);
        this.window = RankedWindow.of(slots);
    }

    @Override
    public void fill(int start, int until, double[] into) {
        for (int i = start; i < until; i++) {
            slide(Math.max(0, i - half), (int) Math.min(size, i + (long) half + 1));
            into[i - start] = Double.isFinite(x[i]) ? score(x[i]) : Double.NaN;
        }
    }

    private void slide(int newFirst, int newEnd) {
        for (; first < newFirst; first++) {
            if (Double.isFinite(x[first])) {
                window.take(first % slots, x[first]);
            }
        }
        for (; end < newEnd; end++) {
            if (Double.isFinite(x[end])) {
                window.add(end % slots, x[end]);
            }
        }
    }

    private double score(double value) {
        if (window.size() < FEWEST) {
            return Double.NaN;
        }
        double median = window.median();
        double deviation = Math.max(resolution, DEVIATIONS * window.medianDistance(median));
        double distance = Math.abs(value - median);
        return distance == 0 ? 0 : distance / deviation;
    }
}
