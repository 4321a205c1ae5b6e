package dev.shoal.qc.manual;

import dev.shoal.qc.flag.QcFlag;

/**
 * Whether a current profiler is well: QARTOD's manual for in-situ currents, version 2.1 (2019), tests 1 to 4, which
 * version 1.0 has under the same numbers.
 *
 * <p>Each flag is that of an ensemble, all bins and beams of it. The manual names a fail level alone; the suspect
 * levels are ours and may be off.
 */
public final class SensorHealth {

    private static final int WORD = 0xFFFF;

    private SensorHealth() {}

    /**
     * Flags a battery that is low (test 1).
     *
     * @param charge volts or counts
     * @param suspect charge below which it is {@link QcFlag#SUSPECT}; minus infinity for none
     * @param fail charge below which it is {@link QcFlag#FAIL}; the manual's examples are 11.6 V and 150 counts
     */
    public static byte battery(double charge, double suspect, double fail) {
        if (!Double.isFinite(charge)) {
            return QcFlag.MISSING;
        }
        if (charge < fail) {
            return QcFlag.FAIL;
        }
        return charge < suspect ? QcFlag.SUSPECT : QcFlag.GOOD;
    }

    /**
     * Flags a message that did not arrive as it was sent (test 2).
     *
     * @param transmitted checksum within the message; not finite where it has none, which is {@link QcFlag#UNKNOWN}
     * @param computed checksum of what arrived; not finite where nobody computed it
     */
    public static byte checksum(double transmitted, double computed) {
        if (!Double.isFinite(transmitted) || !Double.isFinite(computed)) {
            return QcFlag.UNKNOWN;
        }
        return transmitted == computed ? QcFlag.GOOD : QcFlag.FAIL;
    }

    /**
     * Returns the checksum of a Teledyne RDI ensemble (PD0): the sum of its bytes modulo 65 536.
     *
     * @param message bytes of the ensemble, not changed
     * @param start first byte of it
     * @param end one past the last byte before the checksum
     */
    public static int byteSum(byte[] message, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            sum += message[i] & 0xFF;
        }
        return sum & WORD;
    }

    /**
     * Flags an instrument that leans too far (test 3).
     *
     * <p>The sign of a tilt is its direction, so its size counts. One axis of two is enough to fail; both must be known
     * to pass.
     *
     * @param pitch degrees about one axis
     * @param roll degrees about the other
     * @param suspect degrees above which it is {@link QcFlag#SUSPECT}; infinity for none
     * @param fail degrees above which it is {@link QcFlag#FAIL}; the manual's example is 15
     */
    public static byte tilt(double pitch, double roll, double suspect, double fail) {
        byte one = Levels.above(Math.abs(pitch), suspect, fail);
        byte other = Levels.above(Math.abs(roll), suspect, fail);
        if (one == QcFlag.MISSING && other == QcFlag.MISSING) {
            return QcFlag.MISSING;
        }
        byte worse = QcFlag.worse(one, other);
        boolean half = one == QcFlag.MISSING || other == QcFlag.MISSING;
        return half && worse == QcFlag.GOOD ? QcFlag.UNKNOWN : worse;
    }

    /**
     * Flags a speed of sound that no sea water has (test 4).
     *
     * @param speed metres per second
     * @param low metres per second below which it is {@link QcFlag#FAIL}; the manual's example is 1475
     * @param high metres per second above which it is {@link QcFlag#FAIL}; the manual's example is 1560
     */
    public static byte soundSpeed(double speed, double low, double high) {
        return Levels.outside(speed, low, high, QcFlag.FAIL);
    }
}
