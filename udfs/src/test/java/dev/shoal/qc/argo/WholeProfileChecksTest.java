package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests 12, 13, 14 and 17. */
class WholeProfileChecksTest {

    private static final Density SIMPLE =
            (salinity, temperature, pressure, reference, longitude, latitude) -> 1000 + salinity - temperature / 10;

    @Test
    void bothEndsOfARolloverAreBadAndTheRestOfThePartProbablyBad() {
        assertThat(rollover("TEMP", 15, 25, 14, 13)).isEqualTo(flags(3, 4, 4, 3));
        assertThat(rollover("TEMP", 15, 25, 15)).isEqualTo(flags(1, 1, 1));
        assertThat(rollover("PSAL", 35, 40, 34.9)).isEqualTo(flags(3, 4, 4));
    }

    @Test
    void missingValuesPartTheProfile() {
        assertThat(rollover("TEMP", 15, 25, NAN, 3, 14, NAN, 40)).isEqualTo(flags(1, 1, 9, 4, 4, 9, 1));
    }

    @Test
    void aProfileOfOneValueIsStuck() {
        assertThat(stuck("TEMP", 10, 10, 10)).isEqualTo(flags(4, 4, 4));
        assertThat(stuck("TEMP", 10, NAN, 10)).isEqualTo(flags(4, 9, 4));
        assertThat(stuck("TEMP", 10, 10, 10.001)).isEqualTo(flags(0, 0, 0));
        assertThat(stuck("TEMP", NAN, 10, NAN)).isEqualTo(flags(9, 0, 9));
        assertThat(stuck("TEMP", NAN, NAN)).isEqualTo(flags(9, 9));
    }

    @Test
    void aStuckPressureMakesEverythingBad() {
        ArgoProfile profile =
                Floats.profile("PRES", values(5, 5, 5), "TEMP", values(10, 9, 8), "BBP700", values(0, 0, 1e-3));
        ArgoResult result = run(new StuckValueCheck(), profile);
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(4, 4, 4));
        assertThat(result.flagsOf("BBP700")).isEqualTo(flags(4, 4, 4));
        assertThat(run(new StuckValueCheck(), profile.with(Sampling.NEAR_SURFACE_SPOT))
                        .performed())
                .isEmpty();
    }

    /** Densities 1034.0, 1033.97, 1034.5: the first pair is inverted by 0.03. */
    @Test
    void bothLevelsOfADensityInversionAreBad() {
        ArgoProfile profile = Floats.profile(
                "PRES",
                values(10, 20, 30),
                "TEMP",
                values(10, 10.3, 10),
                "PSAL",
                values(35, 35, 35.5),
                "DOXY",
                values(1, 2, 3));
        ArgoResult result = run(new DensityInversionCheck(0.0299999, SIMPLE), profile);
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(4, 4, 1));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(4, 4, 1));
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(0, 0, 0));
        assertThat(run(new DensityInversionCheck(0.0300001, SIMPLE), profile).failed())
                .isEmpty();
    }

    @Test
    void theNextLevelThatIsKnownIsTheNeighbour() {
        ArgoProfile profile =
                Floats.profile("PRES", values(10, 20, 30), "TEMP", values(10, NAN, 15), "PSAL", values(35, 35, 35));
        assertThat(run(new DensityInversionCheck(0.03, SIMPLE), profile).flagsOf("PSAL"))
                .isEqualTo(flags(4, 1, 4));
    }

    /** Warm water under colder water of the same salinity; 0.03 kg/m3 are about 0.15 degrees at 15 degrees. */
    @Test
    void densityIsThatOfTeos10() {
        assertThat(inversion(15, 15.1)).isEqualTo(flags(1, 1));
        assertThat(inversion(15, 15.2)).isEqualTo(flags(4, 4));
    }

    @Test
    void densityNeedsAPosition() {
        ArgoProfile nowhere = Floats.profileAt(
                Floats.stationAt(NAN, NAN), "PRES", values(10, 20), "TEMP", values(10, 20), "PSAL", values(35, 35));
        assertThat(run(DensityInversionCheck.MANUAL, nowhere).performed()).isEmpty();
        assertThat(run(MeddCheck.MANUAL, nowhere).performed()).isEmpty();
    }

    @Test
    void whatPeopleSayRaisesFlags() {
        ArgoProfile profile = Floats.profile("PRES", values(5, 10, 15, 20), "TEMP", values(10, 9, 50, NAN));
        ArgoSurroundings said =
                ArgoSurroundings.at(Floats.NOW).withPeople(Map.of("TEMP", flags(3, 0, 1, 4), "DOXY", flags(4)));
        ArgoQc qc = new ArgoQc(List.of(GlobalRangeCheck.MANUAL, new VisualCheck()));
        ArgoResult result = qc.run(profile, said);
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(3, 1, 4, 9));
        assertThat(result.performed()).contains(ArgoTest.VISUAL);
        assertThat(result.raisedByOf("TEMP")).containsExactly(1 << 17, 0, 1 << 6, 0);
    }

    @Test
    void peopleSayAFlagALevel() {
        ArgoSurroundings said = ArgoSurroundings.at(Floats.NOW).withPeople(Map.of("TEMP", flags(3)));
        assertThatThrownBy(() -> run(new VisualCheck(), Floats.profile("TEMP", values(10, 9)), said))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("people's flags of TEMP of 6901234, cycle 10: found 1, expected 2");
    }

    private static byte[] inversion(double upper, double lower) {
        ArgoProfile profile =
                Floats.profile("PRES", values(10, 10.1), "TEMP", values(upper, lower), "PSAL", values(35, 35));
        return run(DensityInversionCheck.MANUAL, profile).flagsOf("TEMP");
    }

    private static byte[] rollover(String name, double... values) {
        return run(DigitRolloverCheck.MANUAL, Floats.profile(name, values(values)))
                .flagsOf(name);
    }

    private static byte[] stuck(String name, double... values) {
        return run(new StuckValueCheck(), Floats.profile(name, values(values))).flagsOf(name);
    }
}
