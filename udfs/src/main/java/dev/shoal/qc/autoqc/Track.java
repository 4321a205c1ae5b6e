package dev.shoal.qc.autoqc;

import java.util.stream.IntStream;

/**
 * A track in order of time.
 *
 * @param points places and times
 * @param fastest speed in m/s that is believed
 */
record Track(TrackPoint[] points, double fastest) {

    private static final double SHARP_TURN = Math.PI / 4;
    private static final double METRES_OF_DOUBT = 20_000;

    /** Returns the places of the casts that go next; none where all legs can be believed. */
    int[] outlier() {
        int leg = 0;
        for (int i = 1; i < points.length; i++) {
            leg = speed(i) > speed(leg) ? i : leg;
        }
        if (!isTooFast(leg)) {
            return new int[0];
        }
        int guess = guess(leg);
        boolean both = guess < 0 || (guess < points.length - 1 && without(guess).isTooFast(guess));
        return both ? new int[] {leg - 1, leg} : new int[] {guess};
    }

    private Track without(int place) {
        TrackPoint[] others = IntStream.range(0, points.length)
                .filter(i -> i != place)
                .mapToObj(i -> points[i])
                .toArray(TrackPoint[]::new);
        return new Track(others, fastest);
    }

    /** Returns the speed of the leg that ends at a point, which is below all others for the first. */
    private double speed(int i) {
        return i == 0 ? Double.NEGATIVE_INFINITY : speed(i - 1, i);
    }

    private double speed(int from, int to) {
        double metres = points[from].metresTo(points[to]);
        return (metres - METRES_OF_DOUBT) / Math.max(600, seconds(from, to));
    }

    private double seconds(int from, int to) {
        return points[to].seconds() - (double) points[from].seconds();
    }

    /** Returns by how much the track turns at a point, in radians; NaN at its ends. */
    private double turn(int i) {
        return i <= 0 || i >= points.length - 1
                ? Double.NaN
                : Math.abs(Math.PI - points[i].angleBetween(points[i - 1], points[i + 1]));
    }

    private boolean isTooFast(int i) {
        boolean sharp = i > 0 && (turn(i) > Math.PI / 2 || turn(i - 1) > Math.PI / 2);
        return speed(i) > fastest || (sharp && speed(i) > 0.8 * fastest);
    }

    /** Returns which end of a leg is wrong, -1 where nothing tells. */
    private int guess(int i) {
        int last = points.length - 1;
        if (i == 1) {
            return last > 1 && speed(0, 2) < fastest && (speed(2) > fastest || turn(2) > SHARP_TURN) ? 1 : 0;
        }
        if (i == last && last > 2) {
            boolean before =
                    speed(last - 2, last) < fastest && (speed(last - 1) > fastest || turn(last - 2) > SHARP_TURN);
            return before ? i - 1 : i;
        }
        int guess = bySpeeds(i);
        guess = guess < 0 ? byTurns(i) : guess;
        guess = guess < 0 && i < last ? byWaits(i) : guess;
        guess = guess < 0 && i < last ? byDistances(i) : guess;
        return guess < 0 && i < last ? byShares(i) : guess;
    }

    private int bySpeeds(int i) {
        boolean hasNext = i < points.length - 1;
        if (speed(i - 1) > fastest) {
            return i - 1;
        }
        if (hasNext && speed(i + 1) > fastest) {
            return i;
        }
        if (hasNext && speed(i - 1, i + 1) > fastest) {
            return i - 1;
        }
        return speed(i - 2, i) > fastest ? i : -1;
    }

    private int byTurns(int i) {
        if (turn(i - 1) > SHARP_TURN + turn(i)) {
            return i - 1;
        }
        if (turn(i) > SHARP_TURN + turn(i - 1)) {
            return i;
        }
        if (turn(i - 2) > SHARP_TURN && turn(i - 2) > turn(i + 1)) {
            return i - 1;
        }
        return turn(i + 1) > SHARP_TURN ? i : -1;
    }

    /** Compares with half the mean speed, which AutoQC takes of legs that took no time. */
    private int byWaits(int i) {
        double half = 0.5
                * IntStream.range(1, points.length)
                        .filter(leg -> seconds(leg - 1, leg) == 0 && speed(leg) <= fastest)
                        .mapToDouble(this::speed)
                        .average()
                        .orElse(0);
        double before = speed(i - 1);
        double after = speed(i + 1);
        if (before < Math.min(after, half)) {
            return i - 1;
        }
        return after < Math.min(before, half) ? i : -1;
    }

    private int byDistances(int i) {
        double whole = metres(i - 2, i - 1) + metres(i - 1, i) + metres(i, i + 1);
        double doubt = Math.max(METRES_OF_DOUBT, 0.1 * whole);
        if (withoutBefore(i) < withoutThis(i) - doubt) {
            return i - 1;
        }
        return withoutThis(i) < withoutBefore(i) - doubt ? i : -1;
    }

    private int byShares(int i) {
        double time = seconds(i - 2, i + 1);
        double before = Math.abs(metres(i - 2, i - 1) / withoutThis(i) - seconds(i - 2, i - 1) / time);
        double here = Math.abs(metres(i - 2, i) / withoutBefore(i) - seconds(i - 2, i) / time);
        if (before > 0.1 + here) {
            return i - 1;
        }
        return here > 0.1 + before ? i : -1;
    }

    private double withoutBefore(int i) {
        return metres(i - 2, i) + metres(i, i + 1);
    }

    private double withoutThis(int i) {
        return metres(i - 2, i - 1) + metres(i - 1, i + 1);
    }

    private double metres(int from, int to) {
        return points[from].metresTo(points[to]);
    }
}
