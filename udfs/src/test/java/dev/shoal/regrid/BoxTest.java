package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {

    @Test
    void leavesOutTheWidestGap() {
        assertThat(around(-10, 20, 5)).isEqualTo(new Box(-10, 0, 20, 0));
        assertThat(around(179, -179, 185)).isEqualTo(new Box(179, 0, -175, 0));
        assertThat(around(350, 10)).isEqualTo(new Box(-10, 0, 10, 0));
        assertThat(around(42)).isEqualTo(new Box(42, 0, 42, 0));
    }

    @Test
    void theAntimeridianEndsABoxOnEitherSide() {
        assertThat(around(170, 180)).isEqualTo(new Box(170, 0, 180, 0));
        assertThat(around(-170, 180)).isEqualTo(new Box(-180, 0, -170, 0));
        assertThat(around(170, 180).contains(0, -180)).isTrue();
    }

    @Test
    void passesOverPointsWithoutAPosition() {
        double[] lat = {Double.NaN, 1, 2};
        double[] lon = {1, Double.NaN, 3};
        assertThat(Box.around(lat, lon)).contains(new Box(3, 2, 3, 2));
        assertThat(Box.around(new double[] {Double.NaN}, new double[1])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsEveryPointAndNotMuchMore(long seed) {
        Random random = new Random(seed);
        double middle = 720 * random.nextDouble() - 360;
        double[] lat = random.doubles(40, -90, 90).toArray();
        double[] lon = random.doubles(40, middle - 40, middle + 40).toArray();
        Box box = Box.around(lat, lon).orElseThrow();
        for (int k = 0; k < lat.length; k++) {
            assertThat(box.contains(lat[k], lon[k])).isTrue();
        }
        assertThat(box.width()).isLessThanOrEqualTo(80);
        assertThat(box.contains(0, middle + 100)).isFalse();
    }

    @Test
    void refusesEdgesOutOfRange() {
        assertThatThrownBy(() -> new Box(0, 10, 1, 5))
                .hasMessage("Cannot make a box of west 0.0, south 10.0, east 1.0, north 5.0: "
                        + "expected longitudes in [-180, 180] and -90 <= south <= north <= 90.");
        assertThatThrownBy(() -> new Box(0, 0, 200, 5)).hasMessageContaining("east 200.0");
        assertThatThrownBy(() -> new Box(0, Double.NaN, 2, 5)).hasMessageContaining("south NaN");
    }

    private static Box around(double... lon) {
        return Box.around(new double[lon.length], lon).orElseThrow();
    }
}
