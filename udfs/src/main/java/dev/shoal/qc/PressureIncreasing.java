package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import java.util.List;
import java.util.SortedMap;

/**
 * Doubts pressures that do not go on in the direction of their profile (ioos_qc's form of Argo test 8, pressure
 * increasing).
 *
 * <p>The values are pressures. A profile goes up where the mean step is negative. A pressure is compared with the one
 * before only, so a stretch that runs on smoothly after a jump back passes. A missing pressure counts as
 * {@link QcFlag#GOOD}, as does the one after it.
 */
public record PressureIncreasing() implements SeriesTest {

    /** The number up to which numpy adds without halving. */
    private static final int HALVED_ABOVE = 128;

    private static final int LANES = 8;

    static final TestType TYPE = new TestType(
            "pressure_increasing",
            "argo",
            "pressure_increasing_test",
            List.of(),
            arguments -> new PressureIncreasing());

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText().byName();
    }

    @Override
    public String describe() {
        return "pressure increasing: suspect unless larger than the one before, or smaller on the way up";
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.WHOLE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] pressures = series.values();
        double down = sumOfSteps(pressures, 0, series.size() - 1) < 0 ? -1 : 1;
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                double step = i == 0 ? Double.NaN : down * (pressures[i] - pressures[i - 1]);
                flags[i - start] = step <= 0 ? QcFlag.SUSPECT : QcFlag.GOOD;
            }
        };
    }

    /** Adds the steps in numpy's order, so that a cast down and up again is told the same direction. */
    private static double sumOfSteps(double[] pressures, int start, int steps) {
        if (steps > HALVED_ABOVE) {
            int half = steps / 2 - steps / 2 % LANES;
            return sumOfSteps(pressures, start, half) + sumOfSteps(pressures, start + half, steps - half);
        }
        double[] lanes = new double[LANES];
        int even = steps < LANES ? 0 : steps - steps % LANES;
        for (int i = 0; i < even; i++) {
            lanes[i % LANES] += pressures[start + i + 1] - pressures[start + i];
        }
        double sum = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        for (int i = even; i < steps; i++) {
            sum += pressures[start + i + 1] - pressures[start + i];
        }
        return sum;
    }
}
