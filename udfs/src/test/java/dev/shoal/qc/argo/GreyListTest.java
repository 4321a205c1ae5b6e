package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.NAN;
import static dev.shoal.qc.argo.Floats.flags;
import static dev.shoal.qc.argo.Floats.run;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Test 15. */
class GreyListTest {

    private static final String HEADER = "PLATFORM_CODE,PARAMETER_NAME,START_DATE,END_DATE,QUALITY_CODE,COMMENT,DAC";

    @Test
    void valuesOfADoubtfulSensorGetTheListsFlag() {
        ArgoResult result = judge(HEADER, "6901234,PSAL,20200501,,3,drift, and more,IF", "");
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(3, 9, 3));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(0, 0, 0));
        assertThat(result.failed()).containsExactly(ArgoTest.GREY_LIST);
        assertThat(result.raisedByOf("PSAL")).containsExactly(1 << 15, 0, 1 << 15);
    }

    @Test
    void onlyWithinItsDates() {
        assertThat(judge("6901234,PSAL,20200602,,3,late,IF").failed()).isEmpty();
        assertThat(judge("6901234,PSAL,20200501,20200601,3,over by midday,IF").failed())
                .isEmpty();
        assertThat(judge("6901234,PSAL,20200501,20200602,3,not yet over,IF").failed())
                .isNotEmpty();
    }

    @Test
    void onlyOfItsPlatform() {
        ArgoResult result = judge("6901235,PSAL,20200501,,4,another,IF");
        assertThat(result.failed()).isEmpty();
        assertThat(result.performed()).containsExactly(ArgoTest.GREY_LIST);
    }

    @Test
    void badPressureMakesEverythingBad() {
        ArgoResult result = judge("6901234,PRES,20200501,,4,broken,IF");
        assertThat(result.flagsOf("PRES")).isEqualTo(flags(4, 4, 4));
        assertThat(result.flagsOf("TEMP")).isEqualTo(flags(4, 4, 4));
        assertThat(result.flagsOf("PSAL")).isEqualTo(flags(4, 9, 4));
    }

    @Test
    void saysWhichLineCannotBeRead() {
        assertThatThrownBy(() -> GreyList.parse(List.of(HEADER, "6901234,PSAL,2020-05-01,,3,drift,IF")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2 of a grey list")
                .hasMessageContaining("expected dates as yyyymmdd and a flag");
        assertThatThrownBy(() -> GreyList.parse(List.of("6901234,PSAL")))
                .hasMessageContaining("expected at least 5 columns");
        assertThatThrownBy(() -> GreyList.parse(List.of("6901234,PSAL,20200501,,7,drift,IF")))
                .hasMessageContaining("expected a flag from 0 to 9");
    }

    private static ArgoResult judge(String... lines) {
        ArgoProfile profile =
                Floats.profile("PRES", values(5, 10, 15), "TEMP", values(10, 9, 8), "PSAL", values(35, NAN, 35));
        return run(new GreyListCheck(GreyList.parse(List.of(lines))), profile);
    }
}
