package dev.shoal.plan;

import java.util.List;

/**
 * What the tasks of a rechunk hold at most: the box, a source chunk on its way in (stored, decoded, and the part that
 * is wanted), pieces on their way (as cells and as bytes), a target chunk on its way out (whole, as bytes, filtered,
 * compressed).
 *
 * @param source chunks as they are
 * @param target chunks as they are to be
 * @param elementBytes bytes of a cell
 */
record RechunkMemory(ChunkGrid source, ChunkGrid target, int elementBytes) {

    private static final int COPIES_IN = 3;
    private static final int COPIES_OUT = 4;
    private static final int COPIES_OF_PIECE = 2;

    /** Returns the bytes of a whole source chunk, decoded. */
    double sourceChunk() {
        return elementBytes * product(source.chunk());
    }

    /** Returns the bytes of a task that reads and writes one box. */
    double direct(long[] box) {
        return box(box) + COPIES_IN * sourceChunk() + COPIES_OUT * elementBytes * product(target.chunk());
    }

    /** Returns the bytes of the largest task of stages that pass pieces on. */
    double exchanged(List<ChunkGrid> stages) {
        double most = 0;
        int last = stages.size() - 1;
        for (int stage = 0; stage <= last; stage++) {
            double bytes = box(stages.get(stage).chunk());
            bytes += stage == 0 ? COPIES_IN * sourceChunk() : piece(stages, stage);
            bytes += stage == last ? COPIES_OUT * elementBytes * product(target.chunk()) : piece(stages, stage + 1);
            most = Math.max(most, bytes);
        }
        return most;
    }

    private double piece(List<ChunkGrid> stages, int stage) {
        double cells = COPIES_OF_PIECE;
        for (int axis = 0; axis < source.rank(); axis++) {
            long from = stages.get(stage - 1).chunk()[axis];
            long to = stages.get(stage).chunk()[axis];
            cells *= Math.min(source.shape()[axis], Math.min(from, to));
        }
        return cells * elementBytes;
    }

    private double box(long[] box) {
        double cells = 1;
        for (int axis = 0; axis < box.length; axis++) {
            cells *= Math.min(box[axis], source.shape()[axis]);
        }
        return cells * elementBytes;
    }

    private static double product(long[] lengths) {
        double product = 1;
        for (long length : lengths) {
            product *= length;
        }
        return product;
    }
}
