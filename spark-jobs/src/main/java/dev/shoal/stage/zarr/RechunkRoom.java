package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.array.Cells;
import dev.shoal.zarr.array.Spares;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The arrays of a task of a rechunk, which hold its cells in one box after the other and serve the next task after it.
 * Whatever was in them is in them still: who takes one overwrites all of it. For one thread.
 */
final class RechunkRoom implements Closeable {

    private static final Spares<RechunkRoom> SPARES = new Spares<>();

    private final Deque<Object> chunks = new ArrayDeque<>();
    private Object cells = new byte[0];
    private boolean closed;

    private RechunkRoom() {}

    /** Returns a room that nobody else uses until it is closed. */
    static RechunkRoom take() {
        RechunkRoom room = SPARES.take().orElseGet(RechunkRoom::new);
        room.closed = false;
        return room;
    }

    /** Returns an array for the cells that are on their way; the same as before where it fits. */
    Object cells(ElementType type, long size) {
        if (!Cells.fits(cells, type, Math.toIntExact(size))) {
            cells = RechunkPieces.allocate(type, Math.toIntExact(size));
        }
        return cells;
    }

    /** Returns an array for a chunk, which is the caller's until it is given. */
    Object chunk(ElementType type, long size) {
        int tries = chunks.size();
        for (int i = 0; i < tries; i++) {
            Object spare = chunks.removeLast();
            if (Cells.fits(spare, type, Math.toIntExact(size))) {
                return spare;
            }
            chunks.addFirst(spare);
        }
        chunks.pollFirst(); // For a new array an old one goes, so that there are never more than were in use at once.
        return RechunkPieces.allocate(type, Math.toIntExact(size));
    }

    /** Gives an array that is no longer needed. */
    void give(Object chunk) {
        chunks.addLast(chunk);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            SPARES.give(this);
        }
    }
}
