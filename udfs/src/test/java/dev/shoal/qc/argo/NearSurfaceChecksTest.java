package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests 21 and 22. */
class NearSurfaceChecksTest {

    @Test
    void salinityWithoutPumpIsProbablyBad() {
        ArgoResult result = run(new UnpumpedSalinityCheck(), near(FloatTrait.NKE, 0.4, 1, 3));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(3, 3, 3));
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(3, 3, 3));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(0, 0, 0));
    }

    @Test
    void anOptodeOutsideThePumpedFlowNeedsNoPump() {
        ArgoResult result = run(new UnpumpedSalinityCheck(), near(FloatTrait.UNPUMPED_OPTODE, 0.4, 1, 3));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(3, 3, 3));
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(0, 0, 0));
    }

    @Test
    void pumpedSalinityIsNotTested() {
        assertThat(run(new UnpumpedSalinityCheck(), near(FloatTrait.APEX_IRIDIUM, 1, 2, 3))
                        .performed())
                .isEmpty();
        assertThat(run(
                                new UnpumpedSalinityCheck(),
                                near(FloatTrait.NKE, 1, 2, 3).with(Sampling.PRIMARY))
                        .performed())
                .isEmpty();
    }

    @Test
    void anNkeFloatMeetsAirUpToHalfADecibarInSpotSamples() {
        ArgoResult result = run(AirWaterCheck.MANUAL, near(FloatTrait.NKE, 0.4, 0.5, 0.6, 1, 1.1));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(3, 3, 1, 1, 1));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(0, 0, 0, 0, 0));
    }

    @Test
    void andUpToOneDecibarInAverages() {
        ArgoProfile averaged = near(FloatTrait.NKE, 0.4, 0.5, 0.6, 1, 1.1).with(Sampling.NEAR_SURFACE_AVERAGED);
        assertThat(run(AirWaterCheck.MANUAL, averaged).flagsOf("TEMP")).isEqualTo(flags(3, 3, 3, 3, 1));
    }

    /** From 4.8 up: 4.0 and 3.0 rise by at least 0.5, 2.6 by 0.4 only. */
    @Test
    void anApexFloatThroughArgosStallsAtLessThanHalfADecibar() {
        ArgoResult result = run(AirWaterCheck.MANUAL, near(FloatTrait.APEX_ARGOS, 0.1, 2.6, 3, 4, 4.8, 6));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(3, 3, 1, 1, 1, 1));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(3, 3, 1, 1, 1, 1));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(0, 0, 0, 0, 0, 0));
    }

    @Test
    void anApexFloatThroughIridiumStallsWhereItDoesNotRise() {
        ArgoResult result = run(AirWaterCheck.MANUAL, near(FloatTrait.APEX_IRIDIUM, 0.1, 3, 3, 4, 4.8, 6));
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(3, 3, 1, 1, 1, 1));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(3, 3, 1, 1, 1, 1));
        assertThat(run(AirWaterCheck.MANUAL, near(FloatTrait.APEX_IRIDIUM, 0.1, 2.9, 3, 4))
                        .failed())
                .isEmpty();
    }

    @Test
    void samplingIsReadFromTheScheme() {
        assertThat(Sampling.of("Primary sampling: averaged []")).isEqualTo(Sampling.PRIMARY);
        assertThat(Sampling.of("  ")).isEqualTo(Sampling.PRIMARY);
        assertThat(Sampling.of("Near-surface sampling: discrete, unpumped []")).isEqualTo(Sampling.NEAR_SURFACE_SPOT);
        assertThat(Sampling.of("Near-surface sampling: averaged, unpumped")).isEqualTo(Sampling.NEAR_SURFACE_AVERAGED);
        assertThat(Sampling.of("Secondary sampling: discrete []")).isEqualTo(Sampling.SECONDARY);
    }

    private static ArgoProfile near(FloatTrait trait, double... pressure) {
        int levels = pressure.length;
        return Floats.profile(
                        "PRES",
                        values(pressure),
                        "TEMP",
                        Floats.steps(20, -0.1, levels),
                        "PSAL",
                        Floats.steps(35, 0.01, levels),
                        "DOXY",
                        Floats.steps(200, 1, levels))
                .with(Sampling.NEAR_SURFACE_SPOT)
                .with(Set.of(trait));
    }
}
