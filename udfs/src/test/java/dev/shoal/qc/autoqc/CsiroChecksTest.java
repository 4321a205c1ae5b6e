package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.depths;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static dev.shoal.qc.autoqc.SomeProfile.xbt;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsiroChecksTest {

    @Test
    void rejectsARepeatedBottomOfAnXbtOnly() {
        double[] z = levels(10, 20, 50.1);
        assertThat(CsiroChecks.constantBottom(SomeProfile.of(xbt(), z, 9, 8, 8)))
                .containsExactly(false, false, true);
        assertThat(CsiroChecks.constantBottom(SomeProfile.of(z, 9, 8, 8))).doesNotContain(true);
        assertThat(CsiroChecks.constantBottom(SomeProfile.of(xbt(), levels(10, 20, 50), 9, 8, 8)))
                .doesNotContain(true);
    }

    @Test
    void rejectsAnXbtNearTheSurface() {
        assertThat(CsiroChecks.depth(SomeProfile.of(xbt(), levels(3.5, 3.6, GAP), 9, 8, 8)))
                .containsExactly(true, false, false);
    }

    @Test
    void rejectsTheTopOfASharpInversion() {
        assertThat(CsiroChecks.longGradient(every(5, 10, 11, 13, 12))).containsExactly(true, false, false, false);
        assertThat(CsiroChecks.longGradient(every(5, 10, 11, 12, 11))).doesNotContain(true);
        assertThat(CsiroChecks.longGradient(every(5, 10, 11, 13))).doesNotContain(true);
    }

    @Test
    void rejectsTheTopOfASharpStep() {
        assertThat(CsiroChecks.shortGradient(every(10, 10, 10.6, 9, 8.6))).containsExactly(true, false, false, false);
        assertThat(CsiroChecks.shortGradient(every(0.1, 10, 9.5, 9.5))).containsExactly(true, false, false);
        assertThat(CsiroChecks.shortGradient(every(0.1, 10, 9.7, 9.7))).containsExactly(false, false, false);
    }

    @Test
    void rejectsAllButTheLastOfManyShallowLevels() {
        assertThat(CsiroChecks.surfaceSpikes(SomeProfile.of(xbt(), levels(1, 2, 3, 9, 2), 1, 1, 1, 1, 1)))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void rejectsAllBelowABrokenWire() {
        assertThat(CsiroChecks.wireBreak(SomeProfile.of(xbt(), depths(2, 6), 10, 10, 10.05, 10, 35, 36)))
                .containsExactly(false, false, false, true, true, true);
        assertThat(CsiroChecks.wireBreak(SomeProfile.of(xbt(), depths(2, 3), 35, 36, 37)))
                .doesNotContain(true);
        assertThat(CsiroChecks.wireBreak(every(2, 10, 10, 10, 35))).doesNotContain(true);
    }
}
