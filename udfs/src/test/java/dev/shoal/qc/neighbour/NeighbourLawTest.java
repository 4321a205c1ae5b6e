package dev.shoal.qc.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.neighbour.ConsistencyCheck.Background;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the observations with those in reach of it, in any order, has the flags it has among all. */
class NeighbourLawTest {

    private static final double OFF = Double.POSITIVE_INFINITY;
    private static final int SIZE = 900;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofIsolation(long seed) {
        IsolationCheck test = new IsolationCheck(new Surroundings(25_000, 7200, 150), 3);
        holds(seed, test.reach(), (points, flags) -> test.flag(points, points.size(), flags));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofTheMedianOfNeighbours(long seed) {
        MedianCheck test = new MedianCheck(new Surroundings(30_000, 7200, 150), 3, 0.4, 1.5);
        holds(seed, test.reach(), (points, flags) -> test.flag(points, points.size(), flags));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofBuddies(long seed) {
        BuddyCheck test = new BuddyCheck(new Surroundings(25_000, 3600, 100), 3, 2, 3, 0.1, -0.001, 3);
        holds(seed, test.reach(), test::flag);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ofSpatialConsistency(long seed) {
        ConsistencyCheck test = new ConsistencyCheck(
                new Surroundings(30_000, 7200, OFF), 4, 8, Background.LINE, 5000, 200, 3600, 0.5, 0.01, 4, 4, 2);
        holds(seed, test.reach(), test::flag);
    }

    private static void holds(long seed, Surroundings reach, BiConsumer<Points, byte[]> test) {
        Points all = SomePoints.crowd(seed, SIZE);
        byte[] whole = new byte[SIZE];
        test.accept(all, whole);
        assertThat(whole).contains(QcFlag.GOOD, QcFlag.UNKNOWN, QcFlag.MISSING);
        assertThat(IntStream.range(0, SIZE).filter(i -> whole[i] == QcFlag.SUSPECT || whole[i] == QcFlag.FAIL))
                .hasSizeGreaterThan(5);
        Random random = new Random(seed);
        for (int[] own : parts(all, random)) {
            int[] taken = withHalo(all, own, reach, random);
            byte[] flags = new byte[taken.length];
            test.accept(SomePoints.take(all, taken), flags);
            for (int k = 0; k < own.length; k++) {
                assertThat(flags[k]).isEqualTo(whole[own[k]]);
            }
        }
    }

    /** Cuts the observations by longitude and time, as tiles and files do. */
    private static List<int[]> parts(Points all, Random random) {
        double lon = 178.5 + random.nextDouble();
        long time = 10_000_000_000L + random.nextInt(1_000_000_000);
        List<int[]> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            int which = part;
            parts.add(IntStream.range(0, SIZE)
                    .filter(i ->
                            ((Math.abs(all.lons()[i]) > lon ? 1 : 0) + (all.timeMicros()[i] > time ? 2 : 0)) == which)
                    .toArray());
        }
        return parts;
    }

    private static int[] withHalo(Points all, int[] own, Surroundings reach, Random random) {
        PointIndex index = new PointIndex(all, new Surroundings(1));
        List<Integer> halo = new ArrayList<>();
        for (int j = 0; j < SIZE; j++) {
            int other = j;
            boolean mine = Arrays.stream(own).anyMatch(i -> i == other);
            if (!mine && Arrays.stream(own).anyMatch(i -> reaches(all, index, reach, i, other))) {
                halo.add(j);
            }
        }
        assertThat(halo.size()).isBetween(1, SIZE - own.length - 1);
        Collections.shuffle(halo, random);
        return IntStream.concat(Arrays.stream(own), halo.stream().mapToInt(Integer::intValue))
                .toArray();
    }

    private static boolean reaches(Points all, PointIndex index, Surroundings reach, int i, int j) {
        long[] times = all.timeMicros();
        boolean timed = times[i] != Points.NO_TIME && times[j] != Points.NO_TIME;
        return index.distance(i, j) <= reach.metres()
                && timed
                && Math.abs(times[i] - times[j]) <= reach.seconds() * 1e6;
    }
}
