package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class CurrentSignalTest {

    private static final double NAN = Double.NaN;

    @Test
    void aBinNeedsItsNumberOfGoodBeams() {
        double[] counts = {
            150, 150, 150, 10, 150, 150, 100, 10, 150, 150, 10, 10, 150, 150, NAN, 150, NAN, NAN, NAN, NAN
        };
        byte[] flags = new byte[5];
        CurrentSignal.correlation(counts, 4, 3, 140, 65, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.SUSPECT, QcFlag.FAIL, QcFlag.GOOD, QcFlag.MISSING);
    }

    @Test
    void correlationIsSuspectUpToItsUpperThreshold() {
        byte[] flags = new byte[4];
        CurrentSignal.correlation(new double[] {64.9, 65, 140, 140.1}, 1, 1, 140, 65, flags);
        assertThat(flags).containsExactly(QcFlag.FAIL, QcFlag.SUSPECT, QcFlag.SUSPECT, QcFlag.GOOD);
    }

    @Test
    void noiseAndStrengthVoteByBeam() {
        byte[] flags = new byte[2];
        CurrentSignal.noiseFloor(new double[] {25, 30, 27, 31, 24, 31, 27, 27}, 4, 3, 25, 30, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.FAIL);
        CurrentSignal.strength(new double[] {25, 25, 25, 0, 24, 24, 90, 90}, 4, 3, 25, flags);
        assertThat(flags).containsExactly(QcFlag.GOOD, QcFlag.FAIL);
    }

    @Test
    void signalToNoiseFailsBelowTheLeast() {
        assertThat(CurrentSignal.signalToNoise(5, 5)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentSignal.signalToNoise(4.9, 5)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentSignal.signalToNoise(NAN, 5)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void percentGoodAddsBothSolutions() {
        assertThat(CurrentSignal.percentGood(10, 14.9, 75, 25)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentSignal.percentGood(10, 15, 75, 25)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentSignal.percentGood(50, 25, 75, 25)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentSignal.percentGood(50, 26, 75, 25)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentSignal.percentGood(NAN, 80, 75, 25)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentSignal.percentGood(NAN, NAN, 75, 25)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void refusesMoreGoodBeamsThanThereAre() {
        assertThatThrownBy(() -> CurrentSignal.strength(new double[8], 4, 5, 1, new byte[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot judge beams: found 8 measures of 4 beams of which 5 must be good, expected a whole"
                        + " number of bins and 1 to 4 good beams.");
    }
}
