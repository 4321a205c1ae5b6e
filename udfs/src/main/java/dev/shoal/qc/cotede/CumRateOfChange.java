package dev.shoal.qc.cotede;

import java.util.Map;

/**
 * Flags a rate of change that, once high, is forgotten only slowly (Timms et al. 2011, Sensors 11, 9589).
 *
 * <p>{@code c[i]} is {@code |x[i] - x[i-1]|} where that is no less than {@code c[i-1]}, otherwise
 * {@code (1 - memory) |x[i] - x[i-1]| + memory c[i-1]}. A missing value forgets all.
 *
 * @param threshold above which a value is bad, in the values' unit
 * @param memory part of the last rate that stays, 0 to 1
 * @param grades what is given
 */
public record CumRateOfChange(double threshold, double memory, Grades grades) implements Procedure {

    private static final String NAME = "cum_rate_of_change";

    @Override
    public String flagName() {
        return NAME;
    }

    @Override
    public Span reach() {
        return new Span(Integer.MAX_VALUE, 0);
    }

    @Override
    public Flagging on(Profile profile) {
        Feature feature = new Cumulative(profile.values(), memory);
        return (start, end, flags) -> {
            double[] block = new double[end - start];
            feature.fill(start, end, block);
            for (int i = start; i < end; i++) {
                flags[i - start] = profile.isMissing(i)
                        ? CotedeFlag.MISSING
                        : grades.atMost(Math.abs(block[i - start]), threshold);
            }
        };
    }

    @Override
    public Map<String, Feature> features(Profile profile) {
        return Map.of(NAME, new Cumulative(profile.values(), memory));
    }

    /** The feature, which carries the last rate from block to block. */
    private static final class Cumulative implements Feature {

        private final double[] x;
        private final double memory;
        private double latest = Double.NaN;

        Cumulative(double[] x, double memory) {
            this.x = x;
            this.memory = memory;
        }

        @Override
        public void fill(int start, int end, double[] into) {
            for (int i = start; i < end; i++) {
                double rate = i == 0 ? Double.NaN : Math.abs(x[i] - x[i - 1]);
                rate = Double.isInfinite(rate) ? rate + 0 * x[i] + 0 * x[i - 1] : rate;
                latest = rate < latest ? (1 - memory) * rate + memory * latest : rate;
                into[i - start] = latest;
            }
        }
    }
}
