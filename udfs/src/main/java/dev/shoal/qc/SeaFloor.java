package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.Bathymetry;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Flags samples from below the sea floor (GTSPP test 1.5, sounding; Argo's use of bathymetry): their depth against the
 * depth of the floor at their place, which stands beside the values, or else is the deepest around the place by the
 * coarse {@link Bathymetry#bundled} one: allow a few hundred metres then.
 *
 * <p>Land has a floor above zero depth, so what was taken there lies below it. Where a depth is missing the sample is
 * {@link QcFlag#UNKNOWN}.
 *
 * @param suspect metres below the floor above which a sample is {@link QcFlag#SUSPECT}; {@link Thresholds#OFF} for none
 * @param fail metres below the floor above which it is {@link QcFlag#FAIL}; {@link Thresholds#OFF} for none
 */
public record SeaFloor(double suspect, double fail) implements SeriesTest {

    /** CF's name of the depth of the floor, metres, positive downwards. */
    public static final String FLOOR = "sea_floor_depth_below_geoid";

    static final TestType TYPE = new TestType(
            "sea_floor",
            "shoal",
            "sea_floor_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new SeaFloor(
                    arguments.number("suspect_threshold", Thresholds.OFF), arguments.number("fail_threshold", 0)));

    /** Refuses NaN. */
    public SeaFloor {
        Thresholds.checked("sea floor", suspect);
        Thresholds.checked("sea floor", fail);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return Thresholds.text(suspect, fail).byName();
    }

    @Override
    public String describe() {
        return "sea floor: " + Thresholds.describe(suspect, fail, " m") + " below it";
    }

    @Override
    public List<String> needs() {
        return List.of(Role.DEPTH);
    }

    @Override
    public List<String> uses() {
        return List.of(FLOOR, Role.LAT, Role.LON);
    }

    @Override
    public Optional<String> obstacle(Series series) {
        Companions beside = series.companions();
        boolean hasFloor = beside.has(FLOOR) || (beside.has(Role.LAT) && beside.has(Role.LON));
        return SeriesTest.super
                .obstacle(series)
                .or(() -> hasFloor
                        ? Optional.empty()
                        : Optional.of("there is neither " + FLOOR + " nor a lat and lon beside the values"));
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] depths = series.companions().of(Role.DEPTH);
        double[] floors = floors(series.companions());
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                double below = depths[i] - floors[i];
                byte flag = Double.isNaN(below) ? QcFlag.UNKNOWN : Thresholds.flag(below, suspect, fail);
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
            }
        };
    }

    private static double[] floors(Companions beside) {
        return beside.has(FLOOR)
                ? beside.of(FLOOR)
                : Bathymetry.bundled().depthsMetres(beside.of(Role.LON), beside.of(Role.LAT));
    }
}
