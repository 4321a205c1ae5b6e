package dev.shoal.stage;

import java.io.Serializable;

/**
 * Cells of space and time for tests that look at what lies near: a few times as large as the tests reach, so that what
 * lies near an observation of a cell is in the cell itself or in a few beside it.
 *
 * <p>Latitude is cut into bands; each band into as many cells as fit, fewer towards the poles, where one goes around
 * the Earth. The first and the last cell of a band are neighbours, and what lies within reach of a pole reaches all
 * longitudes.
 *
 * @param degrees reach along a meridian, at most 180, with a margin for the shape of the Earth
 * @param micros reach in time, {@link Long#MAX_VALUE} for all
 */
record SpaceTimeCells(double degrees, long micros) implements Serializable {

    /** Metres of a radian along a meridian where the Earth is curved the most, at the equator. */
    private static final double LEAST_RADIUS_METRES = 6_335_000;

    private static final double MARGIN = 1.01;
    private static final int REACHES = 3;
    private static final double MOST_TURNS = 1e9;

    /** Takes up one cell. */
    @FunctionalInterface
    interface Visitor {
        /** Takes up a cell: its band from the south, its place in the band, its span of time. */
        void cell(long band, long turn, long span);
    }

    /** Returns the cells for tests that reach so far. */
    static SpaceTimeCells reaching(double metres, double seconds) {
        double degrees = Math.min(180, Math.toDegrees(metres / LEAST_RADIUS_METRES) * MARGIN);
        double micros = Math.ceil(seconds * 1e6);
        return new SpaceTimeCells(
                Math.max(degrees, 1e-7), micros < Long.MAX_VALUE / 8.0 ? Math.max(1, (long) micros) : Long.MAX_VALUE);
    }

    /** Visits the cell that an observation lies in. */
    void home(double lat, double lon, long time, Visitor visitor) {
        long band = band(lat);
        visitor.cell(band, turn(lon, turns(band)), span(time));
    }

    /** Visits all cells in which an observation can be near another, the one that it lies in among them. */
    void reached(double lat, double lon, long time, Visitor visitor) {
        long lastBand = band(Math.min(90, lat + degrees));
        double width = width(Math.abs(lat));
        long firstSpan = micros == Long.MAX_VALUE ? 0 : span(time - micros);
        long lastSpan = micros == Long.MAX_VALUE ? 0 : span(time + micros);
        for (long band = band(Math.max(-90, lat - degrees)); band <= lastBand; band++) {
            long turns = turns(band);
            double cell = 360.0 / turns;
            long first = (long) Math.floor((lon - width) / cell);
            long last = (long) Math.floor((lon + width) / cell);
            last = Math.min(last, first + turns - 1);
            for (long turn = first; turn <= last; turn++) {
                for (long span = firstSpan; span <= lastSpan; span++) {
                    visitor.cell(band, Math.floorMod(turn, turns), span);
                }
            }
        }
    }

    private long band(double lat) {
        return (long) Math.floor((lat + 90) / (REACHES * degrees));
    }

    private long span(long time) {
        return micros == Long.MAX_VALUE ? 0 : Math.floorDiv(time, REACHES * micros);
    }

    private static long turn(double lon, long turns) {
        return Math.floorMod((long) Math.floor(lon / (360.0 / turns)), turns);
    }

    /** Returns into how many cells a band is cut. */
    private long turns(long band) {
        double south = band * REACHES * degrees - 90;
        double poleward = Math.min(90, Math.max(Math.abs(south), Math.abs(south + REACHES * degrees)));
        return (long) Math.max(1, Math.min(MOST_TURNS, Math.floor(360 / (REACHES * width(poleward)))));
    }

    /** Returns how many degrees of longitude to either side the reach takes in around a latitude. */
    private double width(double absoluteLat) {
        if (absoluteLat + degrees >= 90) {
            return 180;
        }
        double sine = Math.sin(Math.toRadians(degrees)) / Math.cos(Math.toRadians(absoluteLat));
        return sine >= 1 ? 180 : Math.min(180, Math.toDegrees(Math.asin(sine)) * MARGIN);
    }
}
