package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class CurrentProfileTest {

    private static final double NAN = Double.NaN;

    @Test
    void echoThatRisesInTooManyBeamsFailsAllBinsBeyond() {
        double[] counts = {
            90, 90, 90, 90, // first bin
            80, 80, 80, 111, // one beam rises by 21
            70, 70, 101, 102, // two beams rise, of which one falls: 31 - 10
            60, 60, 60, 60,
        };
        byte[] flags = new byte[4];
        CurrentProfile.echoIntensity(counts, 4, 4, 3, 20, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.SUSPECT, QcFlag.SUSPECT, QcFlag.GOOD);
        CurrentProfile.echoIntensity(counts, 4, 4, 4, 20, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.FAIL, QcFlag.FAIL, QcFlag.FAIL);
    }

    @Test
    void eachEnsembleBeginsAnew() {
        double[] counts = {50, 90, 50, 60, 60, 60};
        byte[] flags = new byte[6];
        CurrentProfile.echoIntensity(counts, 3, 1, 1, 30, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.FAIL, QcFlag.FAIL, QcFlag.GOOD, QcFlag.GOOD, QcFlag.GOOD);
    }

    @Test
    void missingBinsHaveNoEcho() {
        byte[] flags = new byte[3];
        CurrentProfile.echoIntensity(new double[] {50, NAN, 90}, 3, 1, 1, 30, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.MISSING, QcFlag.GOOD);
    }

    @Test
    void faintBinsFailAllBeyond() {
        double[] counts = {90, 90, 90, 90, 30, 30, 30, 19, 25, 25, 19, 19, 90, 90, 90, 90};
        byte[] flags = new byte[4];
        CurrentProfile.rangeDropOff(counts, 4, 4, 3, 20, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.SUSPECT, QcFlag.FAIL, QcFlag.FAIL);
    }

    @Test
    void speedDiffersLittleFromBinToBin() {
        byte[] flags = new byte[6];
        CurrentProfile.speedGradient(new double[] {10, 16, 26.1, NAN, 30, 30}, 6, 6, 10, flags);
        assertThat(flags)
                .containsExactly(QcFlag.UNKNOWN, QcFlag.GOOD, QcFlag.FAIL, QcFlag.MISSING, QcFlag.UNKNOWN, QcFlag.GOOD);
        CurrentProfile.speedGradient(new double[] {10, 16, 26.1, 17, 30, 30}, 3, 6, 10, flags);
        assertThat(flags[3]).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void refusesHalfAnEnsemble() {
        assertThatThrownBy(() -> CurrentProfile.speedGradient(new double[5], 3, 1, 2, new byte[5]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot judge profiles: found 5 values, expected a multiple of 3, those of one ensemble.");
    }
}
