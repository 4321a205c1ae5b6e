package dev.shoal.job.demo;

import java.util.Random;

/**
 * What a faultless instrument of a mooring records: the ocean's seasons and eddies at its depth, internal tides, the
 * day's heat, the pull of currents, and noise.
 */
final class MooringSignal {

    private static final double TIDES_PER_DAY = 24 / 12.4206;
    private static final double SPRINGS_PER_DAY = 1 / 14.765;

    private final Mooring mooring;
    private final double[] daily;
    private final int firstDay;
    private final Random random;
    private double wander;

    /**
     * Samples the sea surface above a mooring once a day.
     *
     * @param firstDay of the year
     * @param days how many
     */
    MooringSignal(Ocean ocean, Mooring mooring, int firstDay, int days, Random random) {
        this.mooring = mooring;
        this.firstDay = firstDay;
        this.random = random;
        this.daily = new double[days + 2];
        for (int i = 0; i < daily.length; i++) {
            daily[i] = ocean.surface(firstDay + i).water(mooring.lat(), mooring.lon());
        }
    }

    /** Records one sample; samples are to be taken in the order of time. */
    Sample at(double day) {
        double springs = 1 + 0.35 * Smooth.cosineOfTurns(day * SPRINGS_PER_DAY);
        double tide = springs * Smooth.sineOfTurns(day * TIDES_PER_DAY);
        double leaning = 1.5 * Math.max(0, Smooth.sineOfTurns(day / 23.7)) * mooring.depthMetres() / 50;
        wander = 0.94 * wander + 0.05 * random.nextGaussian();
        double heave = 7 * tide * Math.min(1, mooring.depthMetres() / 30) + 10 * wander;
        double surface = surface(day);
        double depth = Math.max(1, mooring.depthMetres() + leaning + heave);
        double sun = Math.max(0, Smooth.cosineOfTurns(day - 0.62)) * 0.9 * Smooth.hill(mooring.depthMetres() / 22);
        double temperature =
                Ocean.temperature(surface, depth, day) + sun + 0.35 * wander + 0.012 * random.nextGaussian();
        double salinity = Ocean.salinity(temperature, depth) - 0.06 * wander + 0.004 * random.nextGaussian();
        double pressure = mooring.depthMetres() * 1.0075 + leaning + 0.55 * tide + 0.02 * random.nextGaussian();
        return new Sample((float) temperature, (float) salinity, (float) pressure);
    }

    private double surface(double day) {
        double place = Smooth.clamp(day - firstDay, 0, daily.length - 1.001);
        int index = (int) place;
        return daily[index] + (place - index) * (daily[index + 1] - daily[index]);
    }

    /**
     * What is recorded at once.
     *
     * @param temperature in degrees Celsius
     * @param salinity practical
     * @param pressure in decibar
     */
    record Sample(float temperature, float salinity, float pressure) {}
}
