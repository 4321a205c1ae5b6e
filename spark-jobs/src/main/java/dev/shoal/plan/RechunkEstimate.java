package dev.shoal.plan;

import java.util.List;

/**
 * How long the parts of a rechunk take, in nanoseconds.
 *
 * @param bytes of all cells
 * @param cores tasks that run at a time
 * @param costs of the parts on one core
 */
record RechunkEstimate(double bytes, int cores, RechunkCosts costs) {

    /**
     * Returns what tasks take that read boxes and write them.
     *
     * @param decoded bytes of all source chunks as often as they are read
     */
    double direct(ChunkGrid boxes, double decoded) {
        double work = Math.max(decoded, bytes) * costs.decodeNanosPerByte() + encode();
        return shared(work, boxes.count());
    }

    /** Returns what reading each source chunk once and passing the cells on takes. */
    double exchanged(RechunkWay way, List<ChunkGrid> stages) {
        return reading(stages.get(0), 0) + passing(way, stages);
    }

    /**
     * Returns what tasks take that read each source chunk once.
     *
     * @param written how many times the same tasks write all cells
     */
    double reading(ChunkGrid boxes, int written) {
        return shared(bytes * costs.decodeNanosPerByte() + written * encode(), boxes.count());
    }

    /** Returns what passing the cells on from stage to stage and writing them takes. */
    double passing(RechunkWay way, List<ChunkGrid> stages) {
        boolean shuffled = way == RechunkWay.SHUFFLE;
        double perByte = shuffled ? costs.shuffleNanosPerByte() : costs.storeNanosPerByte();
        double perPiece = shuffled ? costs.pieceNanos() : costs.objectNanos();
        double nanos = 0;
        for (int stage = 1; stage < stages.size(); stage++) {
            double work = bytes * perByte + perPiece * RechunkPlan.pieces(stages.get(stage - 1), stages.get(stage));
            work += stage == stages.size() - 1 ? encode() : 0;
            nanos += shared(work, stages.get(stage).count());
        }
        return nanos;
    }

    private double encode() {
        return bytes * costs.encodeNanosPerByte();
    }

    /**
     * Work that is shared out to tasks takes as long as all cores together need for it, and then as long as the others
     * wait for the last task: so many small tasks are better than few large ones, until their own cost counts.
     */
    private double shared(double work, long tasks) {
        if (tasks == 0) {
            return 0;
        }
        double busy = Math.min(cores, tasks);
        return (work + tasks * costs.taskNanos()) / busy + work / tasks * (1 - 1 / busy);
    }
}
