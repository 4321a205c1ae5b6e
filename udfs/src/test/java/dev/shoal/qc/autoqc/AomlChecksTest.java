package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AomlChecksTest {

    @Test
    void rejectsAProfileOfOneTemperatureOnlyWhereItIsRepeated() {
        assertThat(AomlChecks.constant(every(10, 5, GAP, 5))).containsExactly(true, true, true);
        assertThat(AomlChecks.constant(every(10, 5, GAP, GAP))).containsExactly(false, false, false);
        assertThat(AomlChecks.constant(every(10, 5, 5, 5.1))).containsExactly(false, false, false);
    }

    @Test
    void letsTemperatureFallFasterThanRise() {
        assertThat(AomlChecks.gradient(every(10, 20, 10, 12, 14.1))).containsExactly(false, false, true, true);
        assertThat(AomlChecks.gradient(every(10, 20, 9.9))).containsExactly(true, true);
    }

    @Test
    void judgesNoStepBetweenLevelsOfOneDepthOrBesideAGap() {
        assertThat(AomlChecks.gradient(SomeProfile.of(levels(10, 10), 20, 0))).containsExactly(false, false);
        assertThat(AomlChecks.gradient(every(1, 20, GAP, 0))).containsExactly(false, false, false);
    }

    @Test
    void keepsTheEndsOfItsGrossRanges() {
        assertThat(AomlChecks.gross(SomeProfile.of(levels(0, 2000, 2000.1, -0.1, 5), -2.5, 40, 10, 10, 40.01)))
                .containsExactly(false, false, true, true, true);
    }

    @Test
    void findsSpikesByTheMedianOfFiveAndOfThreeAtTheEnds() {
        assertThat(AomlChecks.spike(every(1, 10, 10.5, 10, 10, 10, 10)))
                .containsExactly(false, true, false, false, false, false);
        assertThat(AomlChecks.spike(every(1, 10, 10, 10, 10.3, 10, 10, 10))).doesNotContain(true);
        assertThat(AomlChecks.spike(every(1, 10, 10, 10, 10.31, 10, 10, 10)))
                .containsExactly(false, false, false, true, false, false, false);
    }
}
