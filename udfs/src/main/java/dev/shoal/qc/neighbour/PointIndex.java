package dev.shoal.qc.neighbour;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Finds the neighbours of an observation in time proportional to their number: observations lie in cells of space as
 * wide as the surroundings, and within a cell in order of time.
 *
 * <p>Neighbours come in an order that depends on what they are and not on where they stand in the arrays, so that sums
 * over them are the same to the bit whatever part of the observations is at hand. One instance serves one thread.
 */
final class PointIndex {

    static final double EARTH_RADIUS = 6_371_000;

    private static final double MICROS_PER_SECOND = 1e6;

    private final Points points;
    private final Surroundings around;
    private final boolean timed;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final int[] ofRank;
    private final CellTable cells;
    private final int[] starts;
    private final int[] ranks;
    private final double[][] places;
    private final long[] times;
    private final int[] cellsAround = new int[27];
    private int[] found = new int[64];

    PointIndex(Points points, Surroundings around) {
        int size = points.size();
        this.points = points;
        this.around = around;
        this.timed = !Double.isInfinite(around.seconds());
        this.x = new double[size];
        this.y = new double[size];
        this.z = new double[size];
        for (int i = 0; i < size; i++) {
            locate(i);
        }
        this.ofRank = ordered();
        this.cells = new CellTable(around.metres(), size);
        int[] cellOfRank = new int[size];
        Arrays.fill(cellOfRank, -1);
        for (int rank = 0; rank < size; rank++) {
            int i = ofRank[rank];
            cellOfRank[rank] = counts(i) ? cells.put(x[i], y[i], z[i]) : -1;
        }
        this.starts = starts(cellOfRank);
        this.ranks = new int[starts[cells.size()]];
        this.places = new double[3][ranks.length];
        this.times = new long[ranks.length];
        fill(cellOfRank);
    }

    private void locate(int i) {
        double lat = Math.toRadians(points.lats()[i]);
        double lon = Math.toRadians(points.lons()[i]);
        x[i] = EARTH_RADIUS * Math.cos(lat) * Math.cos(lon);
        y[i] = EARTH_RADIUS * Math.cos(lat) * Math.sin(lon);
        z[i] = EARTH_RADIUS * Math.sin(lat);
    }

    private int[] ordered() {
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

    private int[] starts(int[] cellOfRank) {
        int[] counted = new int[cells.size() + 1];
        for (int cell : cellOfRank) {
            if (cell >= 0) {
                counted[cell + 1]++;
            }
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            counted[cell + 1] += counted[cell];
        }
        return counted;
    }

    private void fill(int[] cellOfRank) {
        int[] next = starts.clone();
        for (int rank = 0; rank < cellOfRank.length; rank++) {
            if (cellOfRank[rank] >= 0) {
                int place = next[cellOfRank[rank]]++;
                int i = ofRank[rank];
                ranks[place] = rank;
                places[0][place] = x[i];
                places[1][place] = y[i];
                places[2][place] = z[i];
                times[place] = points.timeMicros()[i];
            }
        }
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
        return length(x[i] - x[j], y[i] - y[j], z[i] - z[j]);
    }

    private static double length(double dx, double dy, double dz) {
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }

    /** Returns the difference in time of two observations, seconds; 0 where times do not count. */
    double seconds(int i, int j) {
        return timed ? apart(points.timeMicros()[i], points.timeMicros()[j]) : 0;
    }

    private static double apart(long oneMicros, long otherMicros) {
        return Math.abs((double) (oneMicros - otherMicros)) / MICROS_PER_SECOND;
    }

    /**
     * Finds the neighbours of an observation that {@link #counts}.
     *
     * @param left flags of observations that do not count any more are not 0; as long as the observations
     * @return how many; {@link #neighbour} tells which
     */
    int find(int i, byte[] left) {
        int cellCount = cells.around(x[i], y[i], z[i], cellsAround);
        int count = 0;
        for (int cell = 0; cell < cellCount; cell++) {
            count = gather(i, starts[cellsAround[cell]], starts[cellsAround[cell] + 1], left, count);
        }
        Arrays.sort(found, 0, count);
        return distinct(count);
    }

    /** Returns one of the neighbours found last, from 0 on. */
    int neighbour(int k) {
        return ofRank[found[k]];
    }

    private int gather(int i, int start, int end, byte[] left, int countBefore) {
        int count = countBefore;
        long time = points.timeMicros()[i];
        for (int at = timed ? firstInTime(start, end, time) : start; at < end; at++) {
            if (timed && apart(times[at], time) > around.seconds()) {
                break;
            }
            if (length(x[i] - places[0][at], y[i] - places[1][at], z[i] - places[2][at]) <= around.metres()
                    && isOther(i, ofRank[ranks[at]], left)) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = ranks[at];
            }
        }
        return count;
    }

    private boolean isOther(int i, int j, byte[] left) {
        return left[j] == 0
                && points.platforms()[i] != points.platforms()[j]
                && !(Math.abs(points.heights()[i] - points.heights()[j]) > around.heightMetres());
    }

    private int firstInTime(int start, int end, long time) {
        int low = start;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time && apart(times[middle], time) > around.seconds()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Drops what was found twice, as could be where two cells share a number. */
    private int distinct(int count) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (k == 0 || found[k] != found[k - 1]) {
                found[kept++] = found[k];
            }
        }
        return kept;
    }
}
