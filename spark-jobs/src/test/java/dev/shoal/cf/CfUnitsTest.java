package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CfUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "decibar, dbar",
        "Decibars, dbar",
        "10000.0 Pa, dbar",
        "hectopascal, hPa",
        "millibars, hPa",
        "mbar, hPa",
        "meter/second, m s-1",
        "m.s-1, m s-1",
        "metres, m",
        "meter, m",
        "S/m, S m-1",
        "mS.cm-1, mS cm-1",
        "MilliSiemens per centimetre, mS cm-1",
        "umol/kg, umol kg-1",
        "umol l-1, mmol m-3",
        "kg.m-3, kg m-3",
        "microg.L-1, mg m-3",
        "W.m-2, W m-2",
        "degrees, degree",
        "seconds, s",
        "Percent, %",
        "0.001, 1e-3",
        "1, 1",
        "ml l-1, ml l-1",
        "hectopascal/hour, hectopascal/hour"
    })
    void spellsEqualUnitsAlike(String stored, String spelling) {
        assertThat(CfUnits.spelling(stored)).contains(spelling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"psu", "PSU", "none", "WOD_code", "Chad Pennington", "µatm", "degrees_Celsius"})
    void doesNotMakeUpUnits(String stored) {
        assertThat(CfUnits.spelling(stored)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "K, K",
        "kelvin, K",
        "degK, K",
        "Celsius, degree_Celsius",
        "degrees_Celsius, degree_Celsius",
        "Degree Celsius, degree_Celsius",
        "deg_C, degree_Celsius",
        "ºC, degree_Celsius",
        "degF, degree_Fahrenheit"
    })
    void knowsTemperatures(String stored, String unit) {
        assertThat(CfUnits.temperature(stored)).contains(unit);
    }

    @Test
    void turnsLengthsToMetres() {
        assertThat(CfUnits.metres("km")).contains(1000.0);
        assertThat(CfUnits.metres("centimeters")).contains(0.01);
        assertThat(CfUnits.metres("dbar")).isEmpty();
        assertThat(CfUnits.metres("")).isEmpty();
        assertThat(CfUnits.isPressure("decibar")).isTrue();
        assertThat(CfUnits.isPressure("m")).isFalse();
    }
}
