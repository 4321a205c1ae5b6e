package dev.shoal.job.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The made-up ocean: temperature and salinity anywhere on any day. Immutable; any number of threads may sample it. */
final class Ocean {

    private static final int EDDIES_PER_YEAR = 74;

    private final Geography geography;
    private final Jet jet;
    private final Noise noise;
    private final List<Eddy> eddies = new ArrayList<>();

    /**
     * Makes an ocean.
     *
     * @param seed decides all
     * @param firstDay days since the start of year one of the archive
     * @param lastDay in the same count
     */
    Ocean(long seed, double firstDay, double lastDay) {
        Random random = new Random(seed);
        this.geography = new Geography(seed);
        this.noise = new Noise(seed ^ 0x736561L);
        this.jet = new Jet(random);
        double span = lastDay - firstDay + 160;
        int count = (int) Math.round(EDDIES_PER_YEAR * span / 525);
        for (int i = 0; i < count; i++) {
            eddies.add(Eddy.drawn(random, firstDay, lastDay));
        }
    }

    /** Returns where its land is. */
    Geography geography() {
        return geography;
    }

    /**
     * Returns its surface on one day.
     *
     * @param day of the year, counted from 1 January of the first year
     */
    Surface surface(double day) {
        List<Eddy.Ring> rings = new ArrayList<>();
        for (Eddy eddy : eddies) {
            if (eddy.lives(day)) {
                rings.add(eddy.on(day));
            }
        }
        return new Surface(geography, jet, noise, rings, day);
    }

    /**
     * Returns the temperature below the surface.
     *
     * @param surface temperature at the surface, degrees Celsius
     * @param depthMetres positive down
     * @param day of the year
     */
    static double temperature(double surface, double depthMetres, double day) {
        double deep = 3.2 + 0.9 * Smooth.hill(depthMetres / 2500);
        double mixed = 55 + 40 * Smooth.cosineOfTurns((day - 50) / 365.25);
        double below = Math.max(0, depthMetres - mixed);
        double thickness = 120 + 24 * Math.max(0, surface - 4);
        return deep + (surface - deep) / (1 + (below / thickness) * (below / thickness));
    }

    /**
     * Returns the practical salinity that goes with a water.
     *
     * @param temperature of the water, degrees Celsius
     * @param depthMetres positive down
     */
    static double salinity(double temperature, double depthMetres) {
        double warm = 32.6 + 4.1 * Smooth.step((temperature - 11) / 5) - 0.03 * Math.max(0, temperature - 22);
        double deep = Smooth.step((depthMetres - 420) / 120);
        return warm * (1 - deep) + (34.9 + 0.05 * Math.max(0, temperature - 5)) * deep;
    }
}
