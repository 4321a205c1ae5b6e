package dev.shoal.qc.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.qc.flag.QcFlag;
import org.junit.jupiter.api.Test;

class CurrentVelocityTest {

    private static final double OFF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    @Test
    void speedIsSuspectAboveItsThresholdAndNeverNegative() {
        assertThat(CurrentVelocity.speed(250, 250, OFF)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.speed(250.1, 250, OFF)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.speed(400.1, 250, 400)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.speed(-1, 250, OFF)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.speed(Double.NEGATIVE_INFINITY, 250, OFF)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void directionLiesOnTheCircle() {
        assertThat(CurrentVelocity.direction(0, 0, 360)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.direction(360, 0, 360)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.direction(-0.1, 0, 360)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.direction(360.1, 0, 360)).isEqualTo(QcFlag.FAIL);
    }

    @Test
    void eitherComponentCanFail() {
        assertThat(CurrentVelocity.horizontal(-100, 50, 100, 50)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.horizontal(-101, 50, 100, 50)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.horizontal(NAN, 51, 100, 50)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.horizontal(NAN, 50, 100, 50)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(CurrentVelocity.horizontal(NAN, NAN, 100, 50)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void verticalVelocityIsASmallShareOfTheSpeed() {
        assertThat(CurrentVelocity.vertical(1, 100, 0.01, 0, OFF)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.vertical(-1.01, 100, 0.01, 0, OFF)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.vertical(-1.01, NAN, 0.01, 0, OFF)).isEqualTo(QcFlag.UNKNOWN);
    }

    @Test
    void verticalVelocityOrHasAFixedLimit() {
        assertThat(CurrentVelocity.vertical(15, NAN, 0, 15, OFF)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.vertical(15.1, NAN, 0, 15, OFF)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.vertical(-31, NAN, 0, 15, 30)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.vertical(NAN, 3, 0, 15, 30)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void errorVelocityCountsInBothDirections() {
        assertThat(CurrentVelocity.error(-14.9, 15, 20)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.error(-15, 15, 20)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.error(20, 15, 20)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.error(-20.1, 15, 20)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.error(NAN, 15, 20)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void changeOfEitherComponentReachesAThreshold() {
        assertThat(CurrentVelocity.change(49, 0, 0, 0, 50, 100)).isEqualTo(QcFlag.GOOD);
        assertThat(CurrentVelocity.change(0, -50, 0, 0, 50, 100)).isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.change(0, 50, 0, -50, 50, 100)).isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.change(0, 50, NAN, 50, 50, 100)).isEqualTo(QcFlag.UNKNOWN);
        assertThat(CurrentVelocity.change(NAN, NAN, 0, 0, 50, 100)).isEqualTo(QcFlag.MISSING);
    }

    @Test
    void spikeStandsOutFromTheMeanOfItsNeighbours() {
        double[] calm = {10, 10, 10};
        assertThat(CurrentVelocity.spike(new double[] {0, 60, 20}, calm, 50, 100))
                .isEqualTo(QcFlag.SUSPECT);
        assertThat(CurrentVelocity.spike(calm, new double[] {0, -90, 20}, 50, 100))
                .isEqualTo(QcFlag.FAIL);
        assertThat(CurrentVelocity.spike(calm, new double[] {NAN, 10, 20}, 50, 100))
                .isEqualTo(QcFlag.UNKNOWN);
        assertThat(CurrentVelocity.spike(calm, calm, 50, 100)).isEqualTo(QcFlag.GOOD);
    }
}
