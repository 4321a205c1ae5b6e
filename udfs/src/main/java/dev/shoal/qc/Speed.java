package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.GeodesicSteps;
import java.util.List;
import java.util.SortedMap;

/**
 * Flags places that a platform could not have reached from the one before (Argo test 5, impossible speed; ioos_qc's
 * speed test): the geodesic of WGS84 over the time between, cut to whole seconds.
 *
 * <p>A speed that equals a threshold passes. Within one second the metres of the step count as metres a second. The
 * first sample is {@link QcFlag#UNKNOWN}; a place without one of its coordinates and the one after it are
 * {@link QcFlag#MISSING}; where there is no time the sample and the one after it are {@link QcFlag#UNKNOWN}; a step
 * from or to beyond a pole passes: {@link Location} fails it.
 *
 * @param suspect m/s above which a place is {@link QcFlag#SUSPECT}
 * @param fail m/s above which it is {@link QcFlag#FAIL}
 */
public record Speed(double suspect, double fail) implements PlaceTest {

    static final TestType TYPE = new TestType(
            "speed",
            "argo",
            "speed_test",
            List.of(Parameter.required("suspect_threshold", NUMBER), Parameter.required("fail_threshold", NUMBER)),
            arguments -> new Speed(arguments.number("suspect_threshold"), arguments.number("fail_threshold")));

    private static final long SECOND = 1_000_000;

    /** Refuses NaN. */
    public Speed {
        Thresholds.checked("speed", suspect);
        Thresholds.checked("speed", fail);
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
        return "speed: " + Thresholds.describe(suspect, fail, " m/s");
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.samples(1, 0);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        long[] times = series.timeMicros();
        return (start, end, flags) -> {
            GeodesicSteps steps = GeodesicSteps.onEllipsoid();
            if (start > 0) {
                steps.stepTo(lon[start - 1], lat[start - 1]);
            }
            for (int i = start; i < end; i++) {
                boolean isStep = steps.stepTo(lon[i], lat[i]);
                byte flag = i == 0
                        ? QcFlag.UNKNOWN
                        : isStep ? flag(steps, times[i - 1], times[i]) : withoutStep(lon, lat, i);
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : flag;
            }
        };
    }

    private byte flag(GeodesicSteps steps, long before, long time) {
        if (before == Series.NO_TIME || time == Series.NO_TIME) {
            return QcFlag.UNKNOWN;
        }
        double seconds = Math.abs(Math.floorDiv(time - before, SECOND));
        double divisor = seconds == 0 ? 1 : seconds;
        if (steps.exceeds(divisor, fail)) {
            return QcFlag.FAIL;
        }
        return steps.exceeds(divisor, suspect) ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    private static byte withoutStep(double[] lon, double[] lat, int i) {
        boolean arePlaces = Double.isFinite(lon[i])
                && Double.isFinite(lat[i])
                && Double.isFinite(lon[i - 1])
                && Double.isFinite(lat[i - 1]);
        return arePlaces ? QcFlag.GOOD : QcFlag.MISSING;
    }
}
