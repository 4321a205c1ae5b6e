package dev.shoal.qc.cotede;

import dev.shoal.qc.window.Measure;
import java.util.List;
import java.util.Map;

/**
 * Flags places that could not be reached from the place before at a possible speed, by the haversine formula on a
 * sphere of 6371 km.
 *
 * <p>The first place has no speed and is judged as if it were 0. Where two times are the same or the speed is not
 * finite, CoTeDe compares the distance in metres with the threshold; so does this, and the feature is NaN.
 *
 * @param threshold above which a speed is bad, in metres per second
 * @param grades what is given
 */
public record PossibleSpeed(double threshold, Grades grades) implements Procedure {

    private static final double EARTH_RADIUS_METRES = 6371000;

    @Override
    public String flagName() {
        return "valid_speed";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.SECONDS, Cotede.LATITUDE, Cotede.LONGITUDE);
    }

    @Override
    public Span reach() {
        return new Span(1, 0);
    }

    @Override
    public Flagging on(Profile profile) {
        Track track = new Track(profile);
        return Sample.each(i -> grades.atMost(i == 0 ? 0 : track.speedOrDistance(i), threshold));
    }

    @Override
    public Map<String, Measure> features(Profile profile) {
        Track track = new Track(profile);
        return Map.of("speed", (start, end, into) -> {
            for (int i = start; i < end; i++) {
                into[i - start] = i == 0 ? Double.NaN : track.speed(i);
            }
        });
    }

    /** The places and times of a profile. */
    private static final class Track {

        private final double[] seconds;
        private final double[] lat;
        private final double[] lon;

        Track(Profile profile) {
            this.seconds = profile.column(Cotede.SECONDS);
            this.lat = profile.column(Cotede.LATITUDE);
            this.lon = profile.column(Cotede.LONGITUDE);
        }

        double speedOrDistance(int i) {
            double speed = speed(i);
            return Double.isNaN(speed) ? distance(i) : speed;
        }

        /** Returns the speed from the sample before in metres per second; NaN where it is not finite. */
        double speed(int i) {
            double distance = distance(i);
            double elapsed = seconds[i] - seconds[i - 1];
            double speed = distance / elapsed;
            boolean divides = !(Math.abs(distance) * Double.MIN_NORMAL >= Math.abs(elapsed));
            return divides && Double.isFinite(speed) ? speed : Double.NaN;
        }

        double distance(int i) {
            double phi = Math.toRadians(lat[i]);
            double phiBefore = Math.toRadians(lat[i - 1]);
            double sinLat = Math.sin((phiBefore - phi) / 2);
            double sinLon = Math.sin((Math.toRadians(lon[i - 1]) - Math.toRadians(lon[i])) / 2);
            double chord = sinLat * sinLat + Math.cos(phiBefore) * Math.cos(phi) * (sinLon * sinLon);
            return 2 * EARTH_RADIUS_METRES * Math.asin(Math.sqrt(chord));
        }
    }
}
