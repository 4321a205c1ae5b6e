package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Storage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellBlocksTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everySelectedCellIsInOneBlockAndEveryChunkToo(long seed) {
        Random random = new Random(seed);
        long[] shape = {1 + random.nextInt(9), 1 + random.nextInt(13), 1 + random.nextInt(17)};
        Storage first = chunks(random);
        Storage second = random.nextBoolean() ? chunks(random) : new Storage(false, shape, List.of());
        int[][] selected = Arrays.stream(shape)
                .mapToObj(length -> drawn(random, (int) length))
                .toArray(int[][]::new);
        CellSelection selection = new CellSelection(selected);
        CellBlocks blocks = CellBlocks.of(shape, List.of(first, second), selection, CellBlocks.MOST_CELLS);
        Set<List<Integer>> cells = new HashSet<>();
        Map<List<Long>, Long> chunks = new HashMap<>();
        for (long block = 0; block < blocks.count(); block++) {
            int[][] axes = blocks.block(block);
            for (int i : axes[0]) {
                for (int j : axes[1]) {
                    for (int k : axes[2]) {
                        assertThat(cells.add(List.of(i, j, k))).isTrue();
                        List<Long> chunk = List.of(i / first.chunk()[0], j / first.chunk()[1], k / first.chunk()[2]);
                        assertThat(chunks.merge(chunk, block, (a, b) -> a)).isEqualTo(block);
                    }
                }
            }
        }
        assertThat(cells).hasSize((int) selection.cells());
    }

    private static Storage chunks(Random random) {
        long[] chunk = {1 + random.nextInt(4), 1 + random.nextInt(6), 1 + random.nextInt(6)};
        return new Storage(true, chunk, List.of());
    }

    private static int[] drawn(Random random, int length) {
        int dense = 1 + random.nextInt(4);
        return IntStream.range(0, length).filter(i -> random.nextInt(4) < dense).toArray();
    }

    @Test
    void leavesOutChunksBetweenSelectedOnes() {
        CellSelection selection = new CellSelection(new int[][] {{3, 4, 90}, all(50)});
        CellBlocks blocks = CellBlocks.of(
                new long[] {100, 50},
                List.of(new Storage(true, new long[] {10, 50}, List.of())),
                selection,
                CellBlocks.MOST_CELLS);
        assertThat(blocks.count()).isEqualTo(2);
        assertThat(blocks.block(0)[0]).containsExactly(3, 4);
        assertThat(blocks.block(1)[0]).containsExactly(90);
    }

    @Test
    void widensSmallChunksAndBoundsLargeOnes() {
        CellBlocks small = CellBlocks.of(
                new long[] {4000, 1000},
                List.of(new Storage(true, new long[] {1, 100}, List.of())),
                new CellSelection(new int[][] {all(4000), all(1000)}),
                CellBlocks.MOST_CELLS);
        assertThat(small.count()).isEqualTo(4);
        CellBlocks large = CellBlocks.of(
                new long[] {20_000, 20_000},
                List.of(new Storage(true, new long[] {20_000, 20_000}, List.of())),
                new CellSelection(new int[][] {all(20_000), all(20_000)}),
                CellBlocks.MOST_CELLS);
        assertThat((long) large.block(0)[0].length * large.block(0)[1].length)
                .isBetween(CellBlocks.WANTED_CELLS, CellBlocks.MOST_CELLS);
    }

    @Test
    void cutsTheCommonBoxOfChunksAlongTheOutermostAxisWhereItIsTooLarge() {
        long[] slices = {1, 1000, 1000};
        long[] columns = {365, 100, 100};
        CellBlocks blocks = CellBlocks.of(
                new long[] {730, 1000, 1000},
                List.of(new Storage(true, slices, List.of()), new Storage(true, columns, List.of())),
                new CellSelection(new int[][] {all(730), all(1000), all(1000)}),
                CellBlocks.MOST_CELLS);
        assertThat(blocks.count()).as("as few as fit").isEqualTo(11);
        assertThat(blocks.cells()).isEqualTo(730_000_000);
        for (long block = 0; block < blocks.count(); block++) {
            int[][] cells = blocks.block(block);
            assertThat(cells[1]).hasSize(1000);
            assertThat(cells[2]).hasSize(1000);
            assertThat((long) cells[0].length * 1_000_000).isLessThanOrEqualTo(CellBlocks.MOST_CELLS);
        }
    }

    private static int[] all(int length) {
        return IntStream.range(0, length).toArray();
    }
}
