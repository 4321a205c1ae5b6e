package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.at;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WodChecksTest {

    @Test
    void filtersGrossErrorsOnly() {
        assertThat(WodChecks.iquodGrossRange(every(1, -4.01, -4, 100, 100.1, GAP)))
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void takesStepsOfLessThanThreeMetresForThree() {
        assertThat(WodChecks.gradient(every(1, 20, 18, 15.8))).containsExactly(false, true, true);
        assertThat(WodChecks.gradient(every(10, 20, 23, 26.1, 26.1))).containsExactly(false, true, true, false);
        assertThat(WodChecks.gradient(SomeProfile.of(levels(10, 10), 20, 0))).doesNotContain(true);
    }

    @Test
    void knowsTheBasinsOfTheSea() {
        assertThat(WodTemperatureRanges.TABLE.basin(36, 18).name()).isEqualTo("Mediteranean");
        assertThat(WodTemperatureRanges.TABLE.basin(-75.2, 180).name()).isEqualTo("Antarctic");
        assertThat(WodTemperatureRanges.TABLE.basin(30.5, -40.5).name()).isEqualTo("North_Atlantic");
        assertThat(WodTemperatureRanges.TABLE.basin(30.5, 319.5).name()).isEqualTo("North_Atlantic");
    }

    @Test
    void rejectsWhatItsBasinDoesNotHoldAtThatDepthButForTheFirstLevel() {
        double[] z = levels(0, 15, 15.1, 9001, GAP, 9000);
        double[] t = {40, 35, 32.1, 40, 40, 5.1};
        assertThat(WodChecks.range(SomeProfile.of(at(30.5, -40.5), z, t)))
                .containsExactly(false, false, true, false, false, true);
        assertThat(WodChecks.range(SomeProfile.of(at(GAP, -40.5), z, t))).doesNotContain(true);
    }
}
