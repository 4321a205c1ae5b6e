package dev.shoal.qc.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointIndexTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsAllNeighboursAndNoOthers(long seed) {
        Points points = SomePoints.crowd(seed, 600);
        Surroundings around = new Surroundings(20_000 * seed, seed % 2 == 0 ? Double.POSITIVE_INFINITY : 5400, 200);
        PointIndex index = new PointIndex(points, around);
        byte[] left = new byte[points.size()];
        left[7] = 1;
        for (int i = 0; i < points.size(); i++) {
            if (!index.counts(i)) {
                continue;
            }
            int at = i;
            int[] expected = IntStream.range(0, points.size())
                    .filter(j -> index.counts(j) && left[j] == 0)
                    .filter(j -> points.platforms()[at] != points.platforms()[j])
                    .filter(j -> index.distance(at, j) <= around.metres() && index.seconds(at, j) <= around.seconds())
                    .filter(j -> Math.abs(points.heights()[at] - points.heights()[j]) <= 200)
                    .toArray();
            int count = index.find(i, left);
            assertThat(IntStream.range(0, count).map(index::neighbour).sorted().toArray())
                    .isEqualTo(expected);
        }
    }

    @Test
    void distancesAreThoseOfAChord() {
        PointIndex index = new PointIndex(
                SomePoints.at(new double[] {0, 0, 60}, new double[] {179.5, -179.5, 180}, new double[3]),
                new Surroundings(1000));
        assertThat(index.distance(0, 1))
                .isCloseTo(2 * PointIndex.EARTH_RADIUS * Math.sin(Math.toRadians(0.5)), within(1e-6));
        assertThat(index.seconds(0, 1)).isZero();
    }

    @Test
    void refusesSurroundingsWithoutEnd() {
        assertThatThrownBy(() -> new Surroundings(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot look around: found Infinity m");
        assertThatThrownBy(() -> new Points(
                        new double[2], new double[2], new long[1], new double[2], new double[2], new int[2], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot take 2 observations: found a column of 1, expected each at least as long.");
    }
}
