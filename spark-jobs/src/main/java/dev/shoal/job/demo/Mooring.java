package dev.shoal.job.demo;

import java.util.List;

/**
 * A place where an instrument hangs for years.
 *
 * @param number by which the world knows it
 * @param name of the place
 * @param lat in degrees north
 * @param lon in degrees east
 * @param depthMetres of the instrument, positive down
 */
record Mooring(int number, String name, double lat, double lon, double depthMetres) {

    private static final List<Mooring> WISHED = List.of(
            new Mooring(44101, "Gannet Bank", 41.6, -66.2, 12),
            new Mooring(44102, "Slope Water North", 39.6, -67.5, 30),
            new Mooring(44103, "Jet Axis", 37.4, -68.6, 50),
            new Mooring(44104, "Cape Shoal", 33.4, -75.6, 8),
            new Mooring(44105, "Gyre West", 31.5, -70.2, 100),
            new Mooring(44106, "Gyre Middle", 28.4, -59.3, 250),
            new Mooring(44107, "Grand Ridge", 44.6, -52.4, 20),
            new Mooring(44108, "Ice Shelf", 53.4, -49.8, 15),
            new Mooring(44109, "Island Passage", 21.9, -66.7, 40),
            new Mooring(44110, "Outer Station", 36.2, -38.5, 5));

    /** Returns the ten moorings, each moved east until it floats. */
    static List<Mooring> all(Geography geography) {
        return WISHED.stream().map(wished -> wished.afloat(geography)).toList();
    }

    private Mooring afloat(Geography geography) {
        double east = lon;
        while (geography.land(lat, east) || geography.land(lat, east - 0.2)) {
            east += 0.25;
        }
        return new Mooring(number, name, lat, east, depthMetres);
    }
}
