package dev.shoal.job.demo;

import java.util.List;

/**
 * The sea surface on one day.
 *
 * <p>Water is looked up where eddies and slow stirring took it from; so fronts curl into rings and filaments.
 */
final class Surface {

    private static final double REACH = 2.6;
    private static final double TURNS = 0.85;

    /** Length of a degree of longitude in degrees of latitude, in the middle of the ocean. */
    private static final double SQUEEZE = 0.77;

    private final Geography geography;
    private final Jet jet;
    private final Noise noise;
    private final Eddy.Ring[] rings;
    private final double day;

    Surface(Geography geography, Jet jet, Noise noise, List<Eddy.Ring> rings, double day) {
        this.geography = geography;
        this.jet = jet;
        this.noise = noise;
        this.rings = rings.toArray(Eddy.Ring[]::new);
        this.day = day;
    }

    /** Returns the temperature in degrees Celsius, or NaN on land. */
    double temperature(double lat, double lon) {
        return geography.land(lat, lon) ? Double.NaN : water(lat, lon);
    }

    /** Returns the temperature in degrees Celsius as if there were no land. */
    double water(double lat, double lon) {
        double y = lat + 0.8 * noise.at(lon * 0.55 + day * 0.013, lat * 0.7);
        double x = lon + 1.1 * noise.at(lon * 0.5 - 31, lat * 0.65 + day * 0.011);
        double ring = 0;
        for (Eddy.Ring eddy : rings) {
            double dy = (y - eddy.lat()) / eddy.radius();
            double dx = SQUEEZE * (x - eddy.lon()) / eddy.radius();
            double fade = 1 - (dx * dx + dy * dy) / (REACH * REACH);
            if (fade > 0) {
                double weight = fade * fade * eddy.strength();
                double turns = -Math.signum(eddy.anomaly()) * TURNS * weight;
                double sine = Smooth.sineOfTurns(turns);
                double cosine = Smooth.cosineOfTurns(turns);
                y = eddy.lat() + eddy.radius() * (dx * sine + dy * cosine);
                x = eddy.lon() + eddy.radius() * (dx * cosine - dy * sine) / SQUEEZE;
                ring += eddy.anomaly() * weight * fade;
            }
        }
        double fine = 0.28 * noise.octaves(x * 2.1 + day * 0.02, y * 2.6, 3);
        return Math.max(-1.75, climate(y, x) + ring + fine);
    }

    private double climate(double lat, double lon) {
        double north = lat - jet.lat(lon, day);
        double warm = 28.6 - 0.0145 * (lat - 12) * (lat - 12) + 1.2 * Smooth.step((lon + 50) / 15);
        double cold = 15.5 - 0.62 * (lat - 38) + 0.16 * (lon + 60) * Smooth.step((lon + 55) / 10);
        double south = Smooth.step(-north / 0.38);
        double core = 2.1 * Smooth.hill((north + 0.75) / 0.8) * Smooth.step((-45 - lon) / 9);
        double offshore = lon - Geography.coastLon(lat);
        double stream = 1.6 * Smooth.hill((offshore - 1.6) / 1.5) * Smooth.step((36 - lat) / 1.5);
        double season = Smooth.cosineOfTurns((day - 237) / 365.25);
        double swing = 1.4 + 3.4 * Smooth.hill((lat - 42) / 14) + 2.4 * Smooth.hill(offshore / 5) * (1 - south);
        return cold + (warm - cold) * south + core + stream + swing * season;
    }
}
