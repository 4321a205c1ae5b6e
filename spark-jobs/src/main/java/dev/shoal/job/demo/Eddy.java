package dev.shoal.job.demo;

import java.util.Random;

/**
 * A ring of water that turns, drifts west and dies.
 *
 * @param birth day number on which it forms
 * @param lifeDays between birth and end
 * @param lat where it forms
 * @param lon where it forms
 * @param radius in degrees of latitude
 * @param anomaly of its water at full strength, in degrees Celsius; warm rings turn clockwise
 */
record Eddy(double birth, double lifeDays, double lat, double lon, double radius, double anomaly) {

    private static final double DRIFT_PER_DAY = 0.045;

    /** Draws a ring near the jet: warm rings north of it, cold rings south of it. */
    static Eddy drawn(Random random, double firstDay, double lastDay) {
        double side = random.nextBoolean() ? 1 : -1;
        double life = 90 + 140 * random.nextDouble();
        double birth = firstDay - life + (lastDay - firstDay + life) * random.nextDouble();
        double lon = -72 + 48 * random.nextDouble();
        double away = 1.8 + 5.5 * random.nextDouble();
        return new Eddy(
                birth,
                life,
                Jet.restLat(lon) + side * away,
                lon,
                0.7 + 0.7 * random.nextDouble(),
                side * (1.5 + 2.5 * random.nextDouble()));
    }

    /** Tells whether it exists on a day. */
    boolean lives(double day) {
        return day > birth && day < birth + lifeDays;
    }

    /** Returns what it is on a day it lives. */
    Ring on(double day) {
        return new Ring(
                lat + 0.4 * Smooth.sineOfTurns((day - birth) / 47),
                lon - DRIFT_PER_DAY * (day - birth),
                radius,
                Smooth.sineOfTurns((day - birth) / lifeDays / 2),
                anomaly);
    }

    /**
     * An eddy on one day.
     *
     * @param lat of its middle
     * @param lon of its middle
     * @param radius in degrees of latitude
     * @param strength from 0 to 1
     * @param anomaly at full strength, in degrees Celsius
     */
    record Ring(double lat, double lon, double radius, double strength, double anomaly) {}
}
