package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingPolicy;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.Stencil;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntegralSumsTest {

    @ParameterizedTest
    @EnumSource(Normalisation.class)
    void whiteNoiseWithHolesKeepsItsIntegral(Normalisation normalisation) {
        Weights weights =
                Weights.of(TargetGrids.named("r72x36"), TargetGrids.named("r50x26"), Scheme.of(Method.CONSERVATIVE));
        BoundWeights bound = BoundWeights.of(weights, weights.sourceWindow());
        Stencil stencil = bound.stencil();
        MissingRule rule = new MissingRule(MissingPolicy.SHOAL, normalisation, 0);
        Random random = new Random(3);
        double[] values = new double[2 * stencil.sourceCells()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(5) == 0 ? Double.NaN : random.nextGaussian();
        }
        double[] made = new double[2 * stencil.targetCells()];
        double[] shares = new double[made.length];
        stencil.apply(2, values, rule, made, shares);
        IntegralSums sums = new IntegralSums(bound.sourceAreas(), stencil.targetAreas(), normalisation);
        sums.add(2, values, made, shares);
        assertThat(sums.integral().difference()).isLessThan(1e-12);
        made[7] += 1;
        IntegralSums changed = new IntegralSums(bound.sourceAreas(), stencil.targetAreas(), normalisation);
        changed.add(2, values, made, shares);
        assertThat(changed.integral().difference()).isGreaterThan(1e-6);
    }
}
