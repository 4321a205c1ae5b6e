package dev.shoal.qc.argo;

import static dev.shoal.qc.argo.Floats.same;
import static dev.shoal.qc.argo.Floats.steps;
import static dev.shoal.qc.argo.Floats.values;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Test 62. */
class BbpCheckTest {

    private static final BbpCheck CHECK = BbpCheck.PUBLISHED;

    @Test
    void aCleanProfileKeepsItsFlags() {
        assertThat(judge(steps(5, 10, 120), same(0.0003, 120)).flagsOf("BBP700"))
                .containsOnly(0);
        assertThat(judge(steps(5, 10, 120), same(0.0003, 120)).performed()).containsExactly(ArgoTest.BBP);
    }

    @Test
    void emptyBinsMakeAProfileProbablyBadAndOneFullBinBad() {
        assertThat(CHECK.gaps(steps(5, 10, 120))).isEqualTo(ArgoFlag.NO_QC);
        assertThat(CHECK.gaps(steps(5, 10, 50))).isEqualTo(ArgoFlag.CORRECTABLE);
        assertThat(CHECK.gaps(values(5, 10, 15))).isEqualTo(ArgoFlag.BAD);
        assertThat(CHECK.gaps(values(5, 100, 300))).isEqualTo(ArgoFlag.NO_QC);
        assertThat(CHECK.gaps(values(1200, 1300))).isEqualTo(ArgoFlag.NO_QC);
    }

    @Test
    void highValuesBelowSevenHundredDecibarsAreProbablyBad() {
        assertThat(CHECK.highDeep(steps(700, 10, 6), same(0.00051, 6))).isEqualTo(ArgoFlag.CORRECTABLE);
        assertThat(CHECK.highDeep(steps(700, 10, 6), same(0.0005, 6))).isEqualTo(ArgoFlag.NO_QC);
        assertThat(CHECK.highDeep(steps(700, 10, 5), same(0.00051, 5))).isEqualTo(ArgoFlag.NO_QC);
    }

    @Test
    void negativeValuesAreBadAtTheSurfaceAndSpoilTheProfileBelow() {
        double[] pressure = steps(1, 10, 120);
        double[] values = same(0.0003, 120);
        values[0] = -1e-5;
        assertThat(judge(pressure, values).flagsOf("BBP700")[0]).isEqualTo(ArgoFlag.BAD);
        assertThat(judge(pressure, values).flagsOf("BBP700")[1]).isEqualTo(ArgoFlag.NO_QC);
        values[50] = -1e-5;
        assertThat(judge(pressure, values).flagsOf("BBP700")[1]).isEqualTo(ArgoFlag.CORRECTABLE);
        assertThat(CHECK.negative(steps(10, 10, 10), values(-1, 1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .isEqualTo(ArgoFlag.CORRECTABLE);
        assertThat(CHECK.negative(steps(10, 10, 10), values(-1, -1, 1, 1, 1, 1, 1, 1, 1, 1)))
                .isEqualTo(ArgoFlag.BAD);
    }

    @Test
    void aTenthOfNoiseIsTooMuch() {
        double[] pressure = steps(101, 10, 20);
        double[] values = same(0.0003, 20);
        values[5] = 0.0009;
        assertThat(noisy(pressure, values)).isEqualTo(ArgoFlag.NO_QC);
        values[12] = 0.0009;
        assertThat(noisy(pressure, values)).isEqualTo(ArgoFlag.CORRECTABLE);
        assertThat(noisy(steps(1, 1, 20), values)).isEqualTo(ArgoFlag.NO_QC);
    }

    /** Baseline: the median of what lies 20 to 50 dbar above 1000 dbar, 0.0003, and 0.0002 on top. */
    @Test
    void particlesThatSettledOnTheParkedFloatAreBad() {
        double[] pressure = steps(905, 10, 10);
        pressure[9] = 1000;
        double[] values = same(0.0003, 10);
        values[9] = 0.0006;
        values[0] = 0.0006;
        assertThat(CHECK.hook(pressure, values, 1050).toString()).isEqualTo("{9}");
        assertThat(CHECK.hook(pressure, values, 1100).isEmpty()).isTrue();
        assertThat(CHECK.hook(pressure, values, Double.NaN).isEmpty()).isTrue();
        assertThat(CHECK.hook(values(900, 960, 1000), values(1, 1, 2), 1000).isEmpty())
                .isTrue();
    }

    private static byte noisy(double[] pressure, double[] values) {
        return CHECK.noisy(pressure, values, RunningMedian.filter(values, 11));
    }

    private static ArgoResult judge(double[] pressure, double[] values) {
        return Floats.run(CHECK, Floats.profile("PRES", pressure, "BBP700", values));
    }
}
