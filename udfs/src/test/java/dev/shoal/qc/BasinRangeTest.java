package dev.shoal.qc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasinRangeTest {

    @Test
    void judgesEverySampleWhereItWasTaken() {
        Series series = SomeSeries.minutely(35, 35.1, 30, 30, 9, -2.5, Double.NaN, Double.POSITIVE_INFINITY)
                .with(Companions.NONE
                        .with(Role.LAT, new double[] {30.5, 30.5, 30.5, 30.5, -70.5, -90, 30.5, 90})
                        .with(Role.LON, new double[] {-40.5, 319.5, -40.5, -40.5, 0, 0, -40.5, 0})
                        .with(Role.DEPTH, new double[] {15, 15, 100, 100.1, 10, 0, 0, 10}));
        assertThat(flags(series)).containsExactly(1, 4, 1, 4, 1, 4, 9, 4);
    }

    @Test
    void judgesNothingWithoutAPlaceOrBelowTheTable() {
        Series series = SomeSeries.minutely(50, 50, 50, 50, 50)
                .with(Companions.NONE
                        .with(Role.LAT, new double[] {Double.NaN, 90.1, 30.5, 30.5, 30.5})
                        .with(Role.LON, new double[] {0, 0, Double.NaN, -40.5, -40.5})
                        .with(Role.DEPTH, new double[] {0, 0, 0, Double.NaN, 9000.1}));
        assertThat(flags(series)).containsOnly(2);
    }

    private static byte[] flags(Series series) {
        byte[] flags = new byte[series.size()];
        new BasinRange().flag(series, flags);
        return flags;
    }
}
