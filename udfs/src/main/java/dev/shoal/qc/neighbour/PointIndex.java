package dev.shoal.qc.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the neighbours of an observation in time proportional to their number: observations lie in cells as large as
 * the surroundings, in space and time, and a cell's are found by its hash.
 *
 * <p>Neighbours come in an order that depends on what they are and not on where they stand in the arrays, so that sums
 * over them are the same to the bit whatever part of the observations is at hand. One instance serves one thread.
 */
final class PointIndex {

    static final double EARTH_RADIUS = 6_371_000;

    private static final double MICROS_PER_SECOND = 1e6;
    private static final int NONE = -1;

    private final Points points;
    private final Surroundings around;
    private final boolean timed;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] rank;
    private final int[] ofRank;
    private final int[] heads;
    private final int[] next;
    private int[] found = new int[64];

    PointIndex(Points points, Surroundings around) {
        int size = points.size();
        this.points = points;
        this.around = around;
        this.timed = !Double.isInfinite(around.seconds());
        this.x = new double[size];
        this.y = new double[size];
        this.z = new double[size];
        this.ofRank = ranks();
        this.rank = new int[size];
        this.heads = new int[Integer.highestOneBit(Math.max(1, size)) << 1];
        this.next = new int[size];
        Arrays.fill(heads, NONE);
        for (int place = size - 1; place >= 0; place--) {
            int i = ofRank[place];
            rank[i] = place;
            locate(i);
            if (counts(i)) {
                int slot = slot(cell(x[i]), cell(y[i]), cell(z[i]), timeCell(i));
                next[i] = heads[slot];
                heads[slot] = i;
            }
        }
    }

    private int[] ranks() {
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> points.timeMicros()[i])
                        .thenComparingDouble(i -> points.lats()[i])
                        .thenComparingDouble(i -> points.lons()[i])
                        .thenComparingDouble(i -> points.heights()[i])
                        .thenComparingDouble(i -> points.values()[i])
                        .thenComparingInt(i -> points.platforms()[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void locate(int i) {
        double lat = Math.toRadians(points.lats()[i]);
        double lon = Math.toRadians(points.lons()[i]);
        x[i] = EARTH_RADIUS * Math.cos(lat) * Math.cos(lon);
        y[i] = EARTH_RADIUS * Math.cos(lat) * Math.sin(lon);
        z[i] = EARTH_RADIUS * Math.sin(lat);
    }

    /** Tells whether an observation has all that is needed to compare it. */
    boolean counts(int i) {
        return Double.isFinite(points.values()[i])
                && Double.isFinite(x[i] + z[i])
                && (!timed || points.timeMicros()[i] != Points.NO_TIME)
                && (Double.isInfinite(around.heightMetres()) || Double.isFinite(points.heights()[i]));
    }

    /** Returns the horizontal distance of two observations, metres. */
    double distance(int i, int j) {
        double dx = x[i] - x[j];
        double dy = y[i] - y[j];
        double dz = z[i] - z[j];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Returns the difference in time of two observations, seconds; 0 where times do not count. */
    double seconds(int i, int j) {
        return timed ? Math.abs((double) (points.timeMicros()[i] - points.timeMicros()[j])) / MICROS_PER_SECOND : 0;
    }

    /**
     * Finds the neighbours of an observation that {@link #counts}.
     *
     * @param left flags of observations that do not count any more are not 0; as long as the observations
     * @return how many; {@link #neighbour} tells which
     */
    int find(int i, byte[] left) {
        int count = 0;
        long cx = cell(x[i]);
        long cy = cell(y[i]);
        long cz = cell(z[i]);
        long ct = timeCell(i);
        int turns = timed ? 81 : 27;
        for (int turn = 0; turn < turns; turn++) {
            long time = timed ? ct + turn / 27 - 1 : 0;
            count = gather(i, cx + turn % 3 - 1, cy + turn / 3 % 3 - 1, cz + turn / 9 % 3 - 1, time, left, count);
        }
        Arrays.sort(found, 0, count);
        return count;
    }

    /** Returns one of the neighbours found last, from 0 on. */
    int neighbour(int k) {
        return ofRank[found[k]];
    }

    private int gather(int i, long cx, long cy, long cz, long ct, byte[] left, int countBefore) {
        int count = countBefore;
        for (int j = heads[slot(cx, cy, cz, ct)]; j != NONE; j = next[j]) {
            if (left[j] == 0
                    && cell(x[j]) == cx
                    && cell(y[j]) == cy
                    && cell(z[j]) == cz
                    && timeCell(j) == ct
                    && near(i, j)) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, 2 * count);
                }
                found[count++] = rank[j];
            }
        }
        return count;
    }

    private boolean near(int i, int j) {
        return points.platforms()[i] != points.platforms()[j]
                && distance(i, j) <= around.metres()
                && (!timed || seconds(i, j) <= around.seconds())
                && !(Math.abs(points.heights()[i] - points.heights()[j]) > around.heightMetres());
    }

    private long cell(double coordinate) {
        return (long) Math.floor(coordinate / around.metres());
    }

    private long timeCell(int i) {
        double length = Math.max(1, around.seconds() * MICROS_PER_SECOND);
        return timed ? (long) Math.floor(points.timeMicros()[i] / length) : 0;
    }

    private int slot(long cx, long cy, long cz, long ct) {
        long mixed = (((cx * 0x9E3779B97F4A7C15L + cy) * 0xC2B2AE3D27D4EB4FL + cz) * 0x165667B19E3779F9L) + ct;
        mixed *= 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32 ^ mixed >>> 17) & (heads.length - 1);
    }
}
