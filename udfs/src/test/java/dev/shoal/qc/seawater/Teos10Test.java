package dev.shoal.qc.seawater;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class Teos10Test {

    /** Of the value itself, or of 1 where the value is smaller. */
    private static final double AGREEMENT = 1e-12;

    @Test
    void agreesWithTheToolboxOnSeededSeawater() throws IOException {
        try (InputStream csv = Teos10Test.class.getResourceAsStream("gsw_values.csv")) {
            GswValues values =
                    new GswValues(new InputStreamReader(Objects.requireNonNull(csv), StandardCharsets.UTF_8));
            assertThat(values.size()).isEqualTo(200);
            Map<String, Double> differences = values.largestDifferences();
            assertThat(differences)
                    .allSatisfy((name, difference) -> assertThat(difference)
                            .as(name + " in " + differences)
                            .isLessThan(AGREEMENT));
        }
    }

    @Test
    void givesTheCheckValuesOfTheManual() {
        assertThat(Teos10.densityExact(34.7118, 28.7856, 10)).isCloseTo(1021.840173185531, within(1e-9));
        assertThat(Teos10.density(35.16504, 0, 0)).isCloseTo(1 / 9.726613854843870e-4, within(1e-9));
    }

    @Test
    void keepsTheBalticToItsOwnRule() {
        assertThat(Teos10.absoluteSalinity(0, 0, 20, 57)).isCloseTo(0.087, within(1e-15));
        assertThat(Teos10.absoluteSalinity(0, 0, 380, 57)).isEqualTo(Teos10.absoluteSalinity(0, 0, 20, 57));
        assertThat(Teos10.absoluteSalinity(0, 0, 5, 57)).isZero();
    }

    @Test
    void takesLongitudesOfAnyRange() {
        assertThat(Teos10.absoluteSalinity(35, 1000, -150, -40)).isEqualTo(Teos10.absoluteSalinity(35, 1000, 210, -40));
    }

    @Test
    void missingArgumentsGiveMissingValues() {
        assertThat(Teos10.absoluteSalinity(Double.NaN, 0, 0, 0)).isNaN();
        assertThat(Teos10.absoluteSalinity(35, 0, Double.NaN, 0)).isNaN();
        assertThat(Teos10.absoluteSalinity(35, 0, 0, -87)).isNaN();
        assertThat(Teos10.conservativeTemperature(35, Double.NaN, 0)).isNaN();
        assertThat(Teos10.density(Double.NaN, 10, 0)).isNaN();
        assertThat(Teos10.freezingTemperature(Double.NaN, 0)).isNaN();
        assertThat(Depth.pressure(6, 0)).isNaN();
    }
}
