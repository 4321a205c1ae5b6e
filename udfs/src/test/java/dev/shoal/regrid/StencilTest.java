package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StencilTest {
    private static final double NAN = Double.NaN;
    private static final RectilinearGrid SQUARE = new RectilinearGrid(new double[] {0, 10}, new double[] {0, 10});

    /** Weights 0.3, 0.2, 0.3, 0.2. */
    private static final Stencil INNER = stencil(5, 4);

    /** Weights 0.6, 0.4, 0, 0: on the side between the first two corners. */
    private static final Stencil SIDE = stencil(0, 4);

    @Test
    void renormalisesWhatIsValid() {
        assertThat(value(INNER, MissingRule.STANDARD, 1, 2, 3, 4)).isEqualTo(2.4, Offset.offset(1e-15));
        assertThat(value(INNER, MissingRule.STANDARD, 1, NAN, 3, 4)).isEqualTo(2.0 / 0.8, Offset.offset(1e-15));
        assertThat(value(INNER, MissingRule.STANDARD, 1, 2, NAN, NAN))
                .as("half")
                .isEqualTo(1.4, Offset.offset(1e-15));
        assertThat(value(INNER, MissingRule.STANDARD, NAN, 2, NAN, 4))
                .as("below half")
                .isNaN();
        assertThat(value(INNER, least(0), NAN, 2, NAN, NAN)).isEqualTo(2);
        assertThat(value(INNER, least(1), 1, NAN, 3, 4)).isNaN();
        assertThat(value(INNER, least(0), NAN, NAN, NAN, NAN)).isNaN();
    }

    @Test
    void cornersOfWeightZeroCountForCdoOnly() {
        assertThat(value(SIDE, least(1), 1, 2, NAN, Double.POSITIVE_INFINITY)).isEqualTo(1.4, Offset.offset(1e-15));
        assertThat(value(SIDE, MissingRule.CDO, 1, 2, NAN, 4)).isNaN();
        assertThat(value(SIDE, MissingRule.CDO, 1, 2, 3, Double.POSITIVE_INFINITY))
                .isEqualTo(1.4, Offset.offset(1e-15));
        assertThat(value(INNER, MissingRule.CDO, 1, 2, 3, NAN)).isNaN();
    }

    @Test
    void targetsOutsideTheSourceAreMissing() {
        Stencil outside = stencil(20, 4);
        assertThat(value(outside, MissingRule.STANDARD, 1, 2, 3, 4)).isNaN();
        assertThat(value(outside, MissingRule.CDO, 1, 2, 3, 4)).isNaN();
        assertThat(flag(outside, MissingRule.STANDARD, "1111")).isEqualTo(QcFlag.MISSING);
        assertThat(flag(outside, MissingRule.CDO, "1111")).isEqualTo(QcFlag.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "1111, 1",
        "1211, 1",
        "2222, 2",
        "1131, 3",
        "2231, 3", // the worst of what contributes
        "9111, 1",
        "9191, 9",
        "9199, 9",
        "9999, 9",
        "1299, 1", // missing ones are passed over
        "1411, 3",
        "2422, 3",
        "1491, 3", // a value without its failed part is suspect
        "4141, 4",
        "4144, 4",
        "4444, 4",
        "4149, 4",
        "4191, 4", // too little is left because parts failed
        "9499, 9",
        "9494, 9" // too little would be there with the failed parts too
    })
    void carriesTheWorstFlagOver(String corners, byte expected) {
        assertThat(flag(INNER, MissingRule.STANDARD, corners)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1111, 1", "1113, 1", "3111, 3", "1191, 1", "1114, 1", "1444, 3", "4111, 4", "9111, 9"})
    void flagsOfWeightZeroDoNotCount(String corners, byte expected) {
        assertThat(flag(SIDE, MissingRule.STANDARD, corners)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1111, 1", "1113, 1", "1131, 1", "1191, 9", "1141, 4", "4191, 9", "2222, 2"})
    void flagsFollowTheRuleOfCdo(String corners, byte expected) {
        assertThat(flag(SIDE, MissingRule.CDO, corners)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1411, 4", "4444, 4", "1299, 1", "9494, 9", "4141, 4", "3922, 3", "9999, 9"})
    void keptFailedValuesMakeTheirTargetsFail(String corners, byte expected) {
        byte[] target = new byte[1];
        INNER.worstOfKept(flags(corners), MissingRule.STANDARD, target);
        assertThat(target).containsExactly(expected);
    }

    @Test
    void severalFieldsFollowEachOther() {
        double[] target = new double[2];
        INNER.apply(2, new double[] {1, 1, 1, 1, 2, 2, 2, NAN}, MissingRule.STANDARD, target);
        assertThat(target).containsExactly(new double[] {1, 2}, Offset.offset(1e-15));
        assertThatThrownBy(() -> INNER.apply(2, new double[7], MissingRule.STANDARD, target))
                .hasMessage(
                        "Cannot regrid 2 fields: there are 7 source values and room for 2, expected 4 and 1 per field.");
        assertThatThrownBy(() -> INNER.worstFlags(new byte[4], MissingRule.STANDARD, new byte[0]))
                .hasMessageContaining("4 source flags and room for 0");
    }

    @Test
    void refusesShareOutOfRange() {
        assertThatThrownBy(() -> least(1.5))
                .hasMessage("Cannot make a rule for missing values: the least valid weight is 1.5, "
                        + "expected a number in [0, 1].");
    }

    private static MissingRule least(double share) {
        return new MissingRule(MissingPolicy.SHOAL, share);
    }

    private static Stencil stencil(double lat, double lon) {
        RectilinearGrid target = new RectilinearGrid(new double[] {lat}, new double[] {lon});
        return Weights.of(SQUARE, target, Scheme.of(Method.BILINEAR)).over(GridWindow.of(SQUARE));
    }

    private static double value(Stencil stencil, MissingRule rule, double... corners) {
        double[] target = new double[1];
        stencil.apply(corners, rule, target);
        return target[0];
    }

    private static byte flag(Stencil stencil, MissingRule rule, String corners) {
        byte[] target = new byte[1];
        stencil.worstFlags(flags(corners), rule, target);
        return target[0];
    }

    private static byte[] flags(String corners) {
        byte[] flags = new byte[corners.length()];
        for (int k = 0; k < flags.length; k++) {
            flags[k] = (byte) (corners.charAt(k) - '0');
        }
        return flags;
    }
}
