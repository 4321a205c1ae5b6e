package dev.shoal.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.QcConfiguration;
import dev.shoal.qc.QcTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QcProfileTest {

    static List<String> names() {
        return QcProfile.names().stream()
                .filter(name -> new QcProfile(name).hasTests())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyProfileHasTestsOfTemperature(String name) {
        QcConfiguration profile = new QcProfile(name).tests();
        assertThat(profile.suites()).containsKey("sea_water_temperature");
        assertThat(profile.suites().values())
                .allSatisfy(suite -> assertThat(suite.tests()).isNotEmpty());
    }

    @Test
    void holdsTheTestsAndThresholdsOfTheProgramItNames() {
        List<QcTest> tests = new QcProfile("cotede-argo")
                .tests()
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
        assertThatThrownBy(() -> new QcProfile("cotedee").tests())
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("no such profile")
                .hasMessageContaining("cotede-gtspp");
    }
}
