package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;
import static dev.shoal.qc.Parameter.Kind.TEXT;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.Distance;
import dev.shoal.qc.place.GeodesicSteps;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Fails impossible places, and doubts those too far from the one before (QARTOD test 3, location; ioos_qc's location
 * test).
 *
 * <p>Latitudes to 90 and longitudes to 180 degrees pass. A place without both coordinates is {@link QcFlag#MISSING},
 * one with one of them {@link QcFlag#FAIL}. As in ioos_qc, by {@link Method#HAVERSINE} a step from or to a missing
 * place counts as one of 6371 km, and the only step of a series of two is not looked at; by {@link Method#WGS84} a step
 * from or to a missing place is none.
 *
 * @param rangeMetres step above which a place is {@link QcFlag#SUSPECT}; {@link Thresholds#OFF} for none
 * @param method how steps are measured
 */
public record Location(double rangeMetres, Method method) implements PlaceTest {

    /** How the distance from one place to the next is measured. */
    public enum Method {
        /** On the sphere: {@link Distance#greatCircle}. */
        HAVERSINE,
        /** On the ellipsoid: {@link Distance#geodesic}. */
        WGS84
    }

    static final TestType TYPE = new TestType(
            "location",
            "qartod",
            "location_test",
            List.of(Parameter.optional("range_max", NUMBER), Parameter.optional("range_method", TEXT)),
            arguments -> new Location(
                    arguments.number("range_max", Thresholds.OFF),
                    method(arguments.word("range_method", "haversine"))));

    private static final double LARGEST_LAT = 90;

    private static final double LARGEST_LON = 180;

    private static Method method(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "haversine" -> Method.HAVERSINE;
            case "wgs84" -> Method.WGS84;
            default ->
                throw new IllegalArgumentException("Cannot make a location test: found the range_method " + word
                        + ", expected haversine or wgs84.");
        };
    }

    /** Refuses NaN. */
    public Location {
        Thresholds.checked("location", rangeMetres);
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text =
                new ParameterText().with("range_method", method.name().toLowerCase(Locale.ROOT));
        return (rangeMetres == Thresholds.OFF ? text : text.with("range_max", rangeMetres)).byName();
    }

    @Override
    public String describe() {
        String range = rangeMetres == Thresholds.OFF
                ? ""
                : ", suspect more than " + rangeMetres + " m from the place before (" + method + ")";
        return "location: fail beyond 90 degrees of latitude or 180 of longitude" + range;
    }

    @Override
    public Reach reach(Cadence cadence) {
        return rangeMetres == Thresholds.OFF ? Reach.NONE : Reach.samples(1, 0);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        boolean measures = rangeMetres != Thresholds.OFF && !isPairOfHaversine(series);
        return (start, end, flags) -> {
            GeodesicSteps steps = method == Method.WGS84 ? GeodesicSteps.onEllipsoid() : GeodesicSteps.onSphere();
            if (start > 0) {
                steps.stepTo(lon[start - 1], lat[start - 1]);
            }
            for (int i = start; i < end; i++) {
                boolean isStep = measures && steps.stepTo(lon[i], lat[i]);
                boolean isFar =
                        isStep ? steps.exceeds(1, rangeMetres) : measures && i > 0 && isFarWithoutBounds(lon, lat, i);
                byte flag = isFar ? QcFlag.SUSPECT : whole(lon[i], lat[i]);
                byte judged = isImpossible(lon[i], lat[i]) ? QcFlag.FAIL : flag;
                flags[i - start] = Double.isNaN(values[i]) ? QcFlag.MISSING : judged;
            }
        };
    }

    /** Judges a step from or to no place, or one beyond a pole. */
    private boolean isFarWithoutBounds(double[] lon, double[] lat, int i) {
        if (method == Method.WGS84) {
            return false;
        }
        boolean isStep = isPlace(lon[i], lat[i]) && isPlace(lon[i - 1], lat[i - 1]);
        double metres = isStep ? Distance.greatCircle(lon[i - 1], lat[i - 1], lon[i], lat[i]) : Distance.SPHERE_RADIUS;
        return metres > rangeMetres;
    }

    private boolean isPairOfHaversine(Series series) {
        return method == Method.HAVERSINE
                && series.size() <= 2
                && series.measuredCadence().samples() == 2;
    }

    private static boolean isPlace(double lon, double lat) {
        return Double.isFinite(lon) && Double.isFinite(lat);
    }

    private static byte whole(double lon, double lat) {
        if (Double.isFinite(lon) != Double.isFinite(lat)) {
            return QcFlag.FAIL;
        }
        return Double.isFinite(lon) ? QcFlag.GOOD : QcFlag.MISSING;
    }

    private static boolean isImpossible(double lon, double lat) {
        return Math.abs(lat) > LARGEST_LAT || Math.abs(lon) > LARGEST_LON;
    }
}
