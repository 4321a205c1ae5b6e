package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SensorHealthTest {

    private static final double OFF = Double.POSITIVE_INFINITY;

    @Test
    void batteryFailsBelowTheLeast() {
        assertThat(SensorHealth.battery(11.6, 12, 11.6)).isEqualTo(QcFlag.SUSPECT);
        assertThat(SensorHealth.battery(11.59, 12, 11.6)).isEqualTo(QcFlag.FAIL);
        assertThat(SensorHealth.battery(12, 12, 11.6)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.battery(11.6, Double.NEGATIVE_INFINITY, 11.6)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.battery(Double.NaN, 12, 11.6)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void checksumsMustAgree() {
        assertThat(SensorHealth.checksum(0xFF4A, 0xFF4A)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.checksum(0xFF4A, 0xFF4B)).isEqualTo(QcFlag.FAIL);
        assertThat(SensorHealth.checksum(Double.NaN, 1)).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void sumsBytesModuloAWord() {
        byte[] message = new byte[300];
        Arrays.fill(message, (byte) 0xFF);
        assertThat(SensorHealth.byteSum(message, 0, 300)).isEqualTo(300 * 255 - 65_536);
        assertThat(SensorHealth.byteSum(message, 1, 3)).isEqualTo(510);
    }

    @Test
    void tiltFailsInEitherAxisAndDirection() {
        assertThat(SensorHealth.tilt(3, 1, OFF, 15)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.tilt(15, -15, OFF, 15)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.tilt(0, -15.1, OFF, 15)).isEqualTo(QcFlag.FAIL);
        assertThat(SensorHealth.tilt(12, 0, 10, 15)).isEqualTo(QcFlag.SUSPECT);
    }

    @Test
    void halfATiltCanFailButNotPass() {
        assertThat(SensorHealth.tilt(20, Double.NaN, OFF, 15)).isEqualTo(QcFlag.FAIL);
        assertThat(SensorHealth.tilt(3, Double.NaN, OFF, 15)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(SensorHealth.tilt(Double.NaN, Double.NaN, OFF, 15)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void soundSpeedLiesWithinItsSpan() {
        assertThat(SensorHealth.soundSpeed(1528, 1475, 1560)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.soundSpeed(1475, 1475, 1560)).isEqualTo(QcFlag.GOOD);
        assertThat(SensorHealth.soundSpeed(1474.9, 1475, 1560)).isEqualTo(QcFlag.FAIL);
        assertThat(SensorHealth.soundSpeed(1560.1, 1475, 1560)).isEqualTo(QcFlag.FAIL);
    }
}
