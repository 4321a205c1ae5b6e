package dev.shoal.qc.cotede;

/**
 * Flags what lies outside a range; its ends are inside.
 *
 * @param min smallest good value, below {@code max}
 * @param max largest good value
 * @param grades what is given
 */
public record GlobalRange(double min, double max, Grades grades) implements Procedure {

    /** Refuses a range without an inside. */
    public GlobalRange {
        if (!(min < max)) {
            throw new IllegalArgumentException(
                    "Cannot make a global range: found " + min + " to " + max + ", expected minval below maxval.");
        }
    }

    @Override
    public String flagName() {
        return "global_range";
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] values = profile.values();
        return Sample.ofValues(profile, i -> values[i] >= min && values[i] <= max ? grades.good() : grades.bad());
    }
}
