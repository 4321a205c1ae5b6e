package dev.shoal.zarr.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files put one behind the other: every chunk of the whole stays in one place of one file, or is copied. */
final class ArrayPlanTest {

    private static final TimeReading NO_TIMES = (units, calendar, numbers) -> Optional.empty();
    private static final VirtualCodec ZLIB = new VirtualCodec("zlib", Map.of("level", 4), true);

    /** Makes an array whose chunk {@code n} begins at byte {@code 1000 * n}. */
    private static VirtualArray array(long[] shape, long[] chunk, List<Number> fill, Attribute... attributes) {
        ChunkGrid grid = new ChunkGrid(shape, chunk);
        ChunkReferences.Builder references = ChunkReferences.builder((int) grid.count());
        for (int n = 0; n < grid.count(); n++) {
            references.add(n, 1000L * n, 10);
        }
        return new VirtualArray(
                "v",
                new VirtualType(ElementType.SHORT, false),
                grid,
                fill,
                List.of(ZLIB),
                List.of("a", "time", "b").subList(3 - shape.length, 3),
                new Attributes(List.of(attributes)),
                references.build(),
                "");
    }

    private static VirtualFile file(int number, VirtualArray array) {
        return new VirtualFile(
                new SourceFile("file:/f" + number, 1, 1, ""), Attributes.NONE, List.of(array), List.of(), List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyChunkStaysOnceOrIsCopied(int seed) throws Exception {
        Random random = new Random(seed);
        long usual = 1L + random.nextInt(3);
        List<VirtualFile> files = new ArrayList<>();
        for (int n = 0; n < 2 + random.nextInt(5); n++) {
            long[] shape = {3, 1L + random.nextInt(6), 5};
            long[] chunk = {2, random.nextInt(4) == 0 ? 1L + random.nextInt(3) : usual, 2};
            files.add(file(n, array(shape, chunk, List.of())));
        }
        ArrayPlan plan = Combination.plan(files, "time", NO_TIMES, Copying.CONFLICTS)
                .arrays()
                .get(0);

        Map<Long, String> found = new TreeMap<>();
        for (int n = 0; n < files.size(); n++) {
            plan.references(n, files.get(n).arrays().get(0)).each(new Collecting(found));
        }
        ChunkGrid grid = plan.array().grid();
        List<Long> copied = Arrays.stream(plan.copiedRows()).boxed().toList();
        for (long ordinal = 0; ordinal < grid.count(); ordinal++) {
            long[] index = grid.index(ordinal);
            Optional<String> place = copied.contains(index[1]) ? Optional.empty() : place(files, grid, index);
            assertThat(Optional.ofNullable(found.remove(ordinal))).isEqualTo(place);
        }
        assertThat(found).isEmpty();
    }

    /** Returns where a chunk of the whole lies: the file whose cells it holds, and its own place there. */
    private static Optional<String> place(List<VirtualFile> files, ChunkGrid grid, long... index) {
        long cell = index[1] * grid.chunk()[1];
        long start = 0;
        for (int n = 0; n < files.size(); n++) {
            ChunkGrid own = files.get(n).arrays().get(0).grid();
            if (cell < start + own.shape()[1]) {
                long[] there = {index[0], (cell - start) / own.chunk()[1], index[2]};
                assertThat((cell - start) % own.chunk()[1]).isZero();
                assertThat(own.chunk()).isEqualTo(grid.chunk());
                return Optional.of(n + " " + 1000 * own.ordinal(there));
            }
            start += own.shape()[1];
        }
        return Optional.empty();
    }

    private record Collecting(Map<Long, String> found) implements ChunkVisitor {

        @Override
        public void part(long ordinal, int source, long offset, int length) {
            assertThat(found.put(ordinal, source + " " + offset)).isNull();
        }

        @Override
        public void inline(long ordinal, byte[] bytes) throws IOException {
            throw new IOException("held");
        }

        @Override
        public void object(long ordinal, String object, int length) throws IOException {
            throw new IOException("copied");
        }
    }

    @Test
    void valuesAreDecodedWhereTheirPackingDiffers() throws Exception {
        VirtualArray one = array(new long[] {1, 4}, new long[] {1, 4}, List.of(-9L), Attribute.of("scale_factor", 0.1));
        VirtualArray other = array(new long[] {1, 4}, new long[] {1, 4}, List.of(-9L), Attribute.of("scale_factor", 1));

        VirtualPlan plan = Combination.plan(List.of(file(0, one), file(1, other)), "time", NO_TIMES, Copying.CONFLICTS);

        ArrayPlan array = plan.arrays().get(0);
        assertThat(array.copied()).isEqualTo(ArrayPlan.Copied.DECODED);
        assertThat(array.copiedRows()).containsExactly(0, 1);
        assertThat(array.array().type().dtype()).isEqualTo("<f8");
        assertThat(array.array().attributes().list()).isEmpty();
        assertThat(plan.notes().get(0))
                .startsWith(
                        "Variable v: 2 of 2 rows of chunks are copied, decoded, as files differ (file:/f1, variable v:"
                                + " found attribute scale_factor [1.0], expected [0.1] as in file:/f0.)");
    }

    @Test
    void aFileThatSaysNoFillValueHasNoValuesThatAreMissing() {
        VirtualArray said = array(new long[] {1, 4}, new long[] {1, 4}, List.of(-9L));
        VirtualArray silent = array(new long[] {1, 4}, new long[] {1, 4}, List.of());
        List<VirtualFile> files = List.of(file(0, said), file(1, silent));

        assertThatThrownBy(() -> Combination.plan(files, "time", NO_TIMES, Copying.REFUSE))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("file:/f1, variable v: found the fill value [], expected [-9]")
                .hasMessageContaining("Copy just those with --copy-conflicts");
    }

    @Test
    void noCopyMendsOtherUnits() {
        VirtualArray one = array(new long[] {1, 4}, new long[] {1, 4}, List.of(), Attribute.of("units", "K"));
        VirtualArray other = array(new long[] {1, 4}, new long[] {1, 4}, List.of(), Attribute.of("units", "degC"));
        List<VirtualFile> files = List.of(file(0, one), file(1, other));

        assertThatThrownBy(() -> Combination.plan(files, "time", NO_TIMES, Copying.CONFLICTS))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("file:/f1, variable v: found attribute units [degC], expected [K]")
                .hasMessageContaining("Copying does not mend these.");
    }
}
