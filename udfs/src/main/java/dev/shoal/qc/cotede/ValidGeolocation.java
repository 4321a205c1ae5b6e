package dev.shoal.qc.cotede;

import java.util.List;

/**
 * Flags latitudes outside -90 to 90 and longitudes outside -180 to 360 degrees; a missing one is outside.
 *
 * @param grades what is given; CoTeDe's own are {@link Grades#DOUBTFUL}
 */
public record ValidGeolocation(Grades grades) implements Procedure {

    @Override
    public String flagName() {
        return "valid_geolocation";
    }

    @Override
    public List<String> needs() {
        return List.of(Cotede.LATITUDE, Cotede.LONGITUDE);
    }

    @Override
    public Span reach() {
        return Span.NONE;
    }

    @Override
    public Flagging on(Profile profile) {
        double[] lat = profile.column(Cotede.LATITUDE);
        double[] lon = profile.column(Cotede.LONGITUDE);
        return Sample.each(i -> isValid(lat[i], lon[i]) ? grades.good() : grades.bad());
    }

    /** Tells whether a place is on Earth as CoTeDe counts its degrees. */
    public static boolean isValid(double lat, double lon) {
        return lat >= -90 && lat <= 90 && lon >= -180 && lon <= 360;
    }
}
