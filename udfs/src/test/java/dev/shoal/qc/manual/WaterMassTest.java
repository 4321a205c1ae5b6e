package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class WaterMassTest {

    private static final double OFF = Double.POSITIVE_INFINITY;

    private final TsCurve curve = new TsCurve(new double[] {10, 18, 20}, new double[] {35.5, 36.5, 36.5});

    @Test
    void salinityLiesNearTheCurve() {
        assertThat(curve.at(14)).isEqualTo(36);
        assertThat(curve.flag(18, 36.515, 0.02, 0.05)).isEqualTo(QcFlag.GOOD);
        assertThat(curve.flag(18, 36.475, 0.02, 0.05)).isEqualTo(QcFlag.SUSPECT);
        assertThat(curve.flag(18, 36.56, 0.02, 0.05)).isEqualTo(QcFlag.FAIL);
        assertThat(curve.flag(14, 36.25, 0.25, 0.5)).isEqualTo(QcFlag.SUSPECT);
        assertThat(curve.flag(14, 36.5, 0.25, 0.5)).isEqualTo(QcFlag.SUSPECT);
    }

    @Test
    void curveSaysNothingBeyondItsTable() {
        assertThat(curve.flag(20.1, 36.5, 0.02, 0.05)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(curve.flag(Double.NaN, 36.5, 0.02, 0.05)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(curve.flag(18, Double.NaN, 0.02, 0.05)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void refusesACurveThatTurnsBack() {
        assertThatThrownBy(() -> new TsCurve(new double[] {10, 10}, new double[] {35, 36}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot make a TS curve: found temperatures [10.0, 10.0]");
    }

    @Test
    void pairLiesWithinAConcavePolygon() {
        // a U whose notch lies between 34.5 and 35.5 above 10 degrees
        TsSpace space = new TsSpace(
                new double[] {34, 36, 36, 35.5, 35.5, 34.5, 34.5, 34}, new double[] {5, 5, 20, 20, 10, 10, 20, 20});
        assertThat(space.flag(15, 34.2, QcFlag.SUSPECT)).isEqualTo(QcFlag.GOOD);
        assertThat(space.flag(15, 35, QcFlag.SUSPECT)).isEqualTo(QcFlag.SUSPECT);
        assertThat(space.flag(10, 35, QcFlag.FAIL)).isEqualTo(QcFlag.GOOD);
        assertThat(space.flag(5, 34, QcFlag.FAIL)).isEqualTo(QcFlag.GOOD);
        assertThat(space.flag(4.9, 34, QcFlag.FAIL)).isEqualTo(QcFlag.FAIL);
        assertThat(space.flag(8, 33, QcFlag.FAIL)).isEqualTo(QcFlag.FAIL);
        assertThat(space.flag(8, 37, QcFlag.FAIL)).isEqualTo(QcFlag.FAIL);
        assertThat(space.flag(Double.NaN, 34, QcFlag.FAIL)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(space.flag(Double.NaN, Double.NaN, QcFlag.FAIL)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void profileBeforeIsInterpolatedToThePressure() {
        PreviousProfile before = new PreviousProfile(
                new double[] {30, 10, 20, 20, Double.NaN, 50}, new double[] {8, 12, 9, 11, 5, 4}, 15);
        assertThat(before.at(20)).isEqualTo(10);
        assertThat(before.at(15)).isEqualTo(11);
        assertThat(before.at(30)).isEqualTo(8);
        assertThat(before.at(40)).isNaN();
        assertThat(before.at(9.9)).isNaN();
        assertThat(before.flag(15, 11.5, 0.5, OFF)).isEqualTo(QcFlag.GOOD);
        assertThat(before.flag(15, 10.4, 0.5, OFF)).isEqualTo(QcFlag.SUSPECT);
        assertThat(before.flag(15, 20, 0.5, 5)).isEqualTo(QcFlag.FAIL);
        assertThat(before.flag(40, 20, 0.5, 5)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(before.flag(15, 11, Double.NaN, OFF)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(before.flag(15, Double.NaN, 0.5, OFF)).isEqualTo(QcFlag.MISSING);
        assertThat(new PreviousProfile(new double[0], new double[0], 1).at(3)).isNaN();
    }

    @Test
    void thresholdsDependOnPressure() {
        PreviousProfile.Layers layers =
                new PreviousProfile.Layers(new double[] {0, 15, 40, 200}, new double[] {0.5, 1, 0.1});
        assertThat(layers.at(0)).isEqualTo(0.5);
        assertThat(layers.at(15)).isEqualTo(1);
        assertThat(layers.at(39.9)).isEqualTo(1);
        assertThat(layers.at(200)).isEqualTo(0.1);
        assertThat(layers.at(200.1)).isNaN();
        assertThat(layers.at(-1)).isNaN();
        assertThatThrownBy(() -> new PreviousProfile.Layers(new double[] {0, 15}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot make layers: found borders [0.0, 15.0] and thresholds [1.0, 2.0]");
    }
}
