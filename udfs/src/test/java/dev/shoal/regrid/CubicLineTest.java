package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CubicLineTest {
    private static final double NONE = Double.NaN;
    private static final Offset<Double> EXACT = Offset.offset(1e-15);

    @Test
    void halfWayOnEvenStepsTheWeightsAreSixteenths() {
        assertThat(weights(0.5, 1, 1, 1))
                .containsExactly(new double[] {-1 / 16.0, 9 / 16.0, 9 / 16.0, -1 / 16.0}, EXACT);
        assertThat(weights(0.25, 2, 2, 2))
                .containsExactly(new double[] {-9 / 128.0, 111 / 128.0, 29 / 128.0, -3 / 128.0}, EXACT);
    }

    @Test
    void withoutAnOuterPointTheLineIsTheParabolaOfThree() {
        assertThat(weights(0.5, NONE, 1, 1)).containsExactly(new double[] {0, 3 / 8.0, 6 / 8.0, -1 / 8.0}, EXACT);
        assertThat(weights(0.5, 1, 1, NONE)).containsExactly(new double[] {-1 / 8.0, 6 / 8.0, 3 / 8.0, 0}, EXACT);
        assertThat(weights(0.25, NONE, 3, NONE)).containsExactly(new double[] {0, 0.75, 0.25, 0}, EXACT);
    }

    @Test
    void atAPointOnlyThatPointCounts() {
        assertThat(weights(0, 1, 2, 3)).containsExactly(0, 1, 0, 0);
        assertThat(weights(1, 1, 2, 3)).containsExactly(0, 0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void parabolasAreMetExactlyOnAnySteps(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            double[] steps = random.doubles(3, 0.1, 1).toArray();
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double s = random.nextDouble();
            double[] place = {-steps[0], 0, steps[1], steps[1] + steps[2]};
            double x = s * steps[1];
            double first = random.nextInt(3) == 0 ? NONE : steps[0];
            double last = Double.isNaN(first) || random.nextInt(3) > 0 ? steps[2] : NONE;
            double[] weight = weights(s, first, steps[1], last);
            double sum = 0;
            double total = 0;
            for (int k = 0; k < 4; k++) {
                sum += weight[k] * (a * place[k] + b * place[k] * place[k]);
                total += weight[k];
            }
            assertThat(sum).isCloseTo(a * x + b * x * x, Offset.offset(1e-13));
            assertThat(total).isCloseTo(1, Offset.offset(1e-14));
        }
    }

    private static double[] weights(double s, double before, double step, double after) {
        double[] weight = new double[4];
        CubicLine.weigh(s, before, step, after, weight);
        return weight;
    }
}
