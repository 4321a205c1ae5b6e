package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.depths;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnChecksTest {

    @Test
    void keepsTheEndsOfItsRange() {
        assertThat(EnChecks.range(every(1, -4, -4.1, 40, 40.1, GAP))).containsExactly(false, true, false, true, false);
    }

    @Test
    void rejectsAThickProfileOfOneTemperature() {
        double[] t = new double[10];
        Arrays.fill(t, 7);
        t[4] = 8;
        assertThat(EnChecks.constantValue(every(100 / 9.0, t))).containsOnly(true);
        assertThat(EnChecks.constantValue(every(11, t))).doesNotContain(true);
        t[5] = 8;
        assertThat(EnChecks.constantValue(every(100, t))).doesNotContain(true);
    }

    @Test
    void takesAwayTheLevelThatIsOutOfOrderWithMost() {
        assertThat(EnIncreasingDepth.check(SomeProfile.of(levels(10, 20, 90, 30, 40, 50), new double[6])))
                .containsExactly(false, false, true, false, false, false);
        assertThat(EnIncreasingDepth.check(SomeProfile.of(levels(10, 10, GAP, 30, -1, 12_000), new double[6])))
                .containsExactly(true, true, false, false, true, true);
        assertThat(EnIncreasingDepth.check(SomeProfile.of(levels(10, 10), 5, 5)))
                .containsExactly(true, true);
    }

    @Test
    void takesTheSpikeOfTwoThatAreOutOfOrder() {
        double[] z = levels(10, 20, 31, 30, 40);
        assertThat(EnIncreasingDepth.check(SomeProfile.of(z, 15, 15, 15, 15, 15)))
                .containsExactly(false, false, true, true, false);
        assertThat(EnIncreasingDepth.check(SomeProfile.of(z, 15, 15, 29, 15, 15)))
                .containsExactly(false, false, true, false, false);
    }

    @Test
    void rejectsSpikesAndSuspectsSteps() {
        AutoqcProfile spike = every(10, 15, 15, 15, 21, 15, 15);
        AutoqcProfile step = every(10, 25, 25, 25, 5, 5, 5);
        assertThat(EnSpikeAndStep.rejects(spike)).containsExactly(false, false, false, true, false, false);
        assertThat(EnSpikeAndStep.suspects(spike)).doesNotContain(true);
        assertThat(EnSpikeAndStep.rejects(step)).doesNotContain(true);
        assertThat(EnSpikeAndStep.suspects(step)).containsExactly(false, false, true, true, false, false);
    }

    @Test
    void suspectsColdWaterInTheTropicsAndAnIcyBottom() {
        AutoqcCast tropics = SomeProfile.at(5, 0);
        assertThat(EnSpikeAndStep.suspects(SomeProfile.of(tropics, depths(10, 3), 0.9, 1, 0)))
                .containsExactly(true, false, true);
        assertThat(EnSpikeAndStep.suspects(every(10, 0.9, 1, 1))).doesNotContain(true);
    }

    @Test
    void findsDensityThatFallsWithDepth() {
        double[] z = depths(10, 9);
        double[] t = new double[9];
        Arrays.fill(t, 15);
        double[] s = {35, 35, 35, 35, 34.5, 35, 35, 35, 35};
        double[] none = new double[9];
        Arrays.fill(none, GAP);
        AutoqcProfile dip = new AutoqcProfile(SomeProfile.CAST, z, t, s, none);
        assertThat(EnStability.check(dip))
                .containsExactly(false, false, false, false, true, false, false, false, false);
        double[] fresher = {35, 35, 35, 35, 34.5, 34.5, 34.5, 34.5, 34.5};
        assertThat(EnStability.check(new AutoqcProfile(SomeProfile.CAST, z, t, fresher, z)))
                .containsExactly(false, false, false, true, true, false, false, false, false);
        double[] negative = {35, 35, 35, 35, -1, 35, 35, 35, 35};
        assertThat(EnStability.check(new AutoqcProfile(SomeProfile.CAST, z, t, negative, z)))
                .doesNotContain(true);
    }
}
