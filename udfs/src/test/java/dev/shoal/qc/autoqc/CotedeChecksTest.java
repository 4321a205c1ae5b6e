package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.depths;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CotedeChecksTest {

    @Test
    void takesTheEndsOfTheEnvelopeForOutside() {
        assertThat(CotedeChecks.profileEnvelope(SomeProfile.of(levels(0, 25, 25.1, 12_001, GAP), 50, 37, 36.9, 50, 50)))
                .containsExactly(false, true, true, false, false);
    }

    @Test
    void measuresStepsAndBends() {
        AutoqcProfile profile = every(1, 10, 16.1, 10, GAP, 30, 40.1);
        assertThat(CotedeChecks.spike(profile, 6)).containsExactly(false, true, false, false, false, false);
        assertThat(CotedeChecks.gradient(profile, 6)).containsExactly(false, true, false, false, false, false);
        assertThat(CotedeChecks.rateOfChange(profile, 10)).containsExactly(false, false, false, false, false, true);
    }

    @Test
    void comparesWithTheSmoothedProfileWhereSevenLevelsAreKnown() {
        assertThat(CotedeChecks.tukey53H(every(1, 9, 9, 9, 9, 15.1, 9, 9, 9, 9), 6))
                .containsExactly(false, false, false, false, true, false, false, false, false);
        assertThat(CotedeChecks.tukey53H(every(1, 9, 9, 9, 9, 15.1, 9, 9, GAP, 9), 6))
                .doesNotContain(true);
    }

    @Test
    void findsLighterWaterBelow() {
        double[] z = depths(10, 4);
        AutoqcProfile profile =
                new AutoqcProfile(SomeProfile.CAST, z, levels(15, 15, 15, 15), levels(35, 34.9, 34.88, 35), z);
        assertThat(CotedeChecks.argoDensityInversion(profile)).containsExactly(false, true, false, false);
    }
}
