package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightLinksTest {

    private static final Grid SOURCE = TargetGrids.named("r12x6");
    private static final Grid TARGET = TargetGrids.named("r20x10");

    /** One link, as a file of weights has it. */
    private record Link(int target, int source, double share) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void makesTheSameWeightsInWhateverOrderTargetCellsCome(long seed) {
        Random random = new Random(seed);
        Weights whole = Weights.of(SOURCE, TARGET, Scheme.of(Method.BILINEAR));
        List<List<Link>> byCell = new ArrayList<>();
        for (int cell = 0; cell < TARGET.size(); cell++) {
            List<Link> links = new ArrayList<>();
            int[] sources = whole.sourcesOf(cell / 20, cell % 20);
            double[] shares = whole.weightsOf(cell / 20, cell % 20);
            for (int k = 0; k < sources.length; k++) {
                links.add(new Link(cell, sources[k], shares[k]));
            }
            byCell.add(links);
        }
        Collections.shuffle(byCell, random);
        WeightLinks links = new WeightLinks(SOURCE, TARGET, GridWindow.of(TARGET), Method.BILINEAR);
        byCell.forEach(cell -> cell.forEach(link -> links.add(link.target(), link.source(), link.share())));
        assertThat(links.toWeights(new double[0])).isEqualTo(whole);
    }

    @Test
    void refusesLinksOfNoCellAndOfNoNumber() {
        WeightLinks links = new WeightLinks(SOURCE, TARGET, new GridWindow(0, 1, 0, 20), Method.BILINEAR);
        assertThatThrownBy(() -> links.add(20, 0, 1))
                .hasMessageContaining("Cannot link target cell 20 to source cell 0: there are 20 target cells and 72");
        assertThatThrownBy(() -> links.add(0, -1, 1)).hasMessageContaining("source cell -1");
        assertThatThrownBy(() -> links.add(0, 72, 1)).hasMessageContaining("source cell 72");
        assertThatThrownBy(() -> links.add(0, 0, Double.NaN)).hasMessageContaining("the weight is NaN");
    }

    @Test
    void wantsAreasForMethodsByAreaAlone() {
        GridWindow window = new GridWindow(0, 1, 0, 20);
        assertThatThrownBy(() -> new WeightLinks(SOURCE, TARGET, window, Method.CONSERVATIVE).toWeights(new double[0]))
                .hasMessageContaining("of 20 target cells with 0 areas");
        assertThatThrownBy(() -> new WeightLinks(SOURCE, TARGET, window, Method.NEAREST).toWeights(new double[20]))
                .hasMessageContaining("with 20 areas, expected one for each where the method is by area, else none");
        assertThatThrownBy(() -> new WeightLinks(SOURCE, TARGET, new GridWindow(0, 11, 0, 20), Method.NEAREST))
                .hasMessageContaining("the target grid has 10 rows");
    }
}
