package dev.shoal.qc.argo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Profiles of made-up floats. */
final class Floats {

    static final long MIDDAY_2020_06_01 = 1_591_012_800_000_000L;
    static final long NOW = 1_700_000_000_000_000L;
    static final long DAY = 86_400_000_000L;
    static final double NAN = Double.NaN;

    private Floats() {}

    /** Returns a station in the middle of the North Atlantic. */
    static Station station() {
        return stationAt(30, -40);
    }

    static Station stationAt(double latitude, double longitude) {
        return new Station(
                "6901234", 10, Station.Direction.ASCENDING, MIDDAY_2020_06_01, MIDDAY_2020_06_01, latitude, longitude);
    }

    /** Makes a profile of names, each followed by its values. */
    static ArgoProfile profile(Object... namesAndValues) {
        return profileAt(station(), namesAndValues);
    }

    static ArgoProfile profileAt(Station station, Object... namesAndValues) {
        Map<String, double[]> parameters = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.put((String) namesAndValues[i], (double[]) namesAndValues[i + 1]);
        }
        return ArgoProfile.of(station, parameters);
    }

    static double[] values(double... values) {
        return values;
    }

    /** Returns values from one on by a step. */
    static double[] steps(double first, double step, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = first + step * i;
        }
        return values;
    }

    /** Returns as many of one value. */
    static double[] same(double value, int count) {
        return steps(value, 0, count);
    }

    static ArgoResult run(ArgoCheck check, ArgoProfile profile) {
        return run(check, profile, ArgoSurroundings.at(NOW));
    }

    static ArgoResult run(ArgoCheck check, ArgoProfile profile, ArgoSurroundings surroundings) {
        return new ArgoQc(List.of(check)).run(profile, surroundings);
    }

    static byte[] flags(int... flags) {
        byte[] bytes = new byte[flags.length];
        for (int i = 0; i < flags.length; i++) {
            bytes[i] = (byte) flags[i];
        }
        return bytes;
    }
}
