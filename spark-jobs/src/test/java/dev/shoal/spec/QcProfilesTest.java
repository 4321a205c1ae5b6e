package dev.shoal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QcProfilesTest {

    static List<String> names() {
        return QcProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyProfileHasTestsOfTemperatureAndOfBothSalinities(String name) {
        QcConfiguration profile = QcProfiles.named(name);
        assertThat(profile.suites())
                .containsOnlyKeys("sea_water_temperature", "sea_water_salinity", "sea_water_practical_salinity");
        assertThat(profile.suites().values())
                .allSatisfy(suite -> assertThat(suite.tests()).isNotEmpty());
    }

    @Test
    void holdsTheTestsAndThresholdsOfTheProgramItNames() {
        List<QcTest> tests = QcProfiles.named("cotede-argo")
                .suite("sea_water_temperature")
                .orElseThrow()
                .tests();
        assertThat(tests)
                .extracting(QcTest::name)
                .containsExactly(
                        "cotede_deepest_pressure",
                        "cotede_valid_geolocation",
                        "cotede_global_range",
                        "cotede_regional_range",
                        "cotede_monotonic_z",
                        "cotede_spike_depthconditional",
                        "cotede_digit_roll_over",
                        "cotede_stuck_value",
                        "cotede_density_inversion");
        assertThat(tests.get(5).parameters())
                .containsEntry("pressure_threshold", "500.0")
                .containsEntry("shallow_max", "6.0")
                .containsEntry("deep_max", "2.0");
    }

    @Test
    void namesTheProfilesWhereOneIsUnknown() {
        assertThatThrownBy(() -> QcProfiles.named("cotedee"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("no such profile")
                .hasMessageContaining("cotede-gtspp");
    }
}
