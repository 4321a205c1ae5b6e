package dev.shoal.qc.autoqc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AutoqcCheckTest {

    private static final AutoqcCast NOWHERE = new AutoqcCast(Double.NaN, Double.NaN, 0, 0, 0, Double.NaN, 0, "");

    @ParameterizedTest
    @EnumSource
    void judgesProfilesOfNothing(AutoqcCheck check) {
        for (int size = 0; size < 6; size++) {
            double[] gaps = new double[size];
            Arrays.fill(gaps, Double.NaN);
            assertThat(check.reject(new AutoqcProfile(NOWHERE, gaps, gaps, gaps, gaps)))
                    .hasSize(size);
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNoArray(AutoqcCheck check) {
        Random random = new Random(7);
        double[] levels = random.doubles(50, -10, 50).toArray();
        levels[20] = Double.NaN;
        double[] lent = levels.clone();
        check.reject(new AutoqcProfile(SomeProfile.xbt(), lent, lent, lent, lent));
        assertThat(lent).containsExactly(levels);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(AutoqcCheck check) {
        assertThat(AutoqcCheck.named(check.autoqcName())).contains(check);
    }

    @Test
    void refusesToCallACheckThatIsNotThere() {
        AutoqcCall call = new AutoqcCall("EN_background_check", Map.of(), Map.of());
        assertThatThrownBy(call::reject)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot call EN_background_check of AutoQC: found no such check, expected one of AutoQC's"
                        + " that need nothing but a profile.");
    }

    @Test
    void refusesArraysOfOtherLengths() {
        assertThatThrownBy(() -> SomeProfile.of(new double[2], 1, 2, 3))
                .hasMessage("Cannot make a profile: found 2 depths, 3 temperatures, 3 salinities and 3 pressures,"
                        + " expected as many of each.");
    }
}
