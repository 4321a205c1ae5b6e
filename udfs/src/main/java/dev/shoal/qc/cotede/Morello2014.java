package dev.shoal.qc.cotede;

import dev.shoal.qc.window.LocalMeasure;
import dev.shoal.qc.window.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Flags by how far a sample's features belong to low and to high uncertainty (Morello et al. 2014, Methods Oceanogr. 9,
 * 17, after Timms et al. 2011).
 *
 * <p>Above 0.9 low a value is good, above 0.5 low and below 0.3 high probably good, entirely high bad, otherwise
 * probably bad. Where features are missing, whether the value is or not, it is not evaluated.
 *
 * @param sets memberships of the features
 * @param levels the sets that are kept beside the flags
 */
public record Morello2014(FuzzySets sets, List<String> levels) implements Procedure {

    private static final String LOW = "low";

    /** Copies the levels. */
    public Morello2014 {
        levels = List.copyOf(levels);
    }

    @Override
    public String flagName() {
        return "morello2014";
    }

    @Override
    public List<String> needs() {
        return sets.needs();
    }

    @Override
    public Span reach() {
        return Span.of(LocalMeasure.SPIKE);
    }

    @Override
    public Flagging on(Profile profile) {
        Map<String, double[]> measured = sets.measure(profile);
        double[] low = sets.membership(LOW, measured, profile.size());
        double[] high = sets.membership(FuzzySets.HIGH, measured, profile.size());
        return Sample.each(i -> judge(low[i], high[i]));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        Map<String, double[]> measured = sets.measure(profile);
        Map<String, Measure> memberships = new LinkedHashMap<>();
        for (String level : levels) {
            double[] membership = sets.membership(level, measured, profile.size());
            memberships.put(level, (start, end, into) -> System.arraycopy(membership, start, into, 0, end - start));
        }
        return memberships;
    }

    private static byte judge(double low, double high) {
        if (high == 1) {
            return CotedeFlag.BAD;
        }
        if (low <= 0.5 || high >= 0.3) {
            return CotedeFlag.PROBABLY_BAD;
        }
        if (low > 0.9) {
            return CotedeFlag.GOOD;
        }
        return low > 0.5 && high < 0.3 ? CotedeFlag.PROBABLY_GOOD : CotedeFlag.NOT_EVALUATED;
    }
}
