package dev.shoal.regrid.vertical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayerColumnsTest {
    private static final double NONE = Double.NaN;
    private static final VerticalScheme ANY =
            VerticalScheme.of(VerticalMethod.CONSERVATIVE).wanting(0);

    private static double[] of(double... numbers) {
        return numbers;
    }

    private static double[] one(
            VerticalScheme scheme, LayerQuantity quantity, double[] edges, double[] sourceEdges, double[] values) {
        double[] result = new double[edges.length - 1];
        new LayerColumns(scheme, quantity, edges).apply(1, sourceEdges, values, result, new double[result.length]);
        return result;
    }

    @Test
    void meansAreWeightedByThickness() {
        assertThat(one(ANY, LayerQuantity.MEAN, of(0, 15, 30), of(0, 10, 20, 30), of(1, 4, 7)))
                .containsExactly(2, 6);
        assertThat(one(ANY, LayerQuantity.INTEGRAL, of(0, 15, 30), of(0, 10, 20, 30), of(1, 4, 7)))
                .containsExactly(30, 90);
    }

    @Test
    void edgesMayFallOnEitherSide() {
        assertThat(one(ANY, LayerQuantity.MEAN, of(30, 15, 0), of(0, 10, 20, 30), of(1, 4, 7)))
                .containsExactly(6, 2);
        assertThat(one(ANY, LayerQuantity.MEAN, of(0, 15, 30), of(30, 20, 10, 0), of(7, 4, 1)))
                .containsExactly(2, 6);
    }

    @Test
    void aBottomCellCutShortCountsAsMuchAsThereIsOfIt() {
        double[] edges = {0, 10, 14, NONE};
        double[] share = new double[3];
        double[] result = new double[3];
        LayerColumns layers = new LayerColumns(ANY, LayerQuantity.MEAN, of(0, 12, 20, 30));
        layers.apply(1, edges, of(1, 4, 99), result, share);
        assertThat(result[0]).isCloseTo(1.5, within(1e-15));
        assertThat(result[1]).isEqualTo(4);
        assertThat(result[2]).isNaN();
        assertThat(share).containsExactly(1, 0.25, 0);
    }

    @Test
    void wantsTheLeastValidShareOfTheTargetLayer() {
        VerticalScheme half = VerticalScheme.of(VerticalMethod.CONSERVATIVE);
        assertThat(one(half, LayerQuantity.MEAN, of(0, 20, 50), of(0, 10, 20, 30), of(1, NONE, 7)))
                .containsExactly(1, NONE);
    }

    /** A density column that turns back: 6 m between 24.0 and 24.4, 4 m between 24.4 and 24.2, 5 m of 24.2. */
    @Test
    void layersOfDensityThatTurnBackAreSpreadOverTheirOwnStretch() {
        double[] result = new double[2];
        double[] share = new double[2];
        new LayerColumns(ANY, LayerQuantity.INTEGRAL, of(24.0, 24.25, 24.5))
                .apply(1, of(24.0, 24.4, 24.2, 24.2), of(6, 4, 5), of(1, 1, 1), result, share);
        assertThat(result[0]).isCloseTo(6 * 0.25 / 0.4 + 4 * 0.05 / 0.2 + 5, within(1e-9));
        assertThat(result[0] + result[1]).isCloseTo(15, within(1e-12));
        assertThat(share).containsExactly(1, 1);
    }

    @Test
    void refusesWhatMakesNoLayers() {
        assertThatThrownBy(() -> new LayerColumns(ANY, LayerQuantity.MEAN, of(1)))
                .hasMessageContaining("to edges [1.0], expected two numbers or more");
        assertThatThrownBy(() -> new LayerColumns(ANY, LayerQuantity.MEAN, of(1, 3, 2)))
                .hasMessageContaining("that keep rising or keep falling");
        assertThatThrownBy(
                        () -> new LayerColumns(VerticalScheme.of(VerticalMethod.LINEAR), LayerQuantity.MEAN, of(1, 2)))
                .hasMessageContaining("expected conservative. Give levels instead.");
        assertThatThrownBy(() -> one(ANY, LayerQuantity.MEAN, of(0, 1), of(0, 1), of(1, 2)))
                .hasMessageContaining("the coordinate has 2 numbers, expected 3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void theIntegralOfNoiseIsKept(long seed) {
        Random random = new Random(seed);
        int levels = 60;
        double[] edges = random.doubles(levels + 1, 0, 4000).sorted().toArray();
        double[] targets = random.doubles(40, 0, 4000).sorted().toArray();
        targets[0] = -1;
        targets[39] = 4001;
        double[] noise = random.doubles(levels, -1, 1).toArray();
        double[] falling = new double[levels + 1];
        for (int i = 0; i <= levels; i++) {
            falling[i] = edges[levels - i];
        }
        double sum = 0;
        double size = 0;
        for (int i = 0; i < levels; i++) {
            sum += noise[levels - 1 - i] * (edges[i + 1] - edges[i]);
            size += Math.abs(noise[levels - 1 - i] * (edges[i + 1] - edges[i]));
        }
        double[] made = one(ANY, LayerQuantity.INTEGRAL, targets, falling, noise);
        assertThat(Arrays.stream(made).filter(value -> !Double.isNaN(value)).sum())
                .isCloseTo(sum, within(1e-12 * size));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void constantsAndTheColumnsOwnLayersComeBackToTheLastBit(long seed) {
        Random random = new Random(seed);
        double[] edges = random.doubles(31, 0, 4000).sorted().toArray();
        double[] noise = random.doubles(30, -1, 1).toArray();
        assertThat(one(ANY, LayerQuantity.MEAN, edges, edges, noise)).isEqualTo(noise);
        double[] constant = new double[30];
        Arrays.fill(constant, 287.15);
        double[] targets = random.doubles(12, edges[0], edges[30]).sorted().toArray();
        assertThat(one(ANY, LayerQuantity.MEAN, targets, edges, constant)).containsOnly(287.15);
    }
}
