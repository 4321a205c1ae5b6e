package dev.shoal.qc;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Observations of many platforms for tests, from a seed, and their shares with all that lies within a test's reach. */
final class SomeNeighbourhood {

    private static final double METRES_PER_DEGREE = 111_194;

    private SomeNeighbourhood() {}

    /** Returns observations around the antimeridian and up to the pole, some without a place, time or value. */
    static Neighbourhood random(long seed) {
        Random random = new Random(seed);
        int size = random.nextInt(200);
        double south = random.nextInt(3) == 0 ? 86 : 50;
        int[] platform = random.ints(size, 0, 6).toArray();
        long[] time = random.longs(size, 0, 200_000_000_000L).toArray();
        double[] lat = random.doubles(size, south, south + 4).toArray();
        double[] lon = random.doubles(size, 176, 184)
                .map(east -> east > 180 ? east - 360 : east)
                .toArray();
        double[] depth = random.doubles(size, 0, 100).toArray();
        double[] values = IntStream.range(0, size)
                .mapToDouble(i -> 10 + random.nextInt(16) / 8.0 + (random.nextInt(20) == 0 ? 9 : 0))
                .toArray();
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(60)) {
                case 0 -> values[i] = Double.NaN;
                case 1 -> lat[i] = Double.NaN;
                case 2 -> time[i] = Series.NO_TIME;
                case 3 -> depth[i] = Double.NaN;
                default -> {}
            }
        }
        return new Neighbourhood(platform, time, lat, lon, depth, values, size);
    }

    /** Returns the flags of a whole, judged in shares drawn at random, each with no more around it than it needs. */
    static byte[] inShares(NeighbourhoodTest test, Neighbourhood whole, Random random) {
        byte[] flags = new byte[whole.size()];
        int shares = 1 + random.nextInt(5);
        int[] share = random.ints(whole.size(), 0, shares).toArray();
        for (int s = 0; s < shares; s++) {
            int wanted = s;
            int[] own = IntStream.range(0, whole.size())
                    .filter(i -> share[i] == wanted)
                    .toArray();
            int[] halo = IntStream.range(0, whole.size())
                    .filter(i -> share[i] != wanted && Arrays.stream(own).anyMatch(j -> isNear(test, whole, i, j)))
                    .toArray();
            Neighbourhood part = pick(
                    whole,
                    IntStream.concat(Arrays.stream(own), Arrays.stream(halo)).toArray(),
                    own);
            byte[] judged = new byte[own.length];
            test.flag(part, judged);
            for (int i = 0; i < own.length; i++) {
                flags[own[i]] = judged[i];
            }
        }
        return flags;
    }

    /** Tells whether one may lie within the reach of another, rather too often than too seldom. */
    private static boolean isNear(NeighbourhoodTest test, Neighbourhood all, int i, int j) {
        boolean inTime = Math.abs(all.timeMicros()[i] / 1e6 - all.timeMicros()[j] / 1e6) <= test.reachSeconds();
        return inTime && Math.abs(all.lat()[i] - all.lat()[j]) * METRES_PER_DEGREE <= test.reachMetres() + 1;
    }

    private static Neighbourhood pick(Neighbourhood all, int[] places, int[] own) {
        return new Neighbourhood(
                Arrays.stream(places).map(i -> all.platform()[i]).toArray(),
                Arrays.stream(places).mapToLong(i -> all.timeMicros()[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> all.lat()[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> all.lon()[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> all.depthMetres()[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> all.values()[i]).toArray(),
                own.length);
    }
}
