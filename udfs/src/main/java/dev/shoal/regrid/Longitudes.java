package dev.shoal.regrid;

/** Arithmetic of longitudes in degrees. */
final class Longitudes {

    private Longitudes() {}

    /** Returns the same longitude in [-180, 180); one that lies there comes back unchanged. */
    static double normal(double lon) {
        if (lon >= -180 && lon < 180) {
            return lon;
        }
        double turned = lon - 360 * Math.floor((lon + 180) / 360);
        return turned >= 180 ? -180 : turned;
    }

    /** Returns the way east from one longitude to another, in [-180, 180). */
    static double step(double from, double to) {
        return normal(to - from);
    }

    /** Returns the axis with whole turns added or taken so that no step is longer than half a turn; a new array. */
    static double[] unwrapped(double[] lon) {
        double[] result = lon.clone();
        for (int i = 1; i < result.length; i++) {
            double ahead = lon[i] - result[i - 1];
            if (ahead < -180 || ahead >= 180) {
                result[i] = lon[i] - 360 * Math.floor((ahead + 180) / 360);
            }
        }
        return result;
    }
}
