package dev.shoal.qc;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.place.LandMask;
import dev.shoal.qc.place.Surface;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/**
 * Fails places on land (QARTOD test 3, location; ioos_qc's location on land test), by the bundled mask of GSHHG's
 * shorelines ({@link LandMask#bundled}).
 *
 * <p>Lakes are water. A missing place is {@link QcFlag#MISSING}, one beyond a pole {@link QcFlag#UNKNOWN}.
 *
 * @param nearShores what is said within a pixel of the mask, some 230 m, of a shore
 */
public record LocationOnLand(NearShores nearShores) implements PlaceTest {

    /** What the test says where the mask may be wrong. */
    public enum NearShores {
        /** What the mask says: one in twenty-five places within a kilometre of a shore is judged wrong. */
        DECIDE,
        /** Nothing: {@link QcFlag#UNKNOWN}. */
        UNKNOWN
    }

    /** CF's name of a mask: 1 on land, 0 on water; where it is missing the bundled one judges. */
    public static final String MASK = "land_binary_mask";

    static final TestType TYPE = new TestType(
            "location_on_land",
            "qartod",
            "location_on_land_test",
            List.of(Parameter.optional("near_shores", Parameter.wordOf(NearShores.class))),
            arguments -> new LocationOnLand(arguments.word("near_shores", NearShores.DECIDE)));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .with("near_shores", nearShores.name().toLowerCase(Locale.ROOT))
                .byName();
    }

    @Override
    public String describe() {
        return "location on land: fail on land by GSHHG"
                + (nearShores == NearShores.UNKNOWN ? ", no verdict within 230 m of a shore" : "");
    }

    @Override
    public List<String> uses() {
        return List.of(MASK);
    }

    @Override
    public QcKernel kernel(Series series) {
        double[] values = series.values();
        double[] lon = series.companions().of(Role.LON);
        double[] lat = series.companions().of(Role.LAT);
        LandMask mask = nearShores == NearShores.DECIDE ? LandMask.bundled() : LandMask.bundledAwayFromShores();
        double[] finer = series.companions().numbers().getOrDefault(MASK, new double[0]);
        return (start, end, flags) -> {
            for (int i = start; i < end; i++) {
                boolean isMissing = Double.isNaN(values[i]) || !Double.isFinite(lon[i]) || !Double.isFinite(lat[i]);
                boolean isKnown = i < finer.length && !Double.isNaN(finer[i]);
                byte known = isKnown && finer[i] != 0 ? QcFlag.FAIL : QcFlag.GOOD;
                byte flag = isKnown ? known : flag(mask.at(lon[i], lat[i]));
                flags[i - start] = isMissing ? QcFlag.MISSING : flag;
            }
        };
    }

    private static byte flag(Surface surface) {
        return switch (surface) {
            case LAND -> QcFlag.FAIL;
            case WATER -> QcFlag.GOOD;
            case UNKNOWN -> QcFlag.UNKNOWN;
        };
    }
}
