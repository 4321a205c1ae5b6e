package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * Cuts boxes of one stage into the pieces of the next, one piece at a time, so that a task holds one box and one piece.
 * The key of a piece is the place of its box among those of the next stage that are to be done.
 */
final class RechunkCut implements Iterator<Tuple2<Integer, byte[]>> {

    /** Brings the cells of a box. */
    @FunctionalInterface
    interface Boxes {
        ArrayBlock cells(long ordinal) throws IOException;
    }

    private final RechunkWork work;
    private final int stage;
    private final Iterator<Long> ordinals;
    private final Boxes boxes;
    private Iterator<long[]> nexts = Collections.emptyIterator();
    private long ordinal;
    private Window window = Window.whole();
    private ArrayBlock block;
    private int place = -1;
    private long[] index = {};

    /**
     * Makes an iterator over the pieces of some boxes.
     *
     * @param stage of the boxes
     * @param ordinals of the boxes
     */
    RechunkCut(RechunkWork work, int stage, Iterator<Long> ordinals, Boxes boxes) {
        this.work = work;
        this.stage = stage;
        this.ordinals = ordinals;
        this.boxes = boxes;
        this.block = new ArrayBlock(work.array().variable().type(), new long[0], new byte[0]);
    }

    @Override
    public boolean hasNext() {
        while (place < 0) {
            if (nexts.hasNext()) {
                index = nexts.next();
                place = work.place(stage + 1, nextGrid().ordinal(index));
            } else if (ordinals.hasNext()) {
                load(ordinals.next());
            } else {
                return false;
            }
        }
        return true;
    }

    private ChunkGrid nextGrid() {
        return work.plan().stages().get(stage + 1);
    }

    private void load(long box) {
        ordinal = box;
        window = work.window(stage, box);
        try {
            block = boxes.cells(box);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        nexts = ChunkGrid.walk(nextGrid().touching(window)).iterator();
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Window piece = nextGrid().window(index).intersect(window).orElseThrow();
        Tuple2<Integer, byte[]> cut = new Tuple2<>(place, RechunkPieces.cut(ordinal, block, window, piece));
        place = -1;
        return cut;
    }
}
