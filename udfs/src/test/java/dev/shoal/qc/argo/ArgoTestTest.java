package dev.shoal.qc.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgoTestTest {

    @Test
    void writesPerformedTestsAsHexadecimalBits() {
        assertThat(ArgoTest.hex(Set.of())).isEqualTo("0000000000000000");
        assertThat(ArgoTest.hex(Set.of(ArgoTest.PLATFORM, ArgoTest.DATE))).isEqualTo("0000000000000006");
        assertThat(ArgoTest.hex(Set.of(ArgoTest.MEDD))).isEqualTo("0000000002000000");
        assertThat(ArgoTest.hex(Set.of(ArgoTest.CHLA, ArgoTest.BBP, ArgoTest.TEMP_CNDC)))
                .isEqualTo("C000000004000000");
    }

    @Test
    void readsWhatDataCentresWrite() {
        assertThat(ArgoTest.ofHex("5B03E"))
                .containsExactlyInAnyOrder(
                        ArgoTest.PLATFORM,
                        ArgoTest.DATE,
                        ArgoTest.LOCATION,
                        ArgoTest.LAND,
                        ArgoTest.SPEED,
                        ArgoTest.DIGIT_ROLLOVER,
                        ArgoTest.STUCK_VALUE,
                        ArgoTest.GREY_LIST,
                        ArgoTest.GROSS_DRIFT,
                        ArgoTest.FROZEN_PROFILE);
        assertThat(ArgoTest.ofHex(" C000000004000000  "))
                .containsExactlyInAnyOrder(ArgoTest.CHLA, ArgoTest.BBP, ArgoTest.TEMP_CNDC);
    }

    @Test
    void everyTestComesBack() {
        for (ArgoTest test : ArgoTest.values()) {
            assertThat(ArgoTest.ofHex(ArgoTest.hex(Set.of(test)))).containsExactly(test);
        }
    }

    @Test
    void refusesWhatIsNoHexadecimalNumber() {
        assertThatThrownBy(() -> ArgoTest.ofHex("QCP$"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found 'QCP$', expected hexadecimal digits");
    }
}
