package dev.shoal.qc.cotede;

import java.util.List;
import java.util.Locale;

/**
 * Flags what was not taken deeper than everything before it (Argo test 8, increasing pressure).
 *
 * <p>The first sample is good. A sample whose depth is missing is missing; where the first is, nothing is deeper. Where
 * all neighbours that are both there lie in order and there is such a pair, all is good, as in CoTeDe.
 *
 * @param flagName name of the flags
 * @param coordinate name of the depth or pressure to look at
 * @param grades what is given
 */
public record MonotonicZ(String flagName, String coordinate, Grades grades) implements Procedure {

    /** What CoTeDe looks at where no coordinate is named. */
    public static final String DEPTH = "depth";

    /** Makes a test whose flags are named after the coordinate. */
    public MonotonicZ(String coordinate, Grades grades) {
        this("monotonic_" + coordinate.toLowerCase(Locale.ROOT), coordinate, grades);
    }

    @Override
    public List<String> needs() {
        return List.of(coordinate);
    }

    @Override
    public Span reach() {
        return Span.WHOLE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] z = profile.column(coordinate);
        return isInOrder(z, profile.size())
                ? Sample.each(i -> Double.isFinite(z[i]) ? grades.good() : CotedeFlag.MISSING)
                : new Deepest(z);
    }

    private static boolean isInOrder(double[] z, int size) {
        boolean anyPair = false;
        for (int i = 1; i < size; i++) {
            boolean pair = Double.isFinite(z[i]) && Double.isFinite(z[i - 1]);
            if (pair && !(z[i] - z[i - 1] > 0)) {
                return false;
            }
            anyPair |= pair;
        }
        return anyPair;
    }

    /** Carries the deepest sample from block to block. */
    private final class Deepest implements Flagging {

        private final double[] z;
        private double deepest = Double.NaN;

        Deepest(double[] z) {
            this.z = z;
        }

        @Override
        public void flag(int start, int end, byte[] flags) {
            for (int i = start; i < end; i++) {
                if (!Double.isFinite(z[i])) {
                    flags[i - start] = CotedeFlag.MISSING;
                    continue;
                }
                boolean good = i == 0 || z[i] > deepest;
                deepest = good ? z[i] : deepest;
                flags[i - start] = good ? grades.good() : grades.bad();
            }
        }
    }
}
