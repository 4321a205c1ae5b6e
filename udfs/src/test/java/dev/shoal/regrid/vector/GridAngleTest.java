package dev.shoal.regrid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GridAngleTest {
    private static final Offset<Double> ROUNDING = within(1e-14);

    @Test
    void aGridTurnedByAQuarterTurnsItsVectorsByOne() {
        GridAngle angle = GridAngle.of(new double[] {Math.PI / 2, 0, Double.NaN});
        double[] u = {1, 1, 1};
        double[] v = {2, 2, 2};
        angle.toEastNorth(1, u, v);
        assertThat(u[0]).isCloseTo(-2, ROUNDING);
        assertThat(v[0]).isCloseTo(1, ROUNDING);
        assertThat(new double[] {u[1], v[1], u[2], v[2]}).containsExactly(1, 2, Double.NaN, Double.NaN);
    }

    @Test
    void anglesAreReckonedFromThePlacesOfPoints() {
        double[] lat = {0, 0, 0, 1, 2, 3};
        double[] lon = {10, 11, 12, 350, 350, 350};
        GridAngle angle = GridAngle.ofPoints(2, lat, lon);
        for (int point = 0; point < 6; point++) {
            assertThat(angle.radians(point)).isCloseTo(point < 3 ? 0 : Math.PI / 2, ROUNDING);
        }
    }

    @Test
    void holesAreLeftOutAndTheSeamIsNoJump() {
        double none = Double.NaN;
        double[] lat = {10, 10, none, 10, none, 10};
        double[] lon = {179, -180, none, 12, none, 40};
        GridAngle angle = GridAngle.ofPoints(1, lat, lon);
        assertThat(angle.radians(0)).isCloseTo(0, within(0.01));
        assertThat(angle.radians(1)).isCloseTo(0, within(0.01));
        assertThat(angle.radians(3)).isNaN();
    }

    /** Of a pole at 40 N, 170 W the direction of rotated latitude circles is known exactly. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25, 0.125})
    void theDirectionOfARotatedPoleIsFoundToTheSquareOfTheStep(double step) {
        int size = 21;
        double[] lat = new double[size * size];
        double[] lon = new double[size * size];
        double tilt = Math.toRadians(50);
        for (int k = 0; k < lat.length; k++) {
            double phi = Math.toRadians((k / size - size / 2) * step);
            double lambda = Math.toRadians((k % size - size / 2) * step);
            double x = Math.cos(phi) * Math.cos(lambda) * Math.cos(tilt) - Math.sin(phi) * Math.sin(tilt);
            double z = Math.cos(phi) * Math.cos(lambda) * Math.sin(tilt) + Math.sin(phi) * Math.cos(tilt);
            lat[k] = Math.toDegrees(Math.asin(z));
            lon[k] = Math.toDegrees(Math.atan2(Math.cos(phi) * Math.sin(lambda), x)) + 10;
        }
        GridAngle angle = GridAngle.ofPoints(size, lat, lon);
        double worst = 0;
        for (int k = 0; k < lat.length; k++) {
            if (k % size > 0 && k % size < size - 1) {
                LocalFrame frame = LocalFrame.at(lat[k], lon[k] - 10);
                double lambda = Math.toRadians((k % size - size / 2) * step);
                double east = -Math.sin(lambda);
                double east1 = frame.east(east * Math.cos(tilt), Math.cos(lambda), east * Math.sin(tilt));
                double north1 = frame.north(east * Math.cos(tilt), Math.cos(lambda), east * Math.sin(tilt));
                worst = Math.max(worst, Math.abs(angle.radians(k) - Math.atan2(north1, east1)));
            }
        }
        assertThat(worst).isLessThan(1e-4 * step * step * 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void turnedThereAndBackVectorsAreTheSame(long seed) {
        Random random = new Random(seed);
        GridAngle angle = GridAngle.of(random.doubles(100, -9, 9).toArray());
        double[] u = random.doubles(200, -1, 1).toArray();
        double[] v = random.doubles(200, -1, 1).toArray();
        double[] east = u.clone();
        double[] north = v.clone();
        angle.toEastNorth(2, east, north);
        for (int i = 0; i < 200; i++) {
            assertThat(Math.hypot(east[i], north[i])).isCloseTo(Math.hypot(u[i], v[i]), ROUNDING);
        }
        angle.toGrid(2, east, north);
        for (int i = 0; i < 200; i++) {
            assertThat(east[i]).isCloseTo(u[i], ROUNDING);
            assertThat(north[i]).isCloseTo(v[i], ROUNDING);
        }
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertThatThrownBy(() -> GridAngle.ofPoints(2, new double[2], new double[2]))
                .hasMessageContaining("Cannot reckon the directions of a grid of 2 rows from 2 latitudes");
        assertThatThrownBy(() -> GridAngle.of(new double[2]).toGrid(1, new double[2], new double[3]))
                .hasMessageContaining("there are 2 and 3 components, expected 2 of each");
    }
}
