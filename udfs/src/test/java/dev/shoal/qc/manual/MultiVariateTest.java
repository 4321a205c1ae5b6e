package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class MultiVariateTest {

    private static final double[] CALM = {1, 3, 1, 3, 3};
    private static final double[] STEP = {1, 3, 1, 3, 6};

    @Test
    void suspectsAStepThatTheOtherDoesNotTake() {
        assertThat(last(STEP, CALM)).isEqualTo(QcFlag.SUSPECT);
    }

    @Test
    void passesAStepThatBothTake() {
        assertThat(last(STEP, STEP)).isEqualTo(QcFlag.GOOD);
        assertThat(last(STEP, new double[] {1, 3, 1, 3, 0})).isEqualTo(QcFlag.GOOD);
    }

    @Test
    void passesACalmValueWhateverTheOtherDoes() {
        assertThat(last(CALM, STEP)).isEqualTo(QcFlag.GOOD);
        assertThat(last(CALM, new double[] {1, 3, 1, 3, Double.NaN})).isEqualTo(QcFlag.GOOD);
    }

    @Test
    void cannotTellWithoutTheOther() {
        assertThat(last(STEP, new double[] {1, 3, 1, 3, Double.NaN})).isEqualTo(QcFlag.UNKNOWN);
        assertThat(last(STEP, new double[] {1, 3, 1, Double.NaN, 3})).isEqualTo(QcFlag.UNKNOWN);
    }

    private static byte last(double[] values, double[] others) {
        MultiVariate test = new MultiVariate(100, 3, 2, 2);
        byte flag = QcFlag.UNKNOWN;
        for (int i = 0; i < values.length; i++) {
            flag = test.next(i, values[i], others[i]);
        }
        return flag;
    }
}
