package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class AlongDepthTest {

    private static final double OFF = Double.POSITIVE_INFINITY;

    @Test
    void pathNeverStepsBack() {
        ProfilePath path = new ProfilePath();
        assertThat(path.next(10)).isZero();
        assertThat(path.next(12)).isEqualTo(2_000_000);
        assertThat(path.next(Double.NaN)).isEqualTo(Long.MIN_VALUE);
        assertThat(path.next(11.5)).isEqualTo(2_500_000);
        assertThat(path.next(-1)).isEqualTo(15_000_000);
    }

    @Test
    void stepsAreMeasuredByTheDeviationOfTheLayerAbove() {
        double[] depths = {0, 10, 20, 30, 40};
        double[] values = {99, 1, 3, 1, 4.9};
        assertThat(last(30, depths, values)).isEqualTo(QcFlag.SUSPECT);
        assertThat(last(40, depths, values)).isEqualTo(QcFlag.GOOD);
    }

    private static byte last(double thickness, double[] depths, double[] values) {
        ProfilePath path = new ProfilePath();
        DeviationRate test = new DeviationRate(ProfilePath.micrometres(thickness), 3, 3, OFF);
        byte flag = QcFlag.UNKNOWN;
        for (int i = 0; i < values.length; i++) {
            flag = test.next(path.next(depths[i]), values[i]);
        }
        return flag;
    }

    @Test
    void rateIsPerMetreInBothDirections() {
        assertThat(DepthRate.flag(12, 10, 30, 20, 0.2, 0.5)).isEqualTo(QcFlag.GOOD);
        assertThat(DepthRate.flag(10, 12.1, 20, 30, 0.2, 0.5)).isEqualTo(QcFlag.SUSPECT);
        assertThat(DepthRate.flag(10, 15.1, 20, 30, 0.2, 0.5)).isEqualTo(QcFlag.FAIL);
        assertThat(DepthRate.flag(10, 15, 20, 20, 0.2, 0.5)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(DepthRate.flag(10, Double.NaN, 20, 10, 0.2, 0.5)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(DepthRate.flag(Double.NaN, 1, 20, 10, 0.2, 0.5)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void layerIsFlatFromItsThicknessOn() {
        double[] depths = {0, 5, 10, 15, 20, 25, Double.NaN, 30};
        double[] values = {8, 5, 5.05, Double.NaN, 5.02, 5.01, 5, 5.2};
        FlatLayer test = new FlatLayer(5, 20, 0.1);
        byte[] flags = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            flags[i] = test.next(depths[i], values[i]);
        }
        assertThat(flags)
                .containsExactly(
                        QcFlag.GOOD,
                        QcFlag.GOOD,
                        QcFlag.SUSPECT,
                        QcFlag.MISSING,
                        QcFlag.SUSPECT,
                        QcFlag.FAIL,
                        QcFlag.UNKNOWN,
                        QcFlag.GOOD);
    }
}
