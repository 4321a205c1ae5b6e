package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.by;
import static dev.shoal.qc.autoqc.SomeProfile.depths;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IcdcChecksTest {

    @Test
    void rejectsLevelsAboveTheSurface() {
        assertThat(IcdcChecks.levelOrder(SomeProfile.of(levels(-0.1, 0, GAP), 1, 1, 1)))
                .containsExactly(true, false, false);
    }

    @Test
    void limitsDepthByTemperature() {
        assertThat(IcdcChecks.crudeRange(
                        SomeProfile.of(levels(99, 100, 50, 1, 9001, 399), 30, 31.5, 33.1, -2.4, 30, 19.5)))
                .containsExactly(false, true, true, true, false, false);
        assertThat(IcdcChecks.crudeRange(SomeProfile.of(levels(400, 350), 19.5, 20)))
                .containsExactly(true, true);
    }

    @Test
    void limitsDepthByInstrument() {
        double[] z = levels(295, 296, 1900, 2020, 9000);
        assertThat(IcdcChecks.maximumDepth(SomeProfile.of(by(1), z, z))).containsExactly(false, true, true, true, true);
        assertThat(IcdcChecks.maximumDepth(SomeProfile.of(by(2), z, z)))
                .containsExactly(false, false, true, true, true);
        assertThat(IcdcChecks.maximumDepth(SomeProfile.of(by(9), z, z)))
                .containsExactly(false, false, false, true, true);
        assertThat(IcdcChecks.maximumDepth(SomeProfile.of(by(10), z, z))).doesNotContain(true);
    }

    @Test
    void rejectsAThickStuckRunOfManyLevels() {
        double[] t = {10, 7, 7, 7, 7, 7.00005, 7, 7, 7, 6, 5, 4, 3, 2, 1, 0};
        boolean[] reject = IcdcChecks.stuckValue(SomeProfile.of(by(7), depths(40, 16), t));
        assertThat(reject)
                .containsExactly(
                        false, true, true, true, true, true, true, true, true, false, false, false, false, false, false,
                        false);
        assertThat(IcdcChecks.stuckValue(SomeProfile.of(by(7), depths(20, 16), t)))
                .doesNotContain(true);
        assertThat(IcdcChecks.stuckValue(SomeProfile.of(by(4), depths(40, 16), t)))
                .doesNotContain(true);
        assertThat(IcdcChecks.stuckValue(SomeProfile.of(by(10), depths(40, 16), t)))
                .doesNotContain(true);
    }

    @Test
    void rejectsAProfileThatTurnsOften() {
        assertThat(IcdcChecks.extrema(every(1, 1, 2, 1, 2, 1, 2, 1))).containsOnly(true);
        assertThat(IcdcChecks.extrema(every(1, 1, 2, 1, 2, 1, 2, 2))).doesNotContain(true);
        assertThat(IcdcChecks.extrema(every(1, 1, 1.5, 1, 1.5, 1, 1.5, 1))).doesNotContain(true);
    }

    @Test
    void findsSpikesInOrderOfDepth() {
        assertThat(IcdcChecks.spike(SomeProfile.of(levels(30, 10, 20), 10, 10, 14.1)))
                .containsExactly(false, false, true);
        assertThat(IcdcChecks.spike(every(501, 10, 13.1, 10))).containsExactly(false, true, false);
        assertThat(IcdcChecks.spike(every(10, 10, 34, 10))).doesNotContain(true);
    }

    @Test
    void narrowsGradientsWithDepth() {
        assertThat(IcdcChecks.gradient(every(1, 20, 16, 12))).doesNotContain(true);
        assertThat(IcdcChecks.gradient(SomeProfile.of(levels(1000, 1010), 8, 6.41)))
                .doesNotContain(true);
        assertThat(IcdcChecks.gradient(SomeProfile.of(levels(1000, 1010), 8, 6.4)))
                .containsExactly(true, true);
        assertThat(IcdcChecks.gradient(SomeProfile.of(levels(10, 10), 8, 9.6))).containsExactly(true, true);
        assertThat(IcdcChecks.gradient(SomeProfile.of(levels(10, 10), 8, 9.4))).doesNotContain(true);
    }
}
