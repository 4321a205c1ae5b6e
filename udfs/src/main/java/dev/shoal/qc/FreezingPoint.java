package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.seawater.Teos10;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Flags temperatures below the freezing point of the water they were measured in (GTSPP test 2.7, freezing point), by
 * TEOS-10.
 *
 * <p>The values are in-situ temperatures in degC; practical salinity and sea pressure stand beside them, and longitude
 * and latitude may. Without a place the salinity counts as that of standard seawater. Where salinity or pressure is
 * missing, or below zero salinity, a value is {@link QcFlag#UNKNOWN}.
 *
 * @param suspect kelvins below the freezing point above which a value is {@link QcFlag#SUSPECT}; {@link Thresholds#OFF}
 *     for none
 * @param fail kelvins below the freezing point above which it is {@link QcFlag#FAIL}; {@link Thresholds#OFF} for none
 */
public record FreezingPoint(double suspect, double fail) implements SeriesTest {

    static final TestType TYPE = new TestType(
            "freezing_point",
            "shoal",
            "freezing_point_test",
            List.of(Parameter.optional("suspect_threshold", NUMBER), Parameter.optional("fail_threshold", NUMBER)),
            arguments -> new FreezingPoint(
                    arguments.number("suspect_threshold", Thresholds.OFF), arguments.number("fail_threshold", 0)));

    /** Above every freezing point at a pressure above {@link #LEAST_PRESSURE}, degC. */
    private static final double SURELY_LIQUID = 0.1;

    private static final double LEAST_PRESSURE = -10;

    /** Refuses NaN and thresholds below zero. */
    public FreezingPoint {
        if (!(suspect >= 0) || !(fail >= 0)) {
            throw new IllegalArgumentException("Cannot make a freezing point test: found the thresholds " + suspect
                    + " and " + fail + " K, expected none below 0.");
        }
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
        return "freezing point: " + Thresholds.describe(suspect, fail, " K") + " below it";
    }

    @Override
    public List<String> needs() {
        return List.of(Role.SALINITY, Role.PRESSURE);
    }

    @Override
    public List<String> uses() {
        return List.of(Role.LON, Role.LAT);
    }

    @Override
    public Reach reach(Cadence cadence) {
        return Reach.NONE;
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] salinities = series.companions().of(Role.SALINITY);
        double[] pressures = series.companions().of(Role.PRESSURE);
        Map<String, double[]> beside = series.companions().numbers();
        double[] lon = beside.getOrDefault(Role.LON, new double[0]);
        double[] lat = beside.getOrDefault(Role.LAT, new double[0]);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isPlace = i < lon.length && i < lat.length;
                double east = isPlace ? lon[i] : Double.NaN;
                double north = isPlace ? lat[i] : Double.NaN;
                flags[i - start] = flag(values[i], salinities[i], pressures[i], east, north);
            }
        };
    }

    private byte flag(double t, double sp, double p, double lon, double lat) {
        if (Double.isNaN(t)) {
            return QcFlag.MISSING;
        }
        if (!(sp >= 0) || !Double.isFinite(sp) || !Double.isFinite(p)) {
            return QcFlag.UNKNOWN;
        }
        if (t > SURELY_LIQUID && p > LEAST_PRESSURE) {
            return QcFlag.GOOD;
        }
        double atPlace = Teos10.absoluteSalinity(sp, p, lon, lat);
        double sa = Double.isNaN(atPlace) ? Teos10.referenceSalinity(sp) : atPlace;
        return Thresholds.flag(Teos10.freezingTemperature(sa, p) - t, suspect, fail);
    }
}
