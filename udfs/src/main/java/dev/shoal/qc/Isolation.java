package dev.shoal.qc;

import static dev.shoal.qc.Parameter.Kind.NUMBER;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Doubts observations that have too few others around them to be compared with (titanlib's isolation check, with time).
 *
 * <p>Others are observations with a value, of any platform, the judged one aside. A value without a place or time is
 * {@link QcFlag#UNKNOWN}.
 *
 * @param radiusMetres within which others count
 * @param seconds before and after, within which others count
 * @param fewest others that keep a value from being {@link QcFlag#SUSPECT}
 */
public record Isolation(double radiusMetres, double seconds, int fewest) implements NeighbourhoodTest {

    static final TestType TYPE = new TestType(
            "isolation",
            "shoal",
            "isolation_test",
            List.of(
                    Parameter.required("radius", NUMBER),
                    Parameter.required("period", NUMBER),
                    Parameter.required("min_count", Parameter.Kind.WHOLE)),
            arguments -> new Isolation(
                    arguments.number("radius"), arguments.number("period"), arguments.whole("min_count")));

    private static final double EARTH_RADIUS_METRES = 6_371_000;

    /** Refuses what is not positive. */
    public Isolation {
        if (!(radiusMetres > 0) || !(seconds > 0) || fewest < 1) {
            throw new IllegalArgumentException("Cannot make an isolation test: found a radius of " + radiusMetres
                    + " m, a period of " + seconds + " s and a count of " + fewest + ", expected all above 0.");
        }
    }

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public SortedMap<String, String> parameters() {
        return new ParameterText()
                .with("radius", radiusMetres)
                .with("period", seconds)
                .with("min_count", fewest)
                .byName();
    }

    @Override
    public String describe() {
        return "isolation: suspect with fewer than " + fewest + " others within " + radiusMetres + " m and " + seconds
                + " s";
    }

    @Override
    public double reachMetres() {
        return radiusMetres;
    }

    @Override
    public double reachSeconds() {
        return seconds;
    }

    @Override
    public void flag(Neighbourhood all, byte[] flags) {
        int[] others = IntStream.range(0, all.size())
                .filter(i -> isComplete(all, i))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> all.lat()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] lats = Arrays.stream(others).mapToDouble(i -> all.lat()[i]).toArray();
        for (int i = 0; i < all.judged(); i++) {
            flags[i] = Double.isNaN(all.values()[i]) ? QcFlag.MISSING : QcFlag.UNKNOWN;
            if (isComplete(all, i)) {
                flags[i] = hasEnough(all, i, others, lats) ? QcFlag.GOOD : QcFlag.SUSPECT;
            }
        }
    }

    private boolean hasEnough(Neighbourhood all, int i, int[] others, double[] lats) {
        double degrees = Math.toDegrees(radiusMetres / EARTH_RADIUS_METRES) * (1 + 1e-9);
        int found = 0;
        int from = Arrays.binarySearch(lats, all.lat()[i] - degrees);
        int place = from < 0 ? -from - 1 : from;
        while (place > 0 && lats[place - 1] >= all.lat()[i] - degrees) {
            place--;
        }
        for (; place < others.length && lats[place] <= all.lat()[i] + degrees && found < fewest; place++) {
            found += others[place] != i && isNear(all, i, others[place]) ? 1 : 0;
        }
        return found >= fewest;
    }

    private boolean isNear(Neighbourhood all, int i, int other) {
        double apart = Math.abs(all.timeMicros()[i] - (double) all.timeMicros()[other]) / Series.MICROS_PER_SECOND;
        return apart <= seconds
                && metres(all.lat()[i], all.lon()[i], all.lat()[other], all.lon()[other]) <= radiusMetres;
    }

    private static boolean isComplete(Neighbourhood all, int i) {
        return Double.isFinite(all.values()[i])
                && Double.isFinite(all.lat()[i])
                && Double.isFinite(all.lon()[i])
                && all.timeMicros()[i] != Series.NO_TIME;
    }

    private static double metres(double lat1, double lon1, double lat2, double lon2) {
        double sinLat = Math.sin(Math.toRadians(lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(lon2 - lon1) / 2);
        double chord =
                sinLat * sinLat + Math.cos(Math.toRadians(lat1)) * Math.cos(Math.toRadians(lat2)) * sinLon * sinLon;
        return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
