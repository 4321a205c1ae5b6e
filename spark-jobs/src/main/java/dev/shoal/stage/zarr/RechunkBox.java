package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The chunks of a box while their cells come in, in any order; for one thread.
 *
 * <p>Each cell must come once. What is written is counted, so that a box with cells missing is never written.
 */
final class RechunkBox {

    private final ChunkGrid grid;
    private final ElementType type;
    private final Window box;
    private final RechunkRoom room;
    private final Map<Long, Object> chunks = new HashMap<>();
    private long missing;

    /**
     * Makes an empty box.
     *
     * @param grid of the chunks that it is made of
     * @param box of whole chunks
     * @param room for the chunks
     */
    RechunkBox(ChunkGrid grid, ElementType type, Window box, RechunkRoom room) {
        this.grid = grid;
        this.type = type;
        this.box = box;
        this.room = room;
        this.missing = box.size();
    }

    /** Copies the cells that a window shares with a chunk. */
    private interface Copy {
        void into(Object target, Window chunk, Window cells);
    }

    /**
     * Puts cells in their places.
     *
     * @param values the cells of {@code from}, which lies inside the box
     */
    void put(Object values, Window from) {
        place(from, (target, chunk, cells) -> RechunkPieces.copy(values, from, target, chunk, cells));
    }

    /**
     * Puts the cells of a piece in their places.
     *
     * @param piece of the cells of {@code from}, which lies inside the box
     */
    void paste(byte[] piece, Window from) {
        place(from, (target, chunk, cells) -> RechunkPieces.paste(piece, from, target, chunk, cells));
    }

    private void place(Window from, Copy copy) {
        for (long[] index : ChunkGrid.walk(grid.touching(from))) {
            Window chunk = grid.window(index);
            Window cells = chunk.intersect(from).orElseThrow();
            Object target = chunks.computeIfAbsent(grid.ordinal(index), ordinal -> room.chunk(type, chunk.size()));
            copy.into(target, chunk, cells);
        }
        missing -= from.size();
    }

    /** Returns the cells of a box of one chunk. */
    Object whole() {
        requireComplete();
        return chunks.values().iterator().next();
    }

    /** Writes the chunks and gives each back to the room. */
    void write(ChunkWriter writer, ZarrArray array) throws IOException {
        requireComplete();
        for (long[] index : ChunkGrid.walk(grid.touching(box))) {
            Object values = Objects.requireNonNull(chunks.remove(grid.ordinal(index)));
            writer.write(array, index, values);
            room.give(values);
        }
    }

    private void requireComplete() {
        if (missing != 0) {
            throw new IllegalStateException(
                    "Cannot take box " + box + ": " + missing + " cells are missing, expected none.");
        }
    }
}
