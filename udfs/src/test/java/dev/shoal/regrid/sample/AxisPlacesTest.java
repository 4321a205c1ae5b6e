package dev.shoal.regrid.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AxisPlacesTest {

    @Test
    void findsTheStepBeforeAndTheWayToTheNext() {
        AxisPlaces places =
                AxisPlaces.of(new double[] {0, 10, 30}, new double[] {15, 0, 30, -1, 31, Double.NaN, 29, 10});
        assertThat(places.step()).containsExactly(1, 0, 2, -1, -1, -1, 1, 1);
        assertThat(places.weight()).containsExactly(0.25, 0, 0, 0, 0, 0, 0.95, 0);
        assertThat(places.between(0, 4, 8)).isEqualTo(5);
        assertThat(places.between(0, 4, Double.NaN)).isNaN();
        assertThat(places.between(1, 4, Double.NaN)).isEqualTo(4);
    }

    @Test
    void refusesAnAxisThatTurnsBack() {
        assertThatThrownBy(() -> AxisPlaces.of(new double[] {0, 0}, new double[0]))
                .hasMessageContaining("step 1 is 0.0, expected numbers that keep rising");
    }
}
