package dev.shoal.qc.autoqc;

import java.util.Arrays;

/** Profiles for tests: off Hawaii in May 2001 unless said otherwise, with neither salinity nor pressure. */
final class SomeProfile {

    static final double GAP = Double.NaN;

    static final AutoqcCast CAST = new AutoqcCast(20.5, -157.5, 2001, 5, 6, 7.5, 4, "US");

    private SomeProfile() {}

    static AutoqcProfile of(double[] depthMetres, double... temperature) {
        return of(CAST, depthMetres, temperature);
    }

    static AutoqcProfile of(AutoqcCast cast, double[] depthMetres, double... temperature) {
        double[] none = new double[temperature.length];
        Arrays.fill(none, GAP);
        return new AutoqcProfile(cast, depthMetres, temperature, none, none);
    }

    /** Makes a profile of one level every so many metres from the first on. */
    static AutoqcProfile every(double metres, double... temperature) {
        return of(depths(metres, temperature.length), temperature);
    }

    static double[] depths(double metres, int size) {
        double[] depths = new double[size];
        Arrays.setAll(depths, i -> (i + 1) * metres);
        return depths;
    }

    static AutoqcCast xbt() {
        return by(AutoqcCast.XBT);
    }

    static AutoqcCast by(int probeType) {
        return new AutoqcCast(CAST.lat(), CAST.lon(), CAST.year(), CAST.month(), CAST.day(), 0, probeType, "JP");
    }

    static AutoqcCast at(double lat, double lon) {
        return new AutoqcCast(lat, lon, 2001, 5, 6, 7.5, 4, "US");
    }

    static double[] levels(double... values) {
        return values;
    }
}
