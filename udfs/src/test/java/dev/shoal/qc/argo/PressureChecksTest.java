package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Tests 8 and 19. */
class PressureChecksTest {

    @Test
    void aPressureThatTurnsBackByTwentyDecibarsIsBad() {
        ArgoResult result = run(PressureIncreasingCheck.MANUAL, profile(10, 50, 100, 150, 130, 160));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(1, 1, 1, 1, 4, 1));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(0, 0, 0, 0, 4, 0));
        assertThat(run(PressureIncreasingCheck.MANUAL, profile(10, 50, 100, 150, 130.1, 160))
                        .failed())
                .isEmpty();
    }

    /** From the middle (100) up: 90 is no less than 60 + 20, so it is the one that turned back. */
    @Test
    void theWalkGoesBothWaysFromTheMiddle() {
        ArgoResult result = run(PressureIncreasingCheck.MANUAL, profile(10, 90, 60, 100, 80, 200, 250, 300));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(1, 4, 1, 1, 4, 1, 1, 1));
    }

    @Test
    void aWrongStartDoesNotCondemnTheProfile() {
        ArgoResult result = run(PressureIncreasingCheck.MANUAL, profile(900, 10, 20, 30, 40, 50));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(4, 1, 1, 1, 1, 1));
    }

    @Test
    void nearTheSurfaceTheWalkStartsAtTheEnd() {
        ArgoProfile profile = profile(1, 2, 80, 3, 4, 5).with(Sampling.NEAR_SURFACE_SPOT);
        assertThat(run(PressureIncreasingCheck.MANUAL, profile).flagsOf("PRES")).isEqualTo(flags(1, 1, 4, 1, 1, 1));
        assertThat(run(PressureIncreasingCheck.MANUAL, profile(1, 2, 80, 3, 4, 5))
                        .flagsOf("PRES"))
                .isEqualTo(flags(1, 1, 1, 4, 4, 4));
    }

    @Test
    void missingPressuresArePassedOver() {
        ArgoResult result = run(PressureIncreasingCheck.MANUAL, profile(10, NAN, 100, NAN, 70, 160));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(1, 9, 1, 9, 4, 1));
    }

    @Test
    void aTinyReversalAsksForAStrictIncrease() {
        double[] pressure = {1, 2, 2, 3, 4, 4, 3, 5};
        assertThat(PressureOrder.reversalsFromMiddle(pressure, Double.MIN_VALUE).toString())
                .isEqualTo("{1, 5, 6}");
        assertThat(PressureOrder.reversalsFromEnd(pressure, Double.MIN_VALUE).toString())
                .isEqualTo("{1, 3, 4, 5}");
        assertThat(PressureOrder.reversalsFromMiddle(new double[0], 20).isEmpty())
                .isTrue();
        assertThat(PressureOrder.reversalsFromMiddle(new double[] {5}, 20).isEmpty())
                .isTrue();
    }

    /** Coriolis' table of thresholds (doi 10.13155/49438, test 19). */
    @Test
    void theDeepestPressureDependsOnWhatTheFloatWasTold() {
        DeepestPressureCheck check = DeepestPressureCheck.MANUAL;
        assertThat(check.limit(10)).isCloseTo(25.00, within(0.005));
        assertThat(check.limit(100)).isCloseTo(237.27, within(0.005));
        assertThat(check.limit(500)).isCloseTo(903.54, within(0.005));
        assertThat(check.limit(950)).isCloseTo(1112.17, within(0.005));
        assertThat(check.limit(1000)).isEqualTo(1100);
        assertThat(check.limit(2000)).isEqualTo(2100);
    }

    @Test
    void everythingDeeperThanToldIsProbablyBad() {
        ArgoProfile profile = profile(10, 2000, 2100, 2100.1).withMission(2000, 1000);
        ArgoResult result = run(DeepestPressureCheck.MANUAL, profile);
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(0, 0, 0, 3));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(0, 0, 0, 3));
        assertThat(run(DeepestPressureCheck.MANUAL, profile(10, 9000)).performed())
                .isEmpty();
    }

    private static ArgoProfile profile(double... pressure) {
        return Floats.profile("PRES", values(pressure), "TEMP", Floats.steps(20, -0.1, pressure.length));
    }
}
