package dev.shoal.qc.neighbour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import dev.shoal.qc.neighbour.ConsistencyCheck.Background;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NeighbourTest {

    private static final double OFF = Double.POSITIVE_INFINITY;

    /** Five stations about 5.6 km apart and one far away. */
    private static final double[] LATS = {60, 60, 60, 60, 60, 70};

    private static final double[] LONS = {10, 10.1, 10.2, 10.3, 10.4, 10};

    @Test
    void fewNeighboursMakeAnObservationIsolated() {
        Points points = SomePoints.at(LATS, LONS, new double[6]);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(15_000), 2)))
                .containsExactly(1, 1, 1, 1, 1, 3);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(15_000), 4)))
                .containsExactly(3, 3, 1, 3, 3, 3);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(1_000), 1)))
                .containsExactly(3, 3, 3, 3, 3, 3);
    }

    @Test
    void heightsCanSetNeighboursApart() {
        Points flat = SomePoints.at(LATS, LONS, new double[6]);
        double[] heights = {0, 50, 50, 50, 400, Double.NaN};
        Points points =
                new Points(flat.lats(), flat.lons(), flat.timeMicros(), heights, flat.values(), flat.platforms(), 6);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(15_000, OFF, 100), 2)))
                .containsExactly(1, 1, 1, 1, 3, 2);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(15_000, OFF, 0), 2)))
                .containsExactly(3, 1, 1, 1, 3, 2);
    }

    @Test
    void observationsOfOnePlatformAreNoNeighbours() {
        Points alone = SomePoints.at(LATS, LONS, new double[6]);
        Points points = new Points(
                alone.lats(), alone.lons(), alone.timeMicros(), alone.heights(), alone.values(), new int[6], 6);
        assertThat(isolated(points, new IsolationCheck(new Surroundings(15_000), 1)))
                .containsOnly(3);
    }

    @Test
    void differsFromTheMedianOfItsNeighbours() {
        Points points = SomePoints.at(LATS, LONS, new double[] {10, 10.2, 14, 10.4, Double.NaN, 10});
        byte[] flags = new byte[6];
        new MedianCheck(new Surroundings(12_000), 2, 1, 3).flag(points, 6, flags);
        // around the first lie 10.2 and 14, around the second 10, 14 and 10.4, around the third 10, 10.2 and 10.4
        assertThat(flags).containsExactly(3, 1, 4, 3, 9, 2);
    }

    @Test
    void buddiesAreWidenedByTheDeviationOfTheirMean() {
        // around the last but one lie eight 0 and one 1 with a deviation of 0.31, until the 1 has failed
        Points points = SomePoints.at(
                new double[10],
                DoubleStream.iterate(0, lon -> lon + 0.001).limit(10).toArray(),
                new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0.1, 1});
        assertThat(buddies(points, new BuddyCheck(new Surroundings(10_000), 1, OFF, 1, 0.01, 0, 1)))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 1, 4);
        assertThat(buddies(points, new BuddyCheck(new Surroundings(10_000), 1, OFF, 1, 0.01, 0, 2)))
                .containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 4, 4);
        assertThat(buddies(points, new BuddyCheck(new Surroundings(10_000), 1, OFF, 1, 1, 0, 2)))
                .containsOnly(1);
        assertThat(buddies(points, new BuddyCheck(new Surroundings(10_000), 1, 0.5, OFF, 0.01, 0, 2))[9])
                .isEqualTo((byte) 3);
        assertThat(buddies(points, new BuddyCheck(new Surroundings(10_000), 10, OFF, 1, 0.01, 0, 2)))
                .containsOnly(2);
    }

    @Test
    void buddiesAreBroughtToTheHeightOfTheObservation() {
        Points flat = SomePoints.at(LATS, LONS, new double[] {10, 9.35, 8.7, 9.35, 5, 10});
        double[] heights = {0, 100, 200, 100, 0, 0};
        Points points =
                new Points(flat.lats(), flat.lons(), flat.timeMicros(), heights, flat.values(), flat.platforms(), 6);
        BuddyCheck check = new BuddyCheck(new Surroundings(25_000), 3, OFF, 4, 0.1, -0.0065, 2);
        assertThat(buddies(points, check)).containsExactly(1, 1, 1, 1, 4, 2);
    }

    @Test
    void analysisDoesNotSupportWhatDiffersFromAllAround() {
        Points points =
                SomePoints.at(new double[] {60, 60, 60}, new double[] {10, 10.01, 10.02}, new double[] {0, 1, 100});
        byte[] flags = new byte[3];
        consistency(Background.MEAN, 1).flag(points, flags);
        assertThat(flags).containsExactly(1, 1, 4);
    }

    @Test
    void analysisFollowsASlopeOfHeight() {
        int size = 12;
        double[] heights = new double[size];
        double[] values = new double[size];
        double[] lons = new double[size];
        for (int i = 0; i < size; i++) {
            lons[i] = 10 + 0.01 * i;
            heights[i] = 100 * (i % 5);
            values[i] = 20 - 0.01 * heights[i] + 0.01 * (i % 2);
        }
        values[6] += 5;
        double[] lats = DoubleStream.generate(() -> 60).limit(size).toArray();
        Points flat = SomePoints.at(lats, lons, values);
        Points points = new Points(lats, lons, flat.timeMicros(), heights, values, flat.platforms(), size);
        byte[] flags = new byte[size];
        consistency(Background.LINE, 2).flag(points, flags);
        assertThat(flags).containsExactly(1, 1, 1, 1, 1, 1, 4, 1, 1, 1, 1, 1);
    }

    @Test
    void analysisNeedsObservations() {
        Points points =
                SomePoints.at(new double[] {60, 60, 10}, new double[] {10, 10.01, 0}, new double[] {0, Double.NaN, 3});
        byte[] flags = new byte[3];
        consistency(Background.MEDIAN, 1).flag(points, flags);
        assertThat(flags).containsExactly(2, 9, 2);
    }

    private static ConsistencyCheck consistency(Background background, int iterations) {
        return new ConsistencyCheck(
                new Surroundings(10_000), 3, 10, background, 10_000, 200, OFF, 0.5, 0.01, 2, 2, iterations);
    }

    private static byte[] isolated(Points points, IsolationCheck test) {
        byte[] flags = new byte[points.size()];
        test.flag(points, points.size(), flags);
        return flags;
    }

    private static byte[] buddies(Points points, BuddyCheck test) {
        byte[] flags = new byte[points.size()];
        test.flag(points, flags);
        return flags;
    }

    @Test
    void nothingIsFlaggedOfNothing() {
        byte[] flags = {QcFlag.GOOD};
        Points none = SomePoints.at(new double[0], new double[0], new double[0]);
        new IsolationCheck(new Surroundings(1), 1).flag(none, 0, flags);
        new BuddyCheck(new Surroundings(1), 1, 1, 1, 1, 0, 1).flag(none, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD);
    }
}
