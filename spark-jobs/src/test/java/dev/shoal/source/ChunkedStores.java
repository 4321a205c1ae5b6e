package dev.shoal.source;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Zarr stores of one grid whose variables lie in chunks of their own. */
final class ChunkedStores {

    static final long[] SHAPE = {26, 210, 300};

    private ChunkedStores() {}

    /**
     * Writes a store of variables {@code v0}, {@code v1} and so on; a value is its place plus the variable's number.
     */
    static Path write(Path root, long[]... chunks) throws IOException {
        List<ZarrArray> arrays = new ArrayList<>(List.of(
                coordinate("time", SHAPE[0], "days since 2020-01-01"),
                coordinate("lat", SHAPE[1], "degrees_north"),
                coordinate("lon", SHAPE[2], "degrees_east")));
        for (int i = 0; i < chunks.length; i++) {
            arrays.add(
                    ZarrArray.of("v" + i, SHAPE, chunks[i], ElementType.FLOAT).withDimensions("time", "lat", "lon"));
        }
        ZarrStore store = ZarrStore.create(root.toString(), new Configuration(), Attributes.NONE, arrays);
        for (ZarrArray array : arrays) {
            write(store, array);
        }
        store.consolidate();
        return root;
    }

    private static ZarrArray coordinate(String name, long length, String units) {
        return ZarrArray.of(name, new long[] {length}, new long[] {length}, ElementType.DOUBLE)
                .withDimensions(name)
                .withAttributes(new Attributes(List.of(Attribute.of("units", units))));
    }

    private static void write(ZarrStore store, ZarrArray array) throws IOException {
        if (array.shape().length == 1) {
            double[] values = new double[(int) array.shape()[0]];
            Arrays.setAll(values, i -> array.path().equals("lat") ? i * 0.25 : i);
            store.writeChunk(array, new long[] {0}, values);
            return;
        }
        int variable = Integer.parseInt(array.path().substring(1));
        ChunkGrid grid = new ChunkGrid(array.shape(), array.chunk());
        for (long number = 0; number < grid.count(); number++) {
            long[] index = grid.index(number);
            store.writeChunk(array, index, values(array.chunk(), index, variable));
        }
    }

    private static float[] values(long[] chunk, long[] index, int variable) {
        Window window = Window.at(new long[] {index[0] * chunk[0], index[1] * chunk[1], index[2] * chunk[2]}, chunk);
        float[] values = new float[(int) window.size()];
        int at = 0;
        for (long t = window.start(0); t < window.end(0); t++) {
            for (long y = window.start(1); y < window.end(1); y++) {
                for (long x = window.start(2); x < window.end(2); x++) {
                    values[at++] = (t * SHAPE[1] + y) * SHAPE[2] + x + variable;
                }
            }
        }
        return values;
    }
}
