package dev.shoal.qc.seawater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The check values of UNESCO technical paper 44; its temperatures are IPTS-68. */
class Eos80Test {

    private static final double T68 = 1.00024;

    @Test
    void givesThePapersDensities() {
        assertThat(Eos80.density(0, 5 / T68, 0)).isCloseTo(999.96675, within(5e-6));
        assertThat(Eos80.density(0, 5 / T68, 10000)).isCloseTo(1044.12802, within(5e-6));
        assertThat(Eos80.density(35, 5 / T68, 0)).isCloseTo(1027.67547, within(5e-6));
        assertThat(Eos80.density(35, 5 / T68, 10000)).isCloseTo(1069.48914, within(5e-6));
        assertThat(Eos80.density(35, 25 / T68, 10000)).isCloseTo(1062.53817, within(5e-6));
    }

    @Test
    void givesThePapersPotentialTemperature() {
        assertThat(Eos80.potentialTemperature(40, 40 / T68, 10000, 0) * T68).isCloseTo(36.89073, within(5e-6));
        assertThat(Eos80.potentialDensity(35, 5, 0, 0)).isEqualTo(Eos80.density(35, 5, 0));
    }

    @Test
    void givesThePapersDepthAndBack() {
        assertThat(Eos80.depth(10000, 30)).isCloseTo(9712.653, within(5e-4));
        assertThat(Eos80.pressure(9712.653, 30)).isCloseTo(10000, within(1e-3));
        assertThat(Eos80.depth(Eos80.pressure(5000, -60), -60)).isCloseTo(5000, within(1e-9));
    }

    @Test
    void givesThePapersFreezingPoint() {
        assertThat(Eos80.freezingTemperature(40, 500) * T68).isCloseTo(-2.588567, within(5e-7));
    }

    @Test
    void theModellersEquationGivesThePapersDensity() {
        assertThat(McDougall2003.density(35, 25, 2000)).isCloseTo(1031.654229, within(5e-7));
        assertThat(McDougall2003.potentialTemperature(35, 20, 2000))
                .isCloseTo(Eos80.potentialTemperature(35, 20, 2000, 0), within(0.01));
    }
}
