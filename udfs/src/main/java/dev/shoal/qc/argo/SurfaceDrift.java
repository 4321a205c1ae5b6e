package dev.shoal.qc.argo;

import dev.shoal.qc.place.Distance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Test 20: positions of one time at the surface lie as near to each other as a float drifts (Nakamura et al. 2008,
 * Quality control method of Argo float position data, JAMSTEC Report of Research and Development 7, 11-18; Argo Quality
 * Control Manual for CTD and Trajectory Data, test 20).
 *
 * <p>As long as the fastest step is too fast, one of its two positions goes: the less exact one, or else the one
 * without which the drift around it is slower. It is flagged where the step is longer than both may be off. Positions
 * that repeat another, that follow another by more than a day, or that lie too far from the last cycle's are bad.
 *
 * @param metresPerSecond the largest speed that passes
 */
public record SurfaceDrift(double metresPerSecond) {

    /** The manual's speed. */
    public static final SurfaceDrift MANUAL = new SurfaceDrift(3);

    private static final double MICROS_PER_SECOND = 1e6;
    private static final double SHORTEST_SECONDS = 1;

    /** How many positions around a step are looked at. */
    private static final int AROUND = 4;

    /**
     * Flags the positions of one time at the surface.
     *
     * @param fixes in any order
     * @param last good position of the cycle before
     * @return {@link ArgoFlag#GOOD}, {@link ArgoFlag#CORRECTABLE} or {@link ArgoFlag#BAD}, in the order of the fixes
     */
    public byte[] flags(List<SurfaceFix> fixes, Optional<SurfaceFix> last) {
        byte[] flags = new byte[fixes.size()];
        Arrays.fill(flags, ArgoFlag.GOOD);
        List<Integer> track = new ArrayList<>(IntStream.range(0, fixes.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> fixes.get(i).micros()))
                .toList());
        boolean settled = false;
        while (!settled && !track.isEmpty()) {
            if (last.isPresent() && speed(last.get(), fixes.get(track.get(0)), 0) > metresPerSecond) {
                flags[track.remove(0)] = ArgoFlag.BAD;
            } else if (!leaveOutStrangers(fixes, track, flags)) {
                settled = !slowDown(fixes, track, flags);
            }
        }
        return flags;
    }

    /** Takes out positions that repeat the one before or follow it by more than a day; tells whether there were any. */
    private static boolean leaveOutStrangers(List<SurfaceFix> fixes, List<Integer> track, byte[] flags) {
        List<Integer> strangers = new ArrayList<>();
        for (int i = 1; i < track.size(); i++) {
            SurfaceFix before = fixes.get(track.get(i - 1));
            SurfaceFix here = fixes.get(track.get(i));
            boolean repeated = before.latitude() == here.latitude()
                    && before.longitude() == here.longitude()
                    && before.micros() == here.micros();
            if (repeated || here.micros() - before.micros() > TimeUnit.DAYS.toMicros(1)) {
                strangers.add(track.get(i));
            }
        }
        strangers.forEach(stranger -> flags[stranger] = ArgoFlag.BAD);
        return track.removeAll(strangers);
    }

    /** Takes one end of the fastest step out where it is too fast; tells whether to look again. */
    private boolean slowDown(List<SurfaceFix> fixes, List<Integer> track, byte[] flags) {
        List<SurfaceFix> path = track.stream().map(fixes::get).toList();
        int fastest = fastest(path);
        if (fastest == 0) {
            return false;
        }
        SurfaceFix from = path.get(fastest - 1);
        SurfaceFix to = path.get(fastest);
        boolean beyondError = metres(from, to)
                >= Math.hypot(from.accuracy().metres(), to.accuracy().metres());
        List<Integer> out = path.size() == 2 ? List.copyOf(track) : List.of(track.remove(wrongEnd(path, fastest)));
        if (beyondError) {
            out.forEach(fix -> flags[fix] = ArgoFlag.CORRECTABLE);
        }
        return path.size() > 2;
    }

    /** Returns the end of the fastest step that is too fast, 0 where none is. */
    private int fastest(List<SurfaceFix> path) {
        int fastest = 0;
        double most = metresPerSecond;
        for (int i = 1; i < path.size(); i++) {
            double speed = speed(path.get(i - 1), path.get(i), SHORTEST_SECONDS);
            if (speed > most) {
                most = speed;
                fastest = i;
            }
        }
        return fastest;
    }

    /** Returns which end of a step goes: the less exact one, or that without which the drift around is slower. */
    private static int wrongEnd(List<SurfaceFix> path, int fastest) {
        int exactness =
                path.get(fastest - 1).accuracy().compareTo(path.get(fastest).accuracy());
        if (exactness != 0) {
            return exactness > 0 ? fastest - 1 : fastest;
        }
        return around(path, fastest, fastest - 1) > around(path, fastest, fastest) ? fastest : fastest - 1;
    }

    /** Returns the speed along up to four positions around a step, one end of it left out. */
    private static double around(List<SurfaceFix> path, int fastest, int leftOut) {
        double metres = 0;
        double seconds = 0;
        int before = -1;
        int first = Math.max(0, Math.min(fastest - 2, path.size() - AROUND));
        int end = Math.min(path.size(), first + AROUND);
        for (int i = first; i < end; i++) {
            if (i != leftOut && before >= 0) {
                metres += metres(path.get(before), path.get(i));
                seconds += seconds(path.get(before), path.get(i));
            }
            before = i == leftOut ? before : i;
        }
        return metres / seconds;
    }

    private static double speed(SurfaceFix from, SurfaceFix to, double shortestSeconds) {
        return metres(from, to) / Math.max(shortestSeconds, Math.abs(seconds(from, to)));
    }

    private static double seconds(SurfaceFix from, SurfaceFix to) {
        return ((double) to.micros() - from.micros()) / MICROS_PER_SECOND;
    }

    private static double metres(SurfaceFix from, SurfaceFix to) {
        return Distance.geodesic(from.longitude(), from.latitude(), to.longitude(), to.latitude());
    }
}
