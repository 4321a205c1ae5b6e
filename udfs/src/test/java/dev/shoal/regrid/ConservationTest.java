package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConservationTest {
    private static final RectilinearGrid SOURCE = SampleGrids.regular(60, 90, 0);
    private static final RectilinearGrid TARGET = SampleGrids.regular(37, 53, 11);
    private static final int FIELDS = 3;

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void noiseWithHolesIsKept(Normalisation normalisation) {
        double[] source = noise(new Random(7), 4);
        MissingRule rule = MissingRule.STANDARD.normalised(normalisation).wanting(0);
        Conservation report = new Conservation();
        Stencil stencil =
                Weights.of(SOURCE, TARGET, Scheme.of(Method.CONSERVATIVE)).over(GridWindow.of(SOURCE));
        double[] target = new double[FIELDS * stencil.targetCells()];
        stencil.apply(FIELDS, source, rule, target);
        stencil.integrate(FIELDS, source, rule, target, report);
        assertThat(report.relativeDifference()).isLessThan(1e-12);
        Conservation independent = new Conservation();
        independent.addSource(FIELDS, source, CellAreas.of(SOURCE, CellEdges.LATITUDE_CIRCLE));
        stencil.integrateTarget(FIELDS, source, rule, target, independent);
        assertThat(independent.relativeDifference()).isLessThan(1e-12);
        assertThat(independent.sourceIntegral() / report.sourceIntegral()).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void whatTheRuleDropsIsLost() {
        double[] source = noise(new Random(7), 2);
        Conservation report = report(source, MissingRule.STANDARD.wanting(0.9), GridWindow.of(TARGET));
        assertThat(report.relativeDifference()).isGreaterThan(1e-3);
    }

    @Test
    void blocksInAnyOrderGiveTheSameBits() {
        double[] source = noise(new Random(3), 5);
        Conservation whole = report(source, MissingRule.STANDARD, GridWindow.of(TARGET));
        Conservation merged = new Conservation();
        for (int y = 36; y >= 0; y -= 4) {
            for (int x = 0; x < 53; x += 7) {
                GridWindow part = new GridWindow(Math.max(0, y - 3), y + 1, x, Math.min(53, x + 7));
                merged.merge(report(source, MissingRule.STANDARD, part));
            }
        }
        assertThat(merged.sourceIntegral()).isEqualTo(whole.sourceIntegral());
        assertThat(merged.targetIntegral()).isEqualTo(whole.targetIntegral());
        assertThat(merged).hasToString(whole.toString());
    }

    @Test
    void integratesByHand() {
        RectilinearGrid north = new RectilinearGrid(new double[] {-45, 45}, new double[] {0, 120, 240});
        Weights weights = Weights.of(north, north, Scheme.of(Method.CONSERVATIVE));
        double[] values = {1, Double.NaN, 1, 1, 1, 1};
        double[] target = new double[6];
        Conservation report = new Conservation();
        Stencil stencil = weights.over(GridWindow.of(north));
        stencil.apply(values, MissingRule.STANDARD, target);
        stencil.integrate(1, values, MissingRule.STANDARD, target, report);
        assertThat(report.targetIntegral()).isCloseTo(5 * 4 * Math.PI / 6, Offset.offset(1e-14));
    }

    @Test
    void refusesWeightsThatAreNoAreas() {
        Stencil stencil = Weights.of(SOURCE, TARGET, Scheme.of(Method.BILINEAR)).over(GridWindow.of(SOURCE));
        double[] source = new double[SOURCE.size()];
        double[] target = new double[TARGET.size()];
        assertThatThrownBy(() -> stencil.integrate(1, source, MissingRule.STANDARD, target, new Conservation()))
                .hasMessage(
                        "Cannot integrate what is regridded by bilinear: its weights are no areas, expected a method "
                                + "by area such as conservative.");
    }

    private static Conservation report(double[] source, MissingRule rule, GridWindow part) {
        Weights weights = Weights.of(SOURCE, TARGET, part, Scheme.of(Method.CONSERVATIVE));
        Stencil stencil = weights.over(GridWindow.of(SOURCE));
        double[] target = new double[FIELDS * part.size()];
        Conservation report = new Conservation();
        stencil.apply(FIELDS, source, rule, target);
        stencil.integrate(FIELDS, source, rule, target, report);
        return report;
    }

    private static double[] noise(Random random, int every) {
        double[] values = new double[FIELDS * SOURCE.size()];
        Arrays.setAll(values, k -> random.nextInt(every) == 0 ? Double.NaN : random.nextGaussian());
        return values;
    }
}
