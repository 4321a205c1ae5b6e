package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.cf.Packing;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A cell of level k is the mean of the values that count below it, whatever is missing, flagged, or made in two passes.
 */
class PyramidPassTest {

    private static final Configuration CONF = new Configuration();
    private static final short FILL = -999;

    @TempDir
    Path folder;

    private static LongStream seeds() {
        return LongStream.range(0, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLevelIsTheMeanOfTheBaseCellsThatCount(long seed) throws IOException {
        Random random = new Random(seed);
        long[] shape = {1 + random.nextInt(3), 1 + random.nextInt(40), 1 + random.nextInt(40)};
        long[] chunk = {1 + random.nextInt(2), 3 + random.nextInt(20), 3 + random.nextInt(20)};
        int factor = 2 + random.nextInt(2);
        int levels = 1 + random.nextInt(4);
        PyramidGrid grid = new PyramidGrid(shape, chunk, new int[] {1, factor, factor}, levels);
        String root = folder.resolve("store").toString();
        ZarrArray base = ZarrArray.of("0/sst", shape, chunk, ElementType.SHORT).withFill(FILL);
        ZarrArray flags = ZarrArray.of("0/qc", Arrays.copyOfRange(shape, 1, 3), new long[] {7, 5}, ElementType.BYTE);
        ZarrStore store = ZarrStore.create(root, CONF, Attributes.NONE, List.of(base, flags));
        double[] values = new double[Math.toIntExact(Window.whole(shape).size())];
        fill(store, base, flags, values, random);
        double minValid = random.nextInt(3) * 0.3;
        PyramidArray array = new PyramidArray(
                base,
                packing(shape),
                levels(grid),
                grid,
                List.of(new PyramidFlags(flags, new int[] {1, 2}, new long[] {1, 2})),
                minValid);
        int between = 1 + random.nextInt(levels);
        pass(new PyramidPass(array, root, 0, between));
        if (between < levels) {
            pass(new PyramidPass(array, root, between, levels));
        }
        for (int level = 1; level <= levels; level++) {
            requireMeans(array, level, values, ZarrStore.of(root, CONF, Attributes.NONE, array.levels()));
        }
    }

    private static Packing packing(long[] shape) {
        return Packing.of(new VariableHeader(
                "sst",
                ElementType.SHORT,
                List.of("time", "lat", "lon"),
                shape,
                new Attributes(List.of(
                        new Attribute("_FillValue", ElementType.SHORT, List.of(FILL)),
                        Attribute.of("scale_factor", 0.5),
                        Attribute.of("add_offset", 10.0))),
                new Storage(false, new long[0], List.of())));
    }

    private static List<ZarrArray> levels(PyramidGrid grid) {
        List<ZarrArray> levels = new ArrayList<>();
        for (int level = 1; level <= grid.levels(); level++) {
            ChunkGrid chunks = grid.grid(level);
            levels.add(ZarrArray.of(level + "/sst", chunks.shape(), chunks.chunk(), ElementType.DOUBLE)
                    .withFill(Double.NaN));
        }
        return levels;
    }

    /** Writes random numbers and flags; puts the decoded values that count, and NaN. */
    private static void fill(ZarrStore store, ZarrArray base, ZarrArray flags, double[] values, Random random)
            throws IOException {
        byte[] marks = new byte[(int) Window.whole(flags.shape()).size()];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) (1 + random.nextInt(4));
        }
        put(store, flags, marks);
        short[] stored = new short[values.length];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = random.nextInt(4) == 0 ? FILL : (short) random.nextInt(500);
            boolean counts = stored[i] != FILL && marks[i % marks.length] <= 2;
            values[i] = counts ? stored[i] * 0.5 + 10 : Double.NaN;
        }
        put(store, base, stored);
    }

    private static void put(ZarrStore store, ZarrArray array, Object values) throws IOException {
        Window all = Window.whole(array.shape());
        try (ChunkWriter writer = store.writer();
                RechunkRoom room = RechunkRoom.take()) {
            RechunkBox box = new RechunkBox(array.grid(), array.type(), all, room);
            box.put(values, all);
            box.write(writer, array);
        }
    }

    private static void pass(PyramidPass pass) {
        for (long chunk = 0; chunk < pass.array().grid().grid(pass.highest()).count(); chunk++) {
            pass.make(chunk, CONF);
        }
    }

    private static void requireMeans(PyramidArray array, int level, double[] values, ZarrStore store)
            throws IOException {
        PyramidGrid grid = array.grid();
        ZarrArray made = array.level(level);
        double[] means = store.read(made, Window.whole(made.shape())).toDoubles();
        int place = 0;
        for (long[] cell : ChunkGrid.walk(Window.whole(made.shape()))) {
            double sum = 0;
            int count = 0;
            Window block = grid.below(level, Window.at(cell, new long[] {1, 1, 1}), 0);
            for (long[] at : ChunkGrid.walk(block)) {
                double value = values[(int) ((at[0] * grid.shape()[1] + at[1]) * grid.shape()[2] + at[2])];
                sum += Double.isNaN(value) ? 0 : value;
                count += Double.isNaN(value) ? 0 : 1;
            }
            assertThat(grid.cells(level, cell)).isEqualTo(block.size());
            boolean valid = count > 0 && count >= array.minValid() * block.size();
            if (valid) {
                assertThat(means[place]).isCloseTo(sum / count, within(1e-9));
            } else {
                assertThat(means[place]).isNaN();
            }
            place++;
        }
    }
}
