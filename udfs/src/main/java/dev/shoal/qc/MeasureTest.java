package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.window.Measure;

/**
 * A test that measures each sample, such as how far it stands out, and compares the size of that with a threshold.
 *
 * <p>A measure that equals a threshold passes. Where there is nothing to measure a value is {@link QcFlag#UNKNOWN}.
 */
public sealed interface MeasureTest extends SeriesTest
        permits Hampel, Mad, TukeySpike, MedianSpike, Gradient, DigitRollover, CumulativeRateOfChange {

    /** Returns the size above which a value is {@link QcFlag#SUSPECT}; infinite for none. */
    double suspect();

    /** Returns the size above which a value is {@link QcFlag#FAIL}; infinite for none. */
    double fail();

    /** Sets the measure to work on one series. */
    Measure measure(Series series);

    @Override
    default QcKernel kernel(Series series) {
        double[] values = series.values();
        Measure measure = measure(series);
        return (start, end, flags) -> {
            double[] measured = new double[end - start];
            measure.fill(start, end, measured);
            for (int i = start; i < end; i++) {
                flags[i - start] = judge(values[i], Math.abs(measured[i - start]));
            }
        };
    }

    private byte judge(double value, double size) {
        if (!Double.isFinite(value)) {
            return QcFlag.MISSING;
        }
        return Double.isNaN(size) ? QcFlag.UNKNOWN : Thresholds.flag(size, suspect(), fail());
    }
}
