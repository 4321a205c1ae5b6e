package dev.shoal.regrid;

import dev.shoal.regrid.sphere.SphericalArea;
import java.util.Arrays;
import java.util.BitSet;

/** The shares of target rows or columns that lie over source rows or columns, by rising source number. */
final class AxisShares {
    private static final double TURN = 360;

    private final int[] first;
    private int[] source = new int[64];
    private double[] share = new double[64];
    private int entries;

    private AxisShares(int targets) {
        first = new int[targets + 1];
    }

    /** Returns shares of heights. */
    static AxisShares ofRows(CellRows sources, CellRows targets) {
        AxisShares shares = new AxisShares(targets.count());
        Intervals byLatitude = sources.byLatitude();
        IntList found = new IntList();
        for (int j = 0; j < targets.count(); j++) {
            found.clear();
            byLatitude.find(targets.south(j), targets.north(j), found);
            found.sortAndDropRepeated();
            for (int k = 0; k < found.size(); k++) {
                int row = found.at(k);
                double low = Math.max(sources.south(row), targets.south(j));
                double high = Math.min(sources.north(row), targets.north(j));
                double overlap = high > low ? SphericalArea.zone(low, high) : 0;
                shares.add(row, overlap, sources.height(row), targets.height(j));
            }
            shares.first[j + 1] = shares.entries;
        }
        return shares;
    }

    /** Returns shares of widths. */
    static AxisShares ofColumns(CellColumns sources, BitSet leftOut, CellColumns targets) {
        AxisShares shares = new AxisShares(targets.count());
        Intervals byLongitude = sources.byLongitude();
        IntList found = new IntList();
        for (int i = 0; i < targets.count(); i++) {
            byLongitude.findAround(targets.west(i), targets.width(i), found);
            for (int k = 0; k < found.size(); k++) {
                int column = found.at(k);
                if (!leftOut.get(column)) {
                    double ahead = turned(sources.west(column) - targets.west(i));
                    double overlap = overlap(ahead, sources.width(column), targets.width(i));
                    shares.add(column, overlap, sources.width(column), targets.width(i));
                }
            }
            shares.first[i + 1] = shares.entries;
        }
        return shares;
    }

    /** Returns the number of shares of all targets. */
    int entries() {
        return entries;
    }

    /** Returns the place of a target's first share; that of the next target is one past its last. */
    int first(int target) {
        return first[target];
    }

    int source(int place) {
        return source[place];
    }

    double share(int place) {
        return share[place];
    }

    private void add(int number, double overlap, double sourceSize, double targetSize) {
        if (Sliver.is(overlap, sourceSize, targetSize)) {
            return;
        }
        if (entries == source.length) {
            source = Arrays.copyOf(source, 2 * entries);
            share = Arrays.copyOf(share, 2 * entries);
        }
        source[entries] = number;
        share[entries++] = overlap / targetSize;
    }

    /** Returns the overlap of the target with a source that begins so far east of it, the turn before included. */
    private static double overlap(double ahead, double sourceWidth, double targetWidth) {
        double here = Math.min(targetWidth, ahead + sourceWidth) - ahead;
        double before = Math.min(targetWidth, ahead - TURN + sourceWidth);
        return Math.max(0, here) + Math.max(0, before);
    }

    private static double turned(double lon) {
        return lon - TURN * Math.floor(lon / TURN);
    }
}
