package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.BoxBudget;
import dev.shoal.plan.ChunkBoxes;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ChunkReader;
import dev.shoal.zarr.HadoopStore;
import dev.shoal.zarr.ZarrArray;
import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** Decodes every chunk of some boxes, each chunk of a shard by itself. For one thread. */
final class ChunkCheck implements Closeable {

    /** So many damaged chunks are told of. */
    private static final int MOST_TOLD = 20;

    private static final BoxBudget BOXES = new BoxBudget(32 << 20, 1);

    private final ArrayFile file;
    private final String store;
    private final Configuration conf;
    private Optional<ChunkReader> reader = Optional.empty();
    private final List<String> problems = new ArrayList<>();
    private long damaged;
    private long held;
    private long bytes;

    /**
     * A box of whole objects of one array.
     *
     * @param variable its path
     * @param array the one of that path in a store that can be written, which tells its shards; else none
     * @param objects positions of chunks or shards
     */
    record Box(String variable, List<ZarrArray> array, Window objects) implements Serializable {

        /** Copies the list. */
        Box {
            array = new ArrayList<>(array);
        }

        /** Returns how the array is divided into objects. */
        ChunkGrid grid(VariableHeader header) {
            return array.isEmpty() ? ChunkCheck.grid(header) : array.get(0).grid();
        }

        private boolean sharded() {
            return !array.isEmpty() && array.get(0).sharded();
        }
    }

    /** Opens a store. */
    ChunkCheck(String store, Configuration conf) throws IOException {
        this.file = ArrayStores.open(store, conf);
        this.store = store;
        this.conf = conf;
    }

    /**
     * Shares the chunks of a store out.
     *
     * @param arrays those that tell their shards, by path
     */
    static List<Box> boxes(ArrayFile file, Map<String, ZarrArray> arrays) {
        List<Box> list = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            List<ZarrArray> array = Optional.ofNullable(arrays.get(variable.name()))
                    .map(List::of)
                    .orElseGet(List::of);
            Box whole = new Box(variable.name(), array, Window.whole(variable.shape()));
            ChunkGrid grid = whole.grid(variable);
            int cell = Math.max(1, variable.type().bytes());
            ChunkBoxes boxes = ChunkBoxes.choose(grid, grid.chunk(), -1, cell, BOXES);
            for (long ordinal = 0; ordinal < boxes.count(); ordinal++) {
                list.add(new Box(variable.name(), array, boxes.chunks(ordinal)));
            }
        }
        return list;
    }

    private static ChunkGrid grid(VariableHeader variable) {
        boolean chunked = variable.storage().chunk().length == variable.rank();
        long[] chunk = chunked ? variable.storage().chunk() : variable.shape().clone();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = Math.max(1, chunk[axis]);
        }
        return new ChunkGrid(variable.shape(), chunk);
    }

    /** Reads the chunks of a box; what is damaged is noted, and the others are read all the same. */
    void read(Box box) throws IOException {
        VariableHeader variable = file.header().variable(box.variable()).orElseThrow();
        ChunkGrid grid = box.grid(variable);
        for (long[] object : ChunkGrid.walk(box.objects())) {
            if (isReadable(box, object)) {
                ChunkGrid chunks = grid(variable);
                for (long[] chunk : ChunkGrid.walk(chunks.touching(grid.window(object)))) {
                    read(variable, chunks.window(chunk));
                }
            }
        }
    }

    /** Counts the chunks of a shard; one whose index is damaged is told of once. */
    private boolean isReadable(Box box, long[] object) throws IOException {
        if (!box.sharded()) {
            return true;
        }
        try {
            ChunkReader shards = reader.isPresent() ? reader.get() : new ChunkReader(new HadoopStore(store, conf));
            reader = Optional.of(shards);
            held += shards.held(box.array().get(0), object);
            return true;
        } catch (UnreadableException damage) { // The others are looked at all the same.
            note("Damaged, a whole shard: " + damage.getMessage());
            return false;
        }
    }

    private void read(VariableHeader variable, Window cells) throws IOException {
        try {
            file.read(variable, cells);
            bytes += cells.size() * variable.type().bytes();
        } catch (UnreadableException damage) { // The others are looked at all the same.
            note("Damaged, cells " + cells + ": " + damage.getMessage());
        }
    }

    private void note(String problem) {
        damaged++;
        if (problems.size() < MOST_TOLD) {
            problems.add(problem);
        }
    }

    /** Returns a sentence for each damaged chunk, of many for some of them, and how many more there are. */
    List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        if (damaged > problems.size()) {
            all.add("Damaged: " + (damaged - problems.size()) + " chunks more.");
        }
        return all;
    }

    /** Returns the chunks that lie in the shards that were read. */
    long held() {
        return held;
    }

    /** Returns the bytes that were decoded. */
    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (reader.isPresent()) {
            reader.get().close();
        }
    }
}
