package dev.shoal.qc.cotede;

import dev.shoal.qc.window.CumulativeRate;
import dev.shoal.qc.window.Measure;
import java.util.Map;

/**
 * Flags a {@link CumulativeRate}.
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
        Measure feature = new CumulativeRate(profile.values(), memory);
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
    public Map<String, Measure> features(Profile profile) {
        return Map.of(NAME, new CumulativeRate(profile.values(), memory));
    }
}
