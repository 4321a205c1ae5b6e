package dev.shoal.regrid;

import dev.shoal.regrid.sphere.HalfSpace;
import java.util.BitSet;

/** The pairs of meridians that columns lie between; columns wider than a third of a turn are several. */
final class MeridianPairs {
    private static final double TURN = 360;
    private static final double WIDEST = 120;

    /** Room for the rounding of longitudes; the cut itself decides. */
    private static final double MARGIN = 1e-9;

    private final int[] column;
    private final HalfSpace[] eastern;
    private final HalfSpace[] western;
    private final Intervals byLongitude;

    /** Takes columns but those left out. */
    MeridianPairs(CellColumns columns, BitSet leftOut) {
        int count = 0;
        for (int i = 0; i < columns.count(); i++) {
            count += leftOut.get(i) ? 0 : pairs(columns.width(i));
        }
        column = new int[count];
        eastern = new HalfSpace[count];
        western = new HalfSpace[count];
        double[] start = new double[count];
        double[] end = new double[count];
        int next = 0;
        for (int i = 0; i < columns.count(); i++) {
            int pairs = leftOut.get(i) ? 0 : pairs(columns.width(i));
            for (int k = 0; k < pairs; k++, next++) {
                double west = columns.west(i) + k * columns.width(i) / pairs;
                double last = columns.width(i) / pairs;
                double east = k + 1 == pairs ? columns.east(i) : west + last;
                column[next] = i;
                eastern[next] = HalfSpace.eastOf(west);
                western[next] = HalfSpace.westOf(east);
                start[next] = turned(west) - MARGIN;
                end[next] = turned(west) + last + MARGIN;
            }
        }
        byLongitude = new Intervals(start, end);
    }

    /** Returns a longitude in [0, 360). */
    double turned(double lon) {
        return lon - TURN * Math.floor(lon / TURN);
    }

    /** Tells whether a pair may reach beyond a longitude, counted from 0. */
    boolean goBeyond(double lon) {
        return byLongitude.from(lon) < column.length;
    }

    int from(double west) {
        return byLongitude.from(west);
    }

    int to(double east) {
        return byLongitude.to(east);
    }

    boolean reaches(int rank, double west) {
        return byLongitude.reaches(rank, west);
    }

    int column(int rank) {
        return column[byLongitude.number(rank)];
    }

    /** Returns what lies east of the western meridian. */
    HalfSpace eastern(int rank) {
        return eastern[byLongitude.number(rank)];
    }

    /** Returns what lies west of the eastern meridian. */
    HalfSpace western(int rank) {
        return western[byLongitude.number(rank)];
    }

    private static int pairs(double width) {
        return (int) Math.ceil(width / WIDEST);
    }
}
