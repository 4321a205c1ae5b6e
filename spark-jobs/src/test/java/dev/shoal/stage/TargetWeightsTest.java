package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.regrid.AxisSteps;
import dev.shoal.regrid.Extrapolation;
import dev.shoal.regrid.Grid;
import dev.shoal.regrid.GridWindow;
import dev.shoal.regrid.Method;
import dev.shoal.regrid.MissingRule;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.regrid.Scheme;
import dev.shoal.regrid.TargetGrids;
import dev.shoal.regrid.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TargetWeightsTest {

    private static final Configuration CONF = new Configuration();
    private static final Grid SOURCE = TargetGrids.named("r40x20");
    private static final RectilinearGrid TARGET = TargetGrids.of(new AxisSteps(-75, 75, 7.5), new AxisSteps(0, 351, 9));

    @TempDir
    Path folder;

    private static TargetWeights weights(Method method, WeightStore store) {
        return TargetWeights.of(SOURCE, TARGET, Scheme.of(method), store);
    }

    private static double[] values(BoundWeights bound, double[] field) {
        GridWindow window = bound.source();
        double[] part = new double[window.size()];
        for (int row = 0; row < window.rows(); row++) {
            System.arraycopy(
                    field,
                    (window.y0() + row) * SOURCE.nx() + window.x0(),
                    part,
                    row * window.columns(),
                    window.columns());
        }
        double[] made = new double[bound.stencil().targetCells()];
        bound.stencil().apply(part, MissingRule.STANDARD, made);
        return made;
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"NEAREST", "BILINEAR", "INVERSE_DISTANCE", "CONSERVATIVE"})
    void areTheSameMadeBeforeTheTasksAndByThem(Method method) throws IOException {
        double[] field = new Random(7).doubles(SOURCE.size()).toArray();
        TargetWeights byBlock = weights(method, WeightStore.NONE);
        TargetWeights whole = byBlock.prepared(Long.MAX_VALUE, 3, CONF);
        assertThat(whole.whole()).isPresent();
        assertThat(byBlock.prepared(10, 3, CONF).whole()).isEmpty();
        for (GridWindow window : new GridWindow[] {GridWindow.of(TARGET), new GridWindow(3, 9, 5, 30)}) {
            double[] one = values(whole.over(window, Extrapolation.NONE, CONF), field);
            assertThat(one)
                    .containsExactly(values(byBlock.over(window, Extrapolation.NONE, CONF), field))
                    .hasSize(window.size());
        }
    }

    @Test
    void areMadeOnceAndForgottenWhereTheyTakeTooMuch() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Weights one = Weights.of(SOURCE, TARGET, Scheme.of(Method.NEAREST));
        BoundWeights bound = BoundWeights.of(one, one.sourceWindow());
        WeightBlocks blocks = new WeightBlocks(() -> (target, window) -> one, 2 * bound.bytes());
        for (int round = 0; round < 3; round++) {
            for (int row = 0; row < 2; row++) {
                blocks.get(key(row), () -> counted(made, bound));
            }
        }
        assertThat(made).hasValue(2);
        blocks.get(key(2), () -> counted(made, bound));
        assertThat(blocks.bytes()).isLessThanOrEqualTo(2 * bound.bytes());
        blocks.get(key(0), () -> counted(made, bound));
        assertThat(made).hasValue(4);
    }

    private static WeightBlocks.Key key(int row) {
        return new WeightBlocks.Key(new GridWindow(row, row + 1, 0, 1), false);
    }

    private static BoundWeights counted(AtomicInteger made, BoundWeights bound) {
        made.incrementAndGet();
        return bound;
    }

    @Test
    void areKeptByTheContentOfBothGrids() throws IOException {
        WeightStore store = new WeightFolder(folder.toString());
        Weights made = weights(Method.BILINEAR, store)
                .prepared(Long.MAX_VALUE, 1, CONF)
                .whole()
                .orElseThrow();
        WeightKey key = WeightKey.of(SOURCE, TARGET, Scheme.of(Method.BILINEAR));
        assertThat(store.load(key, GridWindow.of(TARGET), CONF)).contains(made);
        Grid other = TargetGrids.named("r40x10");
        Scheme scheme = Scheme.of(Method.BILINEAR);
        assertThat(store.load(WeightKey.of(other, TARGET, scheme), GridWindow.of(TARGET), CONF))
                .isEmpty();
        assertThat(store.load(key, new GridWindow(0, 1, 0, 1), CONF)).isEmpty();
    }

    @Test
    void areMadeAnewWhereTheyAreDamaged() throws IOException {
        WeightStore store = new WeightFolder(folder.toString());
        WeightKey key = WeightKey.of(SOURCE, TARGET, Scheme.of(Method.NEAREST));
        TargetWeights asked = weights(Method.NEAREST, store);
        Weights made = asked.prepared(Long.MAX_VALUE, 1, CONF).whole().orElseThrow();
        Path file;
        try (Stream<Path> files = Files.walk(folder)) {
            file = files.filter(path -> path.toString().endsWith(".weights"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        assertThat(store.load(key, GridWindow.of(TARGET), CONF)).isEqualTo(Optional.empty());
        asked.prepared(Long.MAX_VALUE, 1, CONF);
        assertThat(store.load(key, GridWindow.of(TARGET), CONF)).contains(made);
    }
}
