package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests 9 and 11. */
class SpikeCheckTest {

    /** |17 - (10 + 12) / 2| - |(12 - 10) / 2| = 6 - 1. */
    @Test
    void aSpikeIsTheDistanceFromTheNeighboursLessTheirOwn() {
        assertThat(Excess.spike(10, 17, 12)).isCloseTo(5, within(1e-12));
        assertThat(Excess.gradient(10, 17, 12)).isCloseTo(6, within(1e-12));
        assertThat(Excess.spike(10, 11, 12)).isCloseTo(-1, within(1e-12));
    }

    @Test
    void temperatureMayStandOutBySixDegreesAboveFiveHundredDecibarsAndTwoBelow() {
        assertThat(judge("TEMP", 10, 16, 10)).isEqualTo(flags(1, 1, 1));
        assertThat(judge("TEMP", 10, 16.1, 10)).isEqualTo(flags(1, 4, 1));
        assertThat(deep("TEMP", 10, 12, 10)).isEqualTo(flags(1, 1, 1));
        assertThat(deep("TEMP", 10, 7.9, 10)).isEqualTo(flags(1, 4, 1));
    }

    @Test
    void salinityByNineTenthsAndThreeTenths() {
        assertThat(judge("PSAL", 35, 35.8, 35)).isEqualTo(flags(1, 1, 1));
        assertThat(judge("PSAL", 35, 36, 35)).isEqualTo(flags(1, 4, 1));
        assertThat(deep("PSAL", 35, 35.4, 35)).isEqualTo(flags(1, 4, 1));
    }

    @Test
    void oxygenByFiftyAndTwentyFive() {
        assertThat(judge("DOXY", 200, 250, 200)).isEqualTo(flags(1, 1, 1));
        assertThat(judge("DOXY", 200, 251, 200)).isEqualTo(flags(1, 4, 1));
        assertThat(deep("DOXY", 200, 226, 200)).isEqualTo(flags(1, 4, 1));
    }

    @Test
    void neitherEndsNorNeighboursOfMissingOrBadValuesAreJudged() {
        assertThat(judge("TEMP", 30, 10, NAN, 30, 10, 10)).isEqualTo(flags(1, 1, 9, 1, 1, 1));
        ArgoProfile profile = Floats.profile("PRES", Floats.steps(5, 5, 4), "TEMP", values(10, 30, 10, 10));
        ArgoSurroundings bad = ArgoSurroundings.at(Floats.NOW).withFlagsBefore(Map.of("TEMP", flags(4, 0, 0, 0)));
        assertThat(run(SpikeCheck.MANUAL, profile, bad).flagsOf("TEMP")).isEqualTo(flags(4, 1, 1, 1));
    }

    /** The median of 8, 8, 8.4, 8, 8 is 8; 0.4 is more than 0.04 x 8.4 = 0.336. */
    @Test
    void phMayLieFourHundredthsFromTheMedianOfFive() {
        assertThat(judge("PH_IN_SITU_TOTAL", 8, 8, 8.4, 8, 8)).isEqualTo(flags(1, 1, 4, 1, 1));
        assertThat(judge("PH_IN_SITU_TOTAL", 8, 8, 8.3, 8, 8)).isEqualTo(flags(1, 1, 1, 1, 1));
        assertThat(judge("PH_IN_SITU_TOTAL", 8, 8.4, 8, 8)).isEqualTo(flags(1, 1, 1, 1));
    }

    @Test
    void nitrateByFiveAndByOneInEnclosedSeas() {
        assertThat(judge("NITRATE", 10, 10, 15, 10, 10)).isEqualTo(flags(3, 3, 3, 3, 3));
        assertThat(judge("NITRATE", 10, 10, 15.1, 10, 10)).isEqualTo(flags(3, 3, 4, 3, 3));
        ArgoProfile enclosed = Floats.profileAt(
                Floats.stationAt(35, 20), "PRES", Floats.steps(5, 5, 5), "NITRATE", values(10, 10, 11.1, 10, 10));
        assertThat(run(SpikeCheck.MANUAL, enclosed).flagsOf("NITRATE")).isEqualTo(flags(3, 3, 4, 3, 3));
    }

    @Test
    void adjustedOxygenLeavesOutWhatIsProbablyBad() {
        ArgoProfile profile = Floats.profile("PRES", Floats.steps(5, 5, 3), "DOXY", values(200, 300, 200));
        ArgoSurroundings doubtful = ArgoSurroundings.at(Floats.NOW).withFlagsBefore(Map.of("DOXY", flags(3, 3, 3)));
        assertThat(run(SpikeCheck.MANUAL, profile, doubtful).flagsOf("DOXY")).isEqualTo(flags(3, 4, 3));
        assertThat(run(SpikeCheck.MANUAL, profile.with(ArgoMode.ADJUSTED), doubtful)
                        .flagsOf("DOXY"))
                .isEqualTo(flags(3, 3, 3));
    }

    @Test
    void theGradientIsOfOxygenOnly() {
        ArgoProfile profile = Floats.profile(
                "PRES", Floats.steps(5, 5, 4), "DOXY", values(200, 251, 302, 200), "TEMP", values(10, 40, 10, 10));
        ArgoResult result = run(GradientCheck.MANUAL, profile);
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(1, 1, 4, 1));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(0, 0, 0, 0));
    }

    private static byte[] judge(String name, double... values) {
        return at(5, name, values);
    }

    private static byte[] deep(String name, double... values) {
        return at(495, name, values);
    }

    private static byte[] at(double pressure, String name, double... values) {
        ArgoProfile profile = Floats.profile("PRES", Floats.steps(pressure, 5, values.length), name, values(values));
        return run(SpikeCheck.MANUAL, profile).flagsOf(name);
    }
}
