package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests 6 and 7. */
class RangeChecksTest {

    @ParameterizedTest
    @CsvSource({
        "TEMP, -2.5, 40",
        "TEMP_DOXY, -2.5, 40",
        "PSAL, 2, 41",
        "DOXY, -5, 600",
        "CHLA, -0.2, 100",
        "PH_IN_SITU_TOTAL, 7.3, 8.5",
        "DOWN_IRRADIANCE380, -1, 1.7",
        "DOWN_IRRADIANCE412, -1, 2.9",
        "DOWN_IRRADIANCE443, -1, 3.2",
        "DOWN_IRRADIANCE490, -1, 3.4",
        "DOWN_IRRADIANCE665, -1, 2.8",
        "DOWNWELLING_PAR, -1, 4672"
    })
    void valuesLieWithinTheOceansRange(String name, double least, double most) {
        double[] values = {least, most, Math.nextDown(least), Math.nextUp(most), NAN, Double.POSITIVE_INFINITY};
        ArgoProfile profile = Floats.profile("PRES", Floats.steps(10, 10, 6), name, values);
        assertThat(run(GlobalRangeCheck.MANUAL, profile).flagsOf(name)).isEqualTo(flags(1, 1, 4, 4, 9, 4));
    }

    @Test
    void nitrateStartsAsProbablyBad() {
        ArgoProfile profile = Floats.profile("PRES", values(10, 20, 30), "NITRATE", values(-2, 50, 50.1));
        assertThat(run(GlobalRangeCheck.MANUAL, profile).flagsOf("NITRATE")).isEqualTo(flags(3, 3, 4));
        assertThat(run(GlobalRangeCheck.MANUAL, profile.with(ArgoMode.ADJUSTED)).flagsOf("NITRATE"))
                .isEqualTo(flags(2, 2, 4));
    }

    @Test
    void aPressureAboveTheSeaTakesTheOthersWithIt() {
        ArgoProfile profile = Floats.profile(
                "PRES",
                values(-5.1, -5, -2.4, -2.3),
                "TEMP",
                values(10, 10, 10, 10),
                "PSAL",
                values(35, 35, 35, 35),
                "DOXY",
                values(200, 200, 200, 200));
        ArgoResult result = run(GlobalRangeCheck.MANUAL, profile);
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(4, 3, 3, 1));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(4, 3, 3, 1));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(4, 3, 3, 1));
        assertThat(result.flagsOf("DOXY")).isEqualTo(flags(4, 1, 1, 1));
    }

    @Test
    void theRedSeaIsWarm() {
        assertThat(temperature(20, 38, 20.9, 21, 40, 40.1)).isEqualTo(flags(4, 1, 1, 4));
        assertThat(salinity(20, 38, 2, 41, 41.1)).isEqualTo(flags(1, 1, 4));
    }

    @Test
    void theMediterraneanIsNotCold() {
        assertThat(temperature(35, 20, 9.9, 10, 40)).isEqualTo(flags(4, 1, 1));
        assertThat(salinity(35, 20, 40, 40.1)).isEqualTo(flags(1, 4));
    }

    @Test
    void otherSeasHaveNoRangeOfTheirOwn() {
        assertThat(temperature(30, -40, 5)).isEqualTo(flags(0));
        assertThat(run(RegionalRangeCheck.MANUAL, Floats.profile("PRES", values(1)))
                        .performed())
                .isEmpty();
    }

    @Test
    void bordersBelongToTheSea() {
        assertThat(Sea.RED.contains(12.55, 40)).isTrue();
        assertThat(Sea.RED.contains(12.54, 40)).isFalse();
        assertThat(Sea.MEDITERRANEAN.contains(35.2, -5.4)).isTrue();
        assertThat(Sea.MEDITERRANEAN.contains(46, 5)).isFalse();
    }

    @Test
    void rangesHaveTheirEndsInOrder() {
        assertThatThrownBy(() -> new Range(5, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 5.0 to 1.0");
    }

    private static byte[] temperature(double latitude, double longitude, double... values) {
        return regional(latitude, longitude, "TEMP", values);
    }

    private static byte[] salinity(double latitude, double longitude, double... values) {
        return regional(latitude, longitude, "PSAL", values);
    }

    private static byte[] regional(double latitude, double longitude, String name, double... values) {
        return run(
                        RegionalRangeCheck.MANUAL,
                        Floats.profileAt(Floats.stationAt(latitude, longitude), name, values(values)))
                .flagsOf(name);
    }
}
