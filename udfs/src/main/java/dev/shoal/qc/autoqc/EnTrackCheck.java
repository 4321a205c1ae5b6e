package dev.shoal.qc.autoqc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The Met Office's track check: finds the casts of a cruise that its ship or buoy cannot have reached (Ingleby and
 * Huddleston 2007), as AutoQC does it.
 *
 * <p>The fastest leg is looked at first. Where it is faster than 15 m/s, 2 m/s with buoys, or nearly as fast and at a
 * sharp turn, one of its ends goes, or both where nothing tells which; then the rest is judged anew. Where more than
 * half has gone, all go. A leg's length is lessened by 20 km, and its time is 10 minutes at least. Quadratic in the
 * number of casts at most.
 */
public final class EnTrackCheck {

    private static final double SHIP_SPEED = 15;
    private static final double BUOY_SPEED = 2;
    private static final Set<Integer> BUOY_PROBES = Set.of(4, 7, 9, 10, 11, 12, 13, 15);

    private EnTrackCheck() {}

    /**
     * Judges the casts of one cruise, whose members AutoQC knows by country, cruise and originator's cruise.
     *
     * @param casts in any order; those without a place, a date, an hour or an instrument are not judged
     * @return for every cast whether it is rejected, a new array
     */
    public static boolean[] reject(List<AutoqcCast> casts) {
        List<Integer> order = IntStream.range(0, casts.size())
                .filter(i -> TrackPoint.canBe(casts.get(i)))
                .boxed()
                .sorted(Comparator.comparingLong(i -> new TrackPoint(casts.get(i)).seconds()))
                .toList();
        List<Integer> kept = new ArrayList<>(order);
        List<Integer> gone = outlier(casts, kept);
        while (!gone.isEmpty()) {
            kept.removeAll(gone);
            gone = outlier(casts, kept);
        }
        boolean[] reject = new boolean[casts.size()];
        boolean all = kept.size() < order.size() / 2.0;
        order.forEach(i -> reject[i] = all || !kept.contains(i));
        return reject;
    }

    private static List<Integer> outlier(List<AutoqcCast> casts, List<Integer> kept) {
        TrackPoint[] points =
                kept.stream().map(i -> new TrackPoint(casts.get(i))).toArray(TrackPoint[]::new);
        if (points.length == 0) {
            return List.of();
        }
        double fastest = BUOY_PROBES.contains(casts.get(kept.get(0)).probeType()) ? BUOY_SPEED : SHIP_SPEED;
        return Arrays.stream(new Track(points, fastest).outlier())
                .mapToObj(kept::get)
                .toList();
    }
}
