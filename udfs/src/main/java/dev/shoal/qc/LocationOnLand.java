package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.LandMask;
import dev.shoal.qc.place.Surface;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.IntFunction;

/**
 * Fails places on land (QARTOD test 3, location; ioos_qc's location on land test), by the bundled mask of GSHHG's
 * shorelines ({@link LandMask#bundled}), or by a finer one that stands beside the values.
 *
 * <p>Lakes are water. A missing place is {@link QcFlag#MISSING}, one beyond a pole {@link QcFlag#UNKNOWN}.
 *
 * @param nearShores what is said within a pixel of the bundled mask, some 230 m, of a shore
 * @param mask name of what is above 0 on land, such as a gridded mask or elevation; places where it is missing are
 *     {@link QcFlag#UNKNOWN}; empty for the bundled mask
 */
public record LocationOnLand(NearShores nearShores, String mask) implements PlaceTest {

    /** What the test says where the mask may be wrong. */
    public enum NearShores {
        /** What the mask says: one in twenty-five places within a kilometre of a shore is judged wrong. */
        DECIDE,
        /** Nothing: {@link QcFlag#UNKNOWN}. */
        UNKNOWN
    }

    static final TestType TYPE = new TestType(
            "location_on_land",
            "qartod",
            "location_on_land_test",
            List.of(
                    Parameter.optional("near_shores", Parameter.wordOf(NearShores.class)),
                    Parameter.optional("mask", Parameter.Kind.TEXT)),
            arguments ->
                    new LocationOnLand(arguments.word("near_shores", NearShores.DECIDE), arguments.word("mask", "")));

    /** Refuses to leave out the shores of a mask of one's own. */
    public LocationOnLand {
        if (nearShores != NearShores.DECIDE && !mask.isEmpty()) {
            throw new IllegalArgumentException("Cannot make a location on land test: found near_shores with the mask "
                    + mask + ", expected it with the bundled mask alone. Leave out near_shores.");
        }
    }

    /** Makes a test by the bundled mask. */
    public LocationOnLand(NearShores nearShores) {
        this(nearShores, "");
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        ParameterText text = new ParameterText();
        return (mask.isEmpty()
                        ? text.with("near_shores", nearShores.name().toLowerCase(Locale.ROOT))
                        : text.with("mask", mask))
                .byName();
    }

    @Override
    public String describe() {
        return "location on land: fail on land by "
                + (mask.isEmpty() ? "GSHHG" : mask)
                + (nearShores == NearShores.UNKNOWN ? ", no verdict within 230 m of a shore" : "");
    }

    @Override
    public List<String> needs() {
        return mask.isEmpty() ? PlaceTest.super.needs() : List.of(Role.LON, Role.LAT, mask);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        IntFunction<Surface> surface = surface(series);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = Double.isNaN(values[i]) || !Double.isFinite(lon[i]) || !Double.isFinite(lat[i]);
                flags[i - start] = isMissing ? QcFlag.MISSING : flag(surface.apply(i));
            }
        };
    }

    private IntFunction<Surface> surface(Series series) {
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        if (mask.isEmpty()) {
            LandMask shores = nearShores == NearShores.DECIDE ? LandMask.bundled() : LandMask.bundledAwayFromShores();
            return i -> shores.at(lon[i], lat[i]);
        }
        double[] land = series.companions().of(mask);
        return i -> Double.isNaN(land[i]) ? Surface.UNKNOWN : land[i] > 0 ? Surface.LAND : Surface.WATER;
    }

    private static byte flag(Surface surface) {
        return switch (surface) {
            case LAND -> QcFlag.FAIL;
            case WATER -> QcFlag.GOOD;
            case UNKNOWN -> QcFlag.UNKNOWN;
        };
    }
}
