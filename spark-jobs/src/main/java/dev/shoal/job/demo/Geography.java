package dev.shoal.job.demo;

/**
 * Where the made-up ocean has land: a continent in the west, a large northern island, an arc of islands, an
 * archipelago.
 */
final class Geography {

    static final double WEST = -80;
    static final double EAST = -20;
    static final double SOUTH = 15;
    static final double NORTH = 60;

    private static final double[] COAST_LAT = {10, 20, 26, 31, 35, 41, 44, 47, 52, 60, 65};
    private static final double[] COAST_LON = {-74, -79.5, -80, -80.5, -75.8, -71.5, -64.5, -60, -56, -63, -66};

    private final Noise noise;

    Geography(long seed) {
        this.noise = new Noise(seed ^ 0x6C616E64L);
    }

    /** Tells whether a place is land. */
    boolean land(double lat, double lon) {
        return height(lat, lon) > 0;
    }

    /** Returns the longitude of the continent's coast, without its bays. */
    static double coastLon(double lat) {
        int i = 1;
        while (i < COAST_LAT.length - 1 && lat > COAST_LAT[i]) {
            i++;
        }
        double share = (lat - COAST_LAT[i - 1]) / (COAST_LAT[i] - COAST_LAT[i - 1]);
        return COAST_LON[i - 1] + share * (COAST_LON[i] - COAST_LON[i - 1]);
    }

    /** Returns the sea floor's depth in metres, positive down: a shelf, a slope and a plain. */
    double floorMetres(double lat, double lon) {
        double offshore = Math.max(0, -height(lat, lon));
        return 60 + 90 * offshore + 4600 * Smooth.step((offshore - 3.2) / 0.7);
    }

    private double height(double lat, double lon) {
        double continent = 0.8 * (coastLon(lat) - lon);
        double island = 4.5 - Math.sqrt(square((lon + 43) / 1.3) + square((lat - 61.5) / 0.9));
        double arc = 1.1 - Math.sqrt(square((lon + 66) / 6) + square((lat - 18.4) / 0.7));
        double archipelago = 0.9 - Math.sqrt(square((lon + 28) / 2.2) + square((lat - 38.3) / 1.1));
        double bays = 1.5 * noise.octaves(lon * 0.28, lat * 0.34, 5);
        return Math.max(Math.max(continent, island), Math.max(arc - 0.55, archipelago - 0.35)) + bays;
    }

    private static double square(double x) {
        return x * x;
    }
}
