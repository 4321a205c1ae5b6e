package dev.shoal.qc.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundledFloorTest {

    private static final Bathymetry FLOOR = Bathymetry.bundled();

    @Test
    void knowsTheDeepAndTheHigh() {
        assertThat(FLOOR.depthMetres(142.2, 11.35)).as("Challenger Deep").isBetween(10_000.0, 11_500.0);
        assertThat(FLOOR.depthMetres(-30, 45))
                .as("east of the Mid-Atlantic Ridge")
                .isBetween(2_500.0, 4_500.0);
        assertThat(FLOOR.depthMetres(4, 56)).as("North Sea").isBetween(30.0, 120.0);
        assertThat(FLOOR.depthMetres(87, 32)).as("Tibet").isLessThan(-3_500);
    }

    @Test
    void takesLongitudesOfAnyRangeAndThePoles() {
        assertThat(FLOOR.depthMetres(-150.1, 20)).isEqualTo(FLOOR.depthMetres(209.9, 20));
        assertThat(FLOOR.depthMetres(180, -40)).isEqualTo(FLOOR.depthMetres(-180, -40));
        assertThat(FLOOR.depthMetres(0, 90)).as("North Pole").isBetween(3_500.0, 4_600.0);
        assertThat(FLOOR.depthMetres(0, -90)).as("South Pole").isLessThan(0);
    }

    @Test
    void doesNotKnowWhatIsNoPlace() {
        assertThat(FLOOR.depthMetres(Double.NaN, 0)).isNaN();
        assertThat(FLOOR.depthMetres(0, Double.NaN)).isNaN();
        assertThat(FLOOR.depthMetres(0, 91)).isNaN();
    }
}
