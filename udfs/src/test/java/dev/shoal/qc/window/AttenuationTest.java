package dev.shoal.qc.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttenuationTest {

    @Test
    void failsTheFirstSampleWhereOneValueIsEnough() {
        double[] values = {1, 5, 5, 5, 5.5, Double.NaN, 5, 9};
        assertThat(flags(values, Spread.RANGE, 1)).containsExactly(4, 1, 1, 4, 3, 9, 2, 2);
        assertThat(flags(values, Spread.RANGE, 2)).containsExactly(2, 1, 1, 4, 3, 9, 2, 2);
        assertThat(flags(values, Spread.STANDARD_DEVIATION, 2)).containsExactly(2, 1, 1, 4, 4, 9, 4, 1);
    }

    @Test
    void judgesAllByTheWholeSpread() {
        double[] values = {1, Double.NaN, 1.6, 7};
        byte[] flags = new byte[3];
        Attenuation.flagWhole(values, 3, Spread.RANGE, 1, 0.5, flags);
        assertThat(flags).containsExactly(3, 9, 3);
        Attenuation.flagWhole(values, 3, Spread.STANDARD_DEVIATION, 1, 0.31, flags);
        assertThat(flags).containsExactly(4, 9, 4);
    }

    @Test
    void countsTheValuesOfAPeriod() {
        assertThat(Attenuation.fewestValues(1800, 600)).isEqualTo(3);
        assertThat(Attenuation.fewestValues(1799, 600)).isEqualTo(2);
        assertThat(Attenuation.fewestValues(1800, Double.NaN)).isZero();
        assertThat(Attenuation.fewestValues(1800, 0)).isNegative();
        assertThat(Attenuation.fewestValues(1800, -600)).isNegative();
    }

    @Test
    void refusesToAskForFewerValuesThanNone() {
        assertThatThrownBy(() -> new Attenuation(new double[0], Window.whole(), Spread.RANGE, -1, 1, 1))
                .hasMessage("Cannot look for an attenuated signal: found -1 as the fewest values of a window, expected "
                        + "at least 0.");
    }

    @ParameterizedTest
    @EnumSource(Spread.class)
    void flagsTheSameInBlocksOfAnySize(Spread spread) {
        Random random = new Random(7);
        double[] values = random.doubles(5000)
                .map(value -> value < 0.01 ? Double.NaN : value)
                .toArray();
        byte[] whole = new byte[values.length];
        new Attenuation(values, Window.samples(700), spread, 5, 0.9999, 0.288).flag(0, values.length, whole);
        Attenuation blocks = new Attenuation(values, Window.samples(700), spread, 5, 0.9999, 0.288);
        for (int start = 0; start < values.length; ) {
            byte[] block = new byte[1 + random.nextInt(2000)];
            int end = Math.min(values.length, start + block.length);
            blocks.flag(start, end, block);
            assertThat(block).startsWith(Arrays.copyOfRange(whole, start, end));
            start = end;
        }
    }

    private static byte[] flags(double[] values, Spread spread, int fewest) {
        byte[] flags = new byte[values.length];
        new Attenuation(values, Window.samples(3), spread, fewest, 1, 0.3).flag(0, values.length, flags);
        return flags;
    }
}
