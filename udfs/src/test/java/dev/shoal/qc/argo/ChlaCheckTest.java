package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.same;
import static dev.shoal.qc.argo.Floats.steps;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Test 63. */
class ChlaCheckTest {

    private static final Density BY_SALINITY =
            (salinity, temperature, pressure, reference, longitude, latitude) -> 1000 + salinity;

    private static final ChlaCheck CHECK =
            new ChlaCheck(DarkCounts.MANUAL, 0.03, 0.9, 2, new Range(-0.1, 50), BY_SALINITY);

    @Test
    void chlorophyllIsProbablyBadUntilAdjusted() {
        ArgoResult result = Floats.run(CHECK, Floats.profile("PRES", values(5, 10), "CHLA", values(1, Floats.NAN)));
        assertThat(result.flagsOf("CHLA")).isEqualTo(Floats.flags(3, 9));
        assertThat(result.adjusted()).isEmpty();
    }

    @Test
    void theFirstDarkCountsAreTheLeastOfSmoothedCountsOfADeepProfile() {
        double[] pressure = steps(0, 10, 101);
        double[] counts = steps(150, -1, 101);
        DarkCounts.Estimate first = DarkCounts.MANUAL.estimate(pressure, counts, known());
        assertThat(first.counts()).isEqualTo(51);
        assertThat(first.flag()).isEqualTo(ArgoFlag.PROBABLY_GOOD);
        assertThat(first.darks()).containsExactly(51.0);
    }

    @Test
    void aShallowProfileTellsNothing() {
        DarkCounts.Estimate shallow = DarkCounts.MANUAL.estimate(steps(0, 10, 50), same(40, 50), known());
        assertThat(shallow.counts()).isEqualTo(48);
        assertThat(shallow.darks()).isEmpty();
        DarkCounts.Estimate later = DarkCounts.MANUAL.estimate(steps(0, 10, 50), same(40, 50), known(50.0, 52.0, 60.0));
        assertThat(later.counts()).isEqualTo(52);
        assertThat(later.flag()).isEqualTo(ArgoFlag.PROBABLY_GOOD);
    }

    @Test
    void fiveDeepProfilesSettleTheDarkCounts() {
        double[] pressure = steps(0, 10, 101);
        DarkCounts.Estimate near = DarkCounts.MANUAL.estimate(pressure, same(53, 101), known(50.0, 51.0, 52.0, 54.0));
        assertThat(near.counts()).isEqualTo(52);
        assertThat(near.flag()).isEqualTo(ArgoFlag.GOOD);
        DarkCounts.Estimate off = DarkCounts.MANUAL.estimate(pressure, same(60, 101), known(60.0, 60.0, 60.0, 60.0));
        assertThat(off.flag()).isEqualTo(ArgoFlag.CORRECTABLE);
        DarkCounts.Estimate sixth =
                DarkCounts.MANUAL.estimate(pressure, same(1, 101), known(50.0, 51.0, 52.0, 53.0, 54.0));
        assertThat(sixth.counts()).isEqualTo(52);
        assertThat(sixth.darks()).hasSize(5);
    }

    /** Counts of 48 + 100 at night: (148 - 48) x 0.01 / 2 = 0.5 mg/m3. */
    @Test
    void adjustedValuesAreHalfOfWhatTheCalibrationSays() {
        ArgoResult result = adjust(Floats.stationAt(30, 140), same(148, 60), same(35, 60));
        assertThat(result.adjustedOf("CHLA_ADJUSTED")).containsOnly(new double[] {0.5}, within(1e-12));
        assertThat(result.flagsOf("CHLA_ADJUSTED")).containsOnly(ArgoFlag.PROBABLY_GOOD);
    }

    /** The mixed layer ends at 100 dbar; the largest of the upper 90 is that of 80 dbar. */
    @Test
    void byDayTheUpperValuesAreThoseOfTheLargestInTheMixedLayer() {
        double[] salinity = same(35, 60);
        double[] counts = same(148, 60);
        for (int level = 0; level < 60; level++) {
            salinity[level] += level >= 20 ? 0.1 : 0;
            counts[level] += level >= 14 && level <= 18 ? 100 : 0;
        }
        ArgoResult result = adjust(Floats.stationAt(30, 0), counts, salinity);
        double[] values = result.adjustedOf("CHLA_ADJUSTED");
        byte[] flags = result.flagsOf("CHLA_ADJUSTED");
        assertThat(values[0]).isCloseTo(1, within(1e-12));
        assertThat(flags[0]).isEqualTo(ArgoFlag.CHANGED);
        assertThat(flags[30]).isEqualTo(ArgoFlag.PROBABLY_GOOD);
        assertThat(values[30]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void withoutAMixedLayerTheyAreProbablyBad() {
        ArgoResult result = adjust(Floats.stationAt(30, 0), same(148, 60), same(35, 60));
        assertThat(result.flagsOf("CHLA_ADJUSTED")).containsOnly(ArgoFlag.CORRECTABLE);
    }

    @Test
    void adjustedValuesOutOfRangeAreBad() {
        ArgoResult result = adjust(Floats.stationAt(30, 140), same(48 + 10_001, 60), same(35, 60));
        assertThat(result.flagsOf("CHLA_ADJUSTED")).containsOnly(ArgoFlag.BAD);
    }

    /** At noon of the June solstice the sun stands 23.4 degrees north; an equinox sun passes over the equator. */
    @Test
    void theSunStandsWhereTheAlmanacSays() {
        long solsticeNoon = 1_592_654_400_000_000L;
        assertThat(SunElevation.degrees(solsticeNoon, 23.4, 0)).isGreaterThan(89);
        assertThat(SunElevation.degrees(solsticeNoon, -30, 0)).isCloseTo(90 - 53.4, within(0.5));
        assertThat(SunElevation.degrees(solsticeNoon, 30, 180)).isLessThan(0);
        long equinoxNoon = 1_584_705_600_000_000L;
        assertThat(SunElevation.degrees(equinoxNoon, 0, 0)).isGreaterThan(87);
        assertThat(SunElevation.degrees(equinoxNoon, 50, 90)).isCloseTo(0, within(2.0));
    }

    private static ArgoResult adjust(Station station, double[] counts, double[] salinity) {
        int levels = counts.length;
        ArgoProfile profile = Floats.profileAt(
                station,
                "PRES",
                steps(0, 5, levels),
                "TEMP",
                same(10, levels),
                "PSAL",
                salinity,
                "CHLA",
                same(1, levels),
                "FLUORESCENCE_CHLA",
                counts);
        return Floats.run(CHECK, profile, ArgoSurroundings.at(Floats.NOW).with(known()));
    }

    private static Fluorometer known(Double... darks) {
        return new Fluorometer(48, 0.01, List.of(darks));
    }
}
