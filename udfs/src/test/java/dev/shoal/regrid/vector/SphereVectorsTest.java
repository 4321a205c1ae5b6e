package dev.shoal.regrid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SphereVectorsTest {

    @Test
    void componentsAreTakenApart() {
        double[] xyz = new double[12];
        new SphereVectors(new double[] {0, 0, 90, 45}, new double[] {0, 90, 0, 180})
                .toCartesian(new double[] {1, 1, 1, Double.NaN}, new double[] {2, 2, 2, 2}, xyz);
        double[] expected = {0, -1, -2, Double.NaN, 1, 0, 1, Double.NaN, 2, 2, 0, Double.NaN};
        for (int i = 0; i < 12; i++) {
            assertThat(xyz[i]).isEqualTo(expected[i], within(1e-15));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void putTogetherAtTheSamePointsTheyAreTheSame(long seed) {
        Random random = new Random(seed);
        SphereVectors vectors = new SphereVectors(
                random.doubles(100, -90, 90).toArray(),
                random.doubles(100, -360, 360).toArray());
        double[] east = random.doubles(100, -1, 1).toArray();
        double[] north = random.doubles(100, -1, 1).toArray();
        double[] xyz = new double[300];
        vectors.toCartesian(east, north, xyz);
        double[] east2 = new double[100];
        double[] north2 = new double[100];
        vectors.toEastNorth(xyz, east2, north2);
        for (int i = 0; i < 100; i++) {
            assertThat(east2[i]).isCloseTo(east[i], within(1e-15));
            assertThat(north2[i]).isCloseTo(north[i], within(1e-15));
        }
    }

    /** A uniform wind across the North Pole: components turn round, the mean of the Cartesian ones does not cancel. */
    @Test
    void aWindAcrossAPoleKeepsItsSpeedBetweenPoints() {
        SphereVectors around = new SphereVectors(new double[] {89, 89, 89, 89}, new double[] {0, 90, 180, 270});
        double[] xyz = new double[12];
        around.toCartesian(new double[] {0, -1, 0, 1}, new double[] {-1, 0, 1, 0}, xyz);
        double[] mean = new double[3];
        for (int i = 0; i < 12; i++) {
            mean[i / 4] += xyz[i] / 4;
        }
        double[] east = new double[1];
        double[] north = new double[1];
        new SphereVectors(new double[] {90}, new double[] {0}).toEastNorth(mean, east, north);
        assertThat(Math.hypot(east[0], north[0])).isCloseTo(1, within(1e-3));
        assertThat(north[0]).isCloseTo(-1, within(1e-3));
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> new SphereVectors(new double[2], new double[3]))
                .hasMessageContaining("at 2 latitudes and 3 longitudes");
        assertThatThrownBy(() -> new SphereVectors(new double[1], new double[1])
                        .toCartesian(new double[1], new double[1], new double[2]))
                .hasMessageContaining("2 Cartesian components, expected 1");
    }
}
