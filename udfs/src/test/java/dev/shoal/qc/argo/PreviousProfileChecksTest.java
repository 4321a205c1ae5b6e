package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests 16 and 18. */
class PreviousProfileChecksTest {

    private static final ArgoQc RANGES =
            new ArgoQc(List.of(GlobalRangeCheck.MANUAL, GrossDriftCheck.MANUAL, FrozenProfileCheck.MANUAL));

    @Test
    void summariesHoldMeansOfTheDeepestHundredDecibars() {
        ArgoSummary summary = after(9, values(0, 1000, 1901, 2000), values(20, 5, 3, 2), values(35, 35, 34.9, 34.8));
        assertThat(summary.deepMeans().get("TEMP")).isCloseTo(2.5, within(1e-12));
        assertThat(summary.deepMeans().get("PSAL")).isCloseTo(34.85, within(1e-12));
    }

    @Test
    void summariesHoldMeansOfSlabs() {
        ArgoSummary summary =
                after(9, values(10, 50, 51, 100, 149), values(20, 10, 9, 8, 7), values(35, 35, 35, 35, 35));
        assertThat(summary.slabs().get("TEMP")).containsExactly(15, 8.5);
    }

    @Test
    void aProfileWithoutGoodValuesLeavesTheMeansOfTheOneBefore() {
        ArgoSummary summary = after(8, values(10, 2000), values(20, 2), values(35, 34.8));
        ArgoProfile bad = at(9, values(10, 2000), values(99, 99), values(35, NAN));
        ArgoSummary later = summary.then(bad, RANGES.run(bad, ArgoSurroundings.at(Floats.NOW)));
        assertThat(later.deepMeans().get("TEMP")).isEqualTo(2);
        assertThat(later.cycle()).isEqualTo(9);
    }

    @Test
    void salinityMayDriftByAHalfAndTemperatureByADegree() {
        ArgoSummary before = after(5, values(10, 2000), values(20, 2), values(35, 34.5));
        assertThat(drift(before, 3, 35)).isEqualTo("1111");
        assertThat(drift(before, 3.01, 34.5)).isEqualTo("3311");
        assertThat(drift(before, 2, 33.99)).isEqualTo("1133");
    }

    @Test
    void withoutAProfileBeforeNeitherIsPerformed() {
        ArgoProfile first = at(1, values(10, 2000), values(20, 2), values(35, 34.5));
        assertThat(RANGES.run(first, ArgoSurroundings.at(Floats.NOW)).performed())
                .containsExactly(ArgoTest.GLOBAL_RANGE);
    }

    @Test
    void aProfileThatRepeatsThePreviousCyclesIsFrozen() {
        ArgoSummary before = after(9, values(25, 75, 125, 150), values(20, 15, 10, 9), values(35, 35.1, 35.2, 35.3));
        ArgoProfile same = at(10, values(25, 75, 125, 150), values(20, 15.005, 10, 9), values(35, 35.1, 35.2, 35.3));
        ArgoResult result = run(FrozenProfileCheck.MANUAL, same, good(before));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(4, 4, 4, 4));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(4, 4, 4, 4));
    }

    @Test
    void onlyOfTheCycleBefore() {
        ArgoSummary before = after(8, values(25, 75, 125, 150), values(20, 15, 10, 9), values(35, 35.1, 35.2, 35.3));
        ArgoProfile same = at(10, values(25, 75, 125, 150), values(20, 15, 10, 9), values(35, 35.1, 35.2, 35.3));
        assertThat(run(FrozenProfileCheck.MANUAL, same, good(before)).performed())
                .isEmpty();
    }

    /** The mean must lie below 0.02 degrees, one difference below 0.001 and all below 0.3. */
    @Test
    void frozenIsWhereAllThreeDifferencesAreSmall() {
        FrozenProfileCheck.Limits limits = new FrozenProfileCheck.Limits(0.001, 0.3, 0.02);
        assertThat(FrozenProfileCheck.isFrozen(values(10, 5, 3), values(10, 5.029, 3.029), limits))
                .isTrue();
        assertThat(FrozenProfileCheck.isFrozen(values(10, 5, 3), values(10, 5.031, 3.031), limits))
                .isFalse();
        assertThat(FrozenProfileCheck.isFrozen(values(10, 5, 3), values(10.0011, 5.002, 3.002), limits))
                .isFalse();
        assertThat(FrozenProfileCheck.isFrozen(values(NAN, 5), values(10, NAN), limits))
                .isFalse();
        assertThat(FrozenProfileCheck.isFrozen(values(NAN, 5, 7), values(10, 5), limits))
                .isTrue();
    }

    private static String drift(ArgoSummary before, double temperature, double salinity) {
        ArgoProfile profile = at(10, values(10, 2000), values(20, temperature), values(35, salinity));
        ArgoResult result = RANGES.run(profile, ArgoSurroundings.at(Floats.NOW).after(before));
        byte[] temp = result.flagsOf("TEMP");
        byte[] psal = result.flagsOf("PSAL");
        return "" + temp[0] + temp[1] + psal[0] + psal[1];
    }

    private static ArgoSurroundings good(ArgoSummary before) {
        byte[] ones = flags(1, 1, 1, 1);
        return ArgoSurroundings.at(Floats.NOW)
                .after(before)
                .withFlagsBefore(Map.of("PRES", ones, "TEMP", ones, "PSAL", ones));
    }

    private static ArgoSummary after(int cycle, double[] pressure, double[] temperature, double[] salinity) {
        ArgoProfile profile = at(cycle, pressure, temperature, salinity);
        return ArgoSummary.NONE.then(profile, RANGES.run(profile, ArgoSurroundings.at(Floats.NOW)));
    }

    private static ArgoProfile at(int cycle, double[] pressure, double[] temperature, double[] salinity) {
        Station there = Floats.station();
        Station station = new Station(
                there.platform(),
                cycle,
                there.direction(),
                there.timeMicros(),
                there.fixMicros(),
                there.latitude(),
                there.longitude());
        return Floats.profileAt(station, "PRES", pressure, "TEMP", temperature, "PSAL", salinity);
    }
}
