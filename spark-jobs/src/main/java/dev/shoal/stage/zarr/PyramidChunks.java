package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.PyramidGrid;
import dev.shoal.plan.Window;
import dev.shoal.regrid.BlockSums;
import dev.shoal.zarr.ChunkReader;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Makes the chunks of a pyramid, depth first: a chunk of a level of the chunks of the level below that it covers, one
 * after the other. So each chunk of level 0 is read once, and of each level one chunk of sums is held. For one task.
 *
 * <p>Where the highest level has too few chunks for all cores, the sums of a level between are kept as objects of the
 * folder {@value RechunkParcels#FOLDER}, and the levels above it are made of them in a second pass.
 */
final class PyramidChunks {

    private static final int SUM_BYTES = Double.BYTES + Integer.BYTES;

    private final PyramidArray array;
    private final PyramidGrid grid;
    private final ZarrStore store;
    private final HadoopStore objects;
    private final ChunkReader reader;
    private final int lowest;

    /**
     * Opens the store for a task.
     *
     * @param lowest level that chunks are made of: 0, or one whose sums were {@link #keep kept}
     */
    PyramidChunks(PyramidArray array, String target, Configuration conf, int lowest) throws IOException {
        this.array = array;
        this.grid = array.grid();
        this.store = ZarrStore.of(target, conf, Attributes.NONE, List.of(array.base()));
        this.objects = new HadoopStore(target, conf);
        this.reader = store.reader();
        this.lowest = lowest;
    }

    /** Writes a chunk and all chunks below it that are above the lowest level; returns its sums. */
    BlockSums make(int level, long... index) throws IOException {
        Window box = grid.grid(level).window(index);
        Window below = grid.below(level, box, level - 1);
        BlockSums sums = new BlockSums(ints(box.shape()));
        ChunkGrid finer = grid.grid(level - 1);
        for (long[] child : ChunkGrid.walk(finer.touching(below))) {
            Window window = finer.window(child);
            int[] offset = ints(window.relativeTo(below.start()).start());
            if (level == 1) {
                sums.add(values(window), ints(window.shape()), offset, grid.factors());
            } else {
                boolean kept = level - 1 == lowest;
                sums.add(kept ? kept(child, window) : make(level - 1, child), offset, grid.factors());
            }
        }
        write(level, index, box, sums);
        return sums;
    }

    private static int[] ints(long[] lengths) {
        return Arrays.stream(lengths).mapToInt(Math::toIntExact).toArray();
    }

    /** Values of level 0 that count; NaN for others. */
    private double[] values(Window window) throws IOException {
        double[] values = array.packing().decode(reader.read(array.base(), window));
        for (PyramidFlags flags : array.flags()) {
            ArrayBlock beside = reader.read(flags.array(), flags.beside(window));
            flags.mask(beside, window, values);
        }
        return values;
    }

    private void write(int level, long[] index, Window box, BlockSums sums) throws IOException {
        ZarrArray target = array.level(level);
        Object values = RechunkPieces.allocate(target.type(), sums.size());
        int[][] lengths = IntStream.range(0, box.rank())
                .mapToObj(axis -> lengths(level, axis, box))
                .toArray(int[][]::new);
        int cell = 0;
        for (long[] at : ChunkGrid.walk(Window.whole(box.shape()))) {
            double cells = 1;
            for (int axis = 0; axis < at.length; axis++) {
                cells *= lengths[axis][(int) at[axis]];
            }
            int count = sums.count(cell);
            boolean valid = count > 0 && count >= array.minValid() * cells;
            double mean = valid ? sums.sum(cell) / count : Double.NaN;
            if (target.type() == ElementType.FLOAT) {
                ((float[]) values)[cell] = (float) mean;
            } else {
                ((double[]) values)[cell] = mean;
            }
            cell++;
        }
        store.writeChunk(target, index, values);
    }

    /** Cells of level 0 in each cell of a box, along an axis. */
    private int[] lengths(int level, int axis, Window box) {
        int[] lengths = new int[(int) box.length(axis)];
        long block = grid.block(level, axis);
        for (int i = 0; i < lengths.length; i++) {
            long start = (box.start(axis) + i) * block;
            lengths[i] = (int) (Math.min(start + block, grid.shape()[axis]) - start);
        }
        return lengths;
    }

    /** Keeps the sums of a chunk for a second pass. */
    void keep(int level, long[] index, BlockSums sums) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.allocate(Math.multiplyExact(sums.size(), SUM_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int cell = 0; cell < sums.size(); cell++) {
            bytes.putDouble(sums.sum(cell)).putInt(sums.count(cell));
        }
        objects.put(key(level, index), bytes.array());
    }

    private BlockSums kept(long[] index, Window window) throws IOException {
        String key = key(lowest, index);
        byte[] bytes = objects.read(key, Integer.MAX_VALUE)
                .orElseThrow(() -> new FileNotFoundException(
                        "Cannot read sums " + key + " of " + store.root() + ": found no such object. Run again."));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        BlockSums sums = new BlockSums(ints(window.shape()));
        for (int cell = 0; cell < sums.size(); cell++) {
            sums.put(cell, buffer.getDouble(), buffer.getInt());
        }
        return sums;
    }

    private String key(int level, long[] index) {
        return RechunkParcels.FOLDER + "/" + array.base().path() + "/" + level + "/"
                + grid.grid(level).ordinal(index);
    }
}
