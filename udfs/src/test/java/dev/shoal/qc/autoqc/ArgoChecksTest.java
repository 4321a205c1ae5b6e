package dev.shoal.qc.autoqc;

import static dev.shoal.qc.autoqc.SomeProfile.GAP;
import static dev.shoal.qc.autoqc.SomeProfile.at;
import static dev.shoal.qc.autoqc.SomeProfile.every;
import static dev.shoal.qc.autoqc.SomeProfile.levels;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArgoChecksTest {

    @Test
    void takesPressureBelowMinusFiveForImpossible() {
        assertThat(ArgoChecks.globalRange(SomeProfile.of(levels(-4.9, -4.99, -5.1, 10), 10, 10, 10, 41)))
                .containsExactly(false, true, false, true);
    }

    @Test
    void isStricterBelowFiveHundredDecibars() {
        assertThat(ArgoChecks.gradient(every(100, 10, 19.1, 10))).containsExactly(false, true, false);
        assertThat(ArgoChecks.gradient(every(100, 10, 19, 10))).doesNotContain(true);
        assertThat(ArgoChecks.gradient(every(300, 10, 13.1, 10))).containsExactly(false, true, false);
        assertThat(ArgoChecks.spike(every(100, 10, 16.1, 10))).containsExactly(false, true, false);
        assertThat(ArgoChecks.spike(every(300, 10, 12.1, 10))).containsExactly(false, true, false);
        assertThat(ArgoChecks.spike(every(300, 10, 12.1, 14))).doesNotContain(true);
    }

    @Test
    void judgesNoLevelBesideAGap() {
        assertThat(ArgoChecks.spike(every(100, 10, 30, GAP, 30, 10))).doesNotContain(true);
        assertThat(ArgoChecks.spike(SomeProfile.of(levels(100, GAP, 300), 10, 30, 10)))
                .doesNotContain(true);
    }

    @Test
    void knowsTheCalendar() {
        assertThat(impossible(2000, 2, 29, 0)).isFalse();
        assertThat(impossible(1900, 2, 29, 0)).isTrue();
        assertThat(impossible(1699, 1, 1, 0)).isTrue();
        assertThat(impossible(2001, 13, 1, 0)).isTrue();
        assertThat(impossible(2001, 1, 1, 24)).isTrue();
        assertThat(impossible(2001, 1, 1, GAP)).isFalse();
    }

    private static boolean impossible(int year, int month, int day, double hour) {
        AutoqcCast cast = new AutoqcCast(0, 0, year, month, day, hour, 4, "US");
        return ArgoChecks.impossibleDate(SomeProfile.of(cast, levels(1), 1))[0];
    }

    @Test
    void rejectsPlacesOffTheGlobe() {
        assertThat(ArgoChecks.impossibleLocation(SomeProfile.of(at(-90, 180), levels(1), 1)))
                .containsExactly(false);
        assertThat(ArgoChecks.impossibleLocation(SomeProfile.of(at(0, 181), levels(1), 1)))
                .containsExactly(true);
        assertThat(ArgoChecks.impossibleLocation(SomeProfile.of(at(-91, 0), levels(1), 1)))
                .containsExactly(true);
    }

    @Test
    void rejectsALevelAboveTheDeepestSoFarTogetherWithIt() {
        assertThat(ArgoChecks.pressureIncreasing(SomeProfile.of(levels(10, 20, 20, 15, GAP, 30), new double[6])))
                .containsExactly(false, true, true, true, false, false);
    }

    @Test
    void hasRangesOfItsOwnForTwoSeas() {
        double[] z = levels(1, 2);
        assertThat(ArgoChecks.regionalRange(SomeProfile.of(at(20, 39), z, 21.6, 21.7)))
                .containsExactly(true, false);
        assertThat(ArgoChecks.regionalRange(SomeProfile.of(at(36, 18), z, 9.9, 10)))
                .containsExactly(true, false);
        assertThat(ArgoChecks.regionalRange(SomeProfile.of(at(36, -5), z, 9.9, 10)))
                .doesNotContain(true);
        assertThat(ArgoChecks.regionalRange(SomeProfile.of(at(0, 0), z, 41, 10)))
                .doesNotContain(true);
        assertThat(ArgoChecks.regionalRange(SomeProfile.of(at(GAP, 18), z, 41, 10)))
                .doesNotContain(true);
    }
}
