package dev.shoal.zarr.array;

import dev.shoal.codec.DamageException;
import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads chunks out of shards; keeps the shards it read last open, with their indexes. */
final class ShardReader implements Closeable {

    private static final int MOST_OPEN = 8;
    private static final long MOST_INDEX_BYTES = 64L << 20;

    /** An open shard. */
    private record Open(ByteSource bytes, long[] index) {}

    private final StoreObjects objects;
    private final Map<String, Optional<Open>> open = new LinkedHashMap<>(16, 0.75f, true);
    private final ChunkRoom room;

    /** Reads nothing yet; chunks are decoded in the room. */
    ShardReader(StoreObjects objects, ChunkRoom room) {
        this.objects = objects;
        this.room = room;
    }

    /** Reads what a box holds of one outer chunk; nothing where that was never written. */
    void read(StoredArray array, Shard shard, long[] index, Box box) throws IOException {
        String key = array.keys().key(array.path(), index);
        try {
            Optional<Open> found = open(key, shard);
            Window cells = ArrayReader.cells(array.grid(), index);
            if (found.isPresent()) {
                read(shard, found.get(), key, cells.start(), new Filled(box, array.fill()));
            } else {
                box.fill(array.fill(), cells);
            }
        } catch (DamageException damage) {
            throw ArrayReader.damaged(objects.root(), key, damage);
        }
    }

    /** Counts the chunks that a shard holds; none where there is no such shard. */
    long held(String key, Shard shard) throws IOException {
        try {
            Optional<Open> found = open(key, shard);
            long held = 0;
            for (int at = 0; found.isPresent() && at < found.get().index().length; at += 2) {
                held += found.get().index()[at] >= 0 ? 1 : 0;
            }
            return held;
        } catch (DamageException damage) {
            throw ArrayReader.damaged(objects.root(), key, damage);
        }
    }

    /** What is being filled, and with what where nothing was written. */
    private record Filled(Box box, Object fill) {}

    private Optional<Open> open(String key, Shard shard) throws IOException {
        Optional<Open> known = open.get(key);
        if (known == null) {
            Optional<ByteSource> bytes = objects.open(key);
            known = bytes.isEmpty() ? Optional.empty() : Optional.of(indexed(bytes.get(), shard));
            open.put(key, known);
            closeEldest();
        }
        return known;
    }

    private static Open indexed(ByteSource bytes, Shard shard) throws IOException {
        boolean done = false;
        try {
            Open opened = new Open(bytes, shard.index(bytes));
            done = true;
            return opened;
        } finally {
            if (!done) {
                bytes.close();
            }
        }
    }

    private void closeEldest() throws IOException {
        Iterator<Optional<Open>> eldest = open.values().iterator();
        while (open.size() > 1 && (open.size() > MOST_OPEN || indexBytes() > MOST_INDEX_BYTES)) {
            Optional<Open> closing = eldest.next();
            eldest.remove();
            if (closing.isPresent()) {
                closing.get().bytes().close();
            }
        }
    }

    private long indexBytes() {
        return open.values().stream()
                .flatMap(Optional::stream)
                .mapToLong(shard -> shard.index().length * (long) Long.BYTES)
                .sum();
    }

    /**
     * Reads what a box holds of a shard.
     *
     * @param origin first cell of the shard in the array
     */
    private void read(Shard shard, Open object, String key, long[] origin, Filled filled) throws IOException {
        ChunkGrid grid = shard.grid();
        Window wanted = Window.at(origin, grid.shape())
                .intersect(filled.box().window())
                .map(shared -> moved(shared, origin, -1))
                .orElseThrow();
        List<Window> places = new ArrayList<>();
        List<Ranges.Range> ranges = new ArrayList<>();
        for (long[] index : ChunkGrid.walk(grid.touching(wanted))) {
            int at = Math.toIntExact(2 * grid.ordinal(index));
            Window place = moved(ArrayReader.cells(grid, index), origin, 1);
            if (object.index()[at] >= 0) {
                ranges.add(new Ranges.Range(places.size(), object.index()[at], length(shard, object.index()[at + 1])));
                places.add(place);
            } else {
                filled.box().fill(filled.fill(), place);
            }
        }
        if (shard.inner() instanceof WholeChunk whole) {
            readWhole(whole, object, key, ranges, places, filled.box());
        } else {
            for (Ranges.Range range : ranges) {
                ByteSource part = object.bytes().part(range.start(), range.length());
                Shard inner = (Shard) shard.inner();
                Open opened = new Open(part, inner.index(part));
                read(inner, opened, key, places.get(range.item()).start(), filled);
            }
        }
    }

    private static int length(Shard shard, long length) throws DamageException {
        long most = shard.inner() instanceof WholeChunk whole ? whole.mostBytes() : Integer.MAX_VALUE;
        if (length > most) {
            throw new DamageException("a chunk in the shard holds " + length + " bytes, expected at most " + most);
        }
        return (int) Math.min(length, Integer.MAX_VALUE);
    }

    private void readWhole(
            WholeChunk codec, Open object, String key, List<Ranges.Range> ranges, List<Window> places, Box box)
            throws IOException {
        if (ranges.size() == 1 && room.holds(name(key, places.get(0)))) {
            box.take(room.cells(), places.get(0));
            return;
        }
        Ranges.read(object.bytes(), ranges, (range, bytes) -> {
            Window place = places.get(range.item());
            box.take(decode(codec, bytes, key, place), place);
        });
    }

    private Object decode(WholeChunk codec, Slice encoded, String key, Window place) throws UnreadableException {
        try {
            return room.decode(codec, name(key, place), encoded);
        } catch (IOException damage) {
            throw ArrayReader.damaged(objects.root(), key + ", cells " + place, damage);
        }
    }

    private static String name(String key, Window place) {
        return key + " " + Arrays.toString(place.start());
    }

    private static Window moved(Window window, long[] by, int sign) {
        long[] start = window.start().clone();
        long[] shape = window.shape();
        for (int axis = 0; axis < start.length; axis++) {
            start[axis] += sign * by[axis];
        }
        return Window.at(start, shape);
    }

    @Override
    public void close() throws IOException {
        for (Optional<Open> shard : open.values()) {
            if (shard.isPresent()) {
                shard.get().bytes().close();
            }
        }
        open.clear();
    }
}
