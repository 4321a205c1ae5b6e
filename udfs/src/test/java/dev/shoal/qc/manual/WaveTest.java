package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaveTest {

    private static final double NAN = Double.NaN;
    private static final double OFF = Double.POSITIVE_INFINITY;

    @Test
    void gapFailsFromItsLengthOn() {
        double[] values = {9, 1, NAN, NAN, 1, NAN, 9};
        assertThat(WaveBurst.gap(values, 1, 6, 3)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.gap(values, 1, 6, 2)).isEqualTo(QcFlag.FAIL);
        assertThat(WaveBurst.gap(values, 2, 4, 9)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void spikeIsSuspectInABurstThatPasses() {
        double[] values = sine(200);
        values[50] = 20;
        values[99] = NAN;
        byte[] flags = new byte[200];
        assertThat(WaveBurst.spikes(values, 0, 200, 4, 3, 10, flags)).isEqualTo(QcFlag.GOOD);
        assertThat(flags[50]).isEqualTo(QcFlag.SUSPECT);
        assertThat(flags[99]).isEqualTo(QcFlag.MISSING);
        assertThat(IntStream.range(0, 200).filter(i -> flags[i] == QcFlag.GOOD)).hasSize(198);
        assertThat(values[50]).isEqualTo(20);
    }

    @Test
    void aSmallSpikeShowsOnceALargeOneIsGone() {
        double[] values = sine(200);
        values[50] = 1000;
        values[120] = 20;
        byte[] flags = new byte[200];
        assertThat(WaveBurst.spikes(values, 0, 200, 4, 2, 10, flags)).isEqualTo(QcFlag.GOOD);
        assertThat(flags[120]).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveBurst.spikes(values, 0, 200, 4, 1, 10, flags)).isEqualTo(QcFlag.FAIL);
        assertThat(flags).containsOnly(QcFlag.FAIL);
    }

    @Test
    void tooManySpikesFailTheBurst() {
        double[] values = sine(200);
        for (int i = 0; i < 4; i++) {
            values[20 + 40 * i] = 50;
        }
        byte[] flags = new byte[200];
        assertThat(WaveBurst.spikes(values, 0, 200, 4, 3, 2, flags)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.spikes(values, 0, 200, 4, 3, 1.9, flags)).isEqualTo(QcFlag.FAIL);
    }

    @Test
    void aBurstWithoutWavesHasNoSpikes() {
        byte[] flags = new byte[3];
        assertThat(WaveBurst.spikes(new double[] {2, 2, 2}, 0, 3, 4, 3, 10, flags))
                .isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.spikes(new double[] {NAN, NAN, NAN}, 0, 3, 4, 3, 10, flags))
                .isEqualTo(QcFlag.MISSING);
    }

    @Test
    void rangeOfTheInstrumentFailsAndThatOfThePlaceSuspects() {
        assertThat(WaveBurst.range(10, -20, 20, -10, 10)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.range(-10.1, -20, 20, -10, 10)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveBurst.range(20.1, -20, 20, -10, 10)).isEqualTo(QcFlag.FAIL);
    }

    @Test
    void segmentsKeepTheirMean() {
        double[] values = {1, 3, 2, 2, NAN, NAN, 4, 4, 99};
        assertThat(WaveBurst.segmentShift(values, 0, 9, 2, 2)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.segmentShift(values, 0, 9, 2, 1.9)).isEqualTo(QcFlag.FAIL);
        assertThat(WaveBurst.segmentShift(values, 0, 3, 2, 1)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(WaveBurst.segmentShift(values, 4, 6, 1, 1)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void waterFallsNoFasterThanItCan() {
        assertThat(WaveBurst.acceleration(-4.9, 0.5)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.acceleration(-4.91, 0.5)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveBurst.acceleration(0, 1.3, 0, 0.5, 1)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveBurst.acceleration(0, 1.2, 0, 0.5, 1)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBurst.acceleration(NAN, 1.2, 0, 0.5, 1)).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void waveNumberSolvesTheDispersionRelation() {
        for (double frequency : new double[] {0.03, 0.1, 0.5}) {
            for (double depth : new double[] {2, 20, 4000}) {
                double number = WaveSpectrum.waveNumber(frequency, depth);
                assertThat(WaveBurst.GRAVITY * number * Math.tanh(number * depth))
                        .isCloseTo(Math.pow(2 * Math.PI * frequency, 2), within(1e-12));
            }
        }
        assertThat(WaveSpectrum.waveNumber(0.1, OFF)).isCloseTo(0.0402565, within(1e-6));
        assertThat(WaveSpectrum.waveNumber(0, 10)).isNaN();
    }

    @Test
    void checkFactorIsOneForLinearWaves() {
        double bend = Math.tanh(WaveSpectrum.waveNumber(0.1, 15) * 15);
        double horizontal = 2 / (bend * bend);
        assertThat(WaveSpectrum.checkFactor(2, horizontal / 4, 3 * horizontal / 4, 0.1, 15))
                .isCloseTo(1, within(1e-12));
        assertThat(WaveSpectrum.checkFactor(2, 1, 1, 0.1, OFF)).isEqualTo(1);
        assertThat(WaveSpectrum.checkFactor(1.125, 0.25, OFF)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveSpectrum.checkFactor(0.7, 0.25, OFF)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveSpectrum.checkFactor(1.6, 0.25, 0.5)).isEqualTo(QcFlag.FAIL);
        assertThat(WaveSpectrum.checkFactor(NAN, 0.25, 0.5)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void lowFrequenciesHaveLittleEnergyFromWhereThereIsFetch() {
        double energy = WaveSpectrum.energyBelow(
                new double[] {0.03, 0.04, 0.05}, new double[] {0.01, 0.01, 0.01}, new double[] {1, 2, 50}, 0.05);
        assertThat(energy).isCloseTo(0.03, within(1e-15));
        assertThat(WaveSpectrum.lowFrequency(energy, 10, 0, 0.1, 300, 60)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveSpectrum.lowFrequency(energy, 180, 0, 0.1, 300, 60)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveSpectrum.lowFrequency(energy, 180, 0, 0.1, 0, 360)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveSpectrum.lowFrequency(energy, 180, 0.05, 0.1, 300, 60)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveSpectrum.lowFrequency(0.2, 10, 0, 0.1, 300, 60)).isEqualTo(QcFlag.SUSPECT);
        assertThat(WaveSpectrum.lowFrequency(energy, NAN, 0, 0.1, 300, 60)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(WaveSpectrum.operationalFrequency(0.02, 0.025, 1, 0.03, 0.5)).isEqualTo(QcFlag.FAIL);
    }

    @Test
    void aHeightThatFailsFailsAllParameters() {
        byte height = WaveBulk.height(8.1, 0.05, 8);
        assertThat(height).isEqualTo(QcFlag.FAIL);
        assertThat(WaveBulk.parameter(9, 2, 24, height)).isEqualTo(QcFlag.FAIL);
        assertThat(WaveBulk.parameter(NAN, 2, 24, height)).isEqualTo(QcFlag.MISSING);
        assertThat(WaveBulk.parameter(9, 2, 24, QcFlag.GOOD)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBulk.parameter(1.9, 2, 24, QcFlag.MISSING)).isEqualTo(QcFlag.SUSPECT);
    }

    @Test
    void heightChangesLittle() {
        assertThat(WaveBulk.change(3, 2, OFF, 1)).isEqualTo(QcFlag.GOOD);
        assertThat(WaveBulk.change(3.1, 2, OFF, 1)).isEqualTo(QcFlag.FAIL);
        assertThat(WaveBulk.change(3, NAN, OFF, 1)).isEqualTo(QcFlag.UNKNOWN);
    }

    private static double[] sine(int size) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> Math.sin(i * 0.6));
        return values;
    }
}
