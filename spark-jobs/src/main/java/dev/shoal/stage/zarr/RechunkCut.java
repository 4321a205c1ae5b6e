package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * Cuts boxes of one stage into the pieces of the next, for one layout after the other, one piece at a time: a task
 * holds one box and one piece, which holds until the next is cut. The key of a piece is its partition, see
 * {@link RechunkShare}.
 */
final class RechunkCut implements Iterator<Tuple2<Integer, byte[]>> {

    /** Brings the cells of a box. */
    @FunctionalInterface
    interface Boxes {
        ArrayBlock cells(long ordinal) throws IOException;
    }

    private final RechunkShare passed;
    private final int stage;
    private final Iterator<Long> ordinals;
    private final Boxes boxes;
    private Iterator<long[]> nexts = Collections.emptyIterator();
    private long ordinal;
    private Window window = Window.whole();
    private ArrayBlock block;
    private int layout;
    private int place = -1;
    private long[] index = {};
    private byte[] bytes = {};

    /**
     * Makes an iterator over the pieces of some boxes.
     *
     * @param passed layouts that the cells are passed on to; of none, boxes are brought all the same
     * @param stage of the boxes
     * @param ordinals of the boxes
     */
    RechunkCut(RechunkShare passed, int stage, Iterator<Long> ordinals, Boxes boxes) {
        this.passed = passed;
        this.stage = stage;
        this.ordinals = ordinals;
        this.boxes = boxes;
        this.layout = passed.works().size();
        this.block = new ArrayBlock(ElementType.BYTE, new long[0], new byte[0]);
    }

    @Override
    public boolean hasNext() {
        while (place < 0) {
            if (nexts.hasNext()) {
                index = nexts.next();
                place = work().place(stage + 1, nextGrid().ordinal(index));
            } else if (layout + 1 < passed.works().size()) {
                layout++;
                nexts = ChunkGrid.walk(nextGrid().touching(window)).iterator();
            } else if (ordinals.hasNext()) {
                load(ordinals.next());
            } else {
                return false;
            }
        }
        return true;
    }

    private RechunkWork work() {
        return passed.works().get(layout);
    }

    private ChunkGrid nextGrid() {
        return work().plan().stages().get(stage + 1);
    }

    private void load(long box) {
        ordinal = box;
        try {
            block = boxes.cells(box);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        if (!passed.works().isEmpty()) {
            window = passed.first().window(stage, box);
            layout = -1;
        }
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Window piece = nextGrid().window(index).intersect(window).orElseThrow();
        int partition = passed.firstPartition(stage + 1, layout) + place;
        bytes = RechunkPieces.cut(ordinal, block, window, piece, bytes);
        place = -1;
        return new Tuple2<>(partition, bytes);
    }
}
