package dev.shoal.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How an array comes from one division into chunks to another: what each task reads, what it passes on, what it writes.
 *
 * <p>The cells go from grid to grid of {@code stages}. A task of the first grid reads a box; the parts that a box
 * shares with the boxes of the next grid are the pieces that are passed on; a task of the last grid writes a box, which
 * is of whole target chunks. By {@link RechunkWay#DIRECT} there is one grid, whose tasks read and write. So each target
 * chunk is written by one task, and by the other ways each source chunk is read by one task.
 *
 * @param source chunks as they are
 * @param target chunks as they are to be
 * @param elementBytes bytes of a cell
 * @param way of the cells
 * @param stages grids of the boxes, in the order of the cells' way
 * @param taskBytes most that a task holds in memory
 * @param seconds estimated for all, with the costs and cores that were planned with
 */
public record RechunkPlan(
        ChunkGrid source,
        ChunkGrid target,
        int elementBytes,
        RechunkWay way,
        List<ChunkGrid> stages,
        long taskBytes,
        double seconds)
        implements Serializable {

    /** Copies the list; refuses grids of different arrays and boxes that cut a chunk. */
    public RechunkPlan {
        stages = new ArrayList<>(stages);
        require(!stages.isEmpty() && (stages.size() == 1) == (way == RechunkWay.DIRECT), stages.size() + " stages");
        require(Arrays.equals(source.shape(), target.shape()), "source of " + source + ", target of " + target);
        for (ChunkGrid stage : stages) {
            require(Arrays.equals(stage.shape(), source.shape()), "boxes of " + stage);
        }
        require(isOfWhole(target, stages.get(stages.size() - 1)), "write boxes that cut a target chunk");
        require(stages.size() == 1 || isOfWhole(source, stages.get(0)), "read boxes that cut a source chunk");
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException("Cannot make a rechunk plan: found " + found
                    + ", expected grids of one shape, one for DIRECT, and boxes of whole chunks at both ends.");
        }
    }

    /** Tells whether no box of a grid ends inside a chunk. */
    static boolean isOfWhole(ChunkGrid chunks, ChunkGrid boxes) {
        for (int axis = 0; axis < chunks.rank(); axis++) {
            long box = boxes.chunk()[axis];
            if (box < boxes.shape()[axis] && box % chunks.chunk()[axis] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the boxes that are read by one task each. */
    public ChunkGrid reads() {
        return stages.get(0);
    }

    /** Returns the boxes that are written by one task each. */
    public ChunkGrid writes() {
        return stages.get(stages.size() - 1);
    }

    /** Returns the bytes of all cells. */
    public long bytes() {
        return Math.multiplyExact(Window.whole(source.shape()).size(), elementBytes);
    }

    /** Returns how many times a source chunk is decoded, in all. */
    public long decodes() {
        return pieces(source, reads());
    }

    /** Returns how many times the same source chunk is decoded at most. */
    public long mostDecodes() {
        long most = 1;
        for (int axis = 0; axis < source.rank(); axis++) {
            most *= new AxisCut(source.shape()[axis], source.chunk()[axis], reads().chunk()[axis]).mostTouching();
        }
        return most;
    }

    /**
     * Tells whether tasks that read a box do so for several layouts at once: all have the same read boxes, which cut no
     * source chunk.
     *
     * @param plans of one array to several layouts
     */
    public static boolean shareReads(List<RechunkPlan> plans) {
        ChunkGrid reads = plans.get(0).reads();
        return plans.size() > 1
                && isOfWhole(plans.get(0).source(), reads)
                && plans.stream()
                        .allMatch(plan -> plan.reads().equals(reads)
                                && plan.stages().size() <= 2
                                && plan.way() != RechunkWay.INTERMEDIATE);
    }

    /** Returns how many times the same source chunk is decoded at most to make several layouts of one array. */
    public static long mostDecodes(List<RechunkPlan> plans) {
        return shareReads(plans)
                ? 1
                : plans.stream().mapToLong(RechunkPlan::mostDecodes).sum();
    }

    /** Returns the pieces that are passed on between tasks. */
    public long pieces() {
        long pieces = 0;
        for (int stage = 1; stage < stages.size(); stage++) {
            pieces = Math.addExact(pieces, pieces(stages.get(stage - 1), stages.get(stage)));
        }
        return pieces;
    }

    /** Returns the bytes that are passed on between tasks. */
    public long passedBytes() {
        return Math.multiplyExact(bytes(), stages.size() - 1);
    }

    /** Returns the tasks, were each to have one box. */
    public long tasks() {
        return stages.stream().mapToLong(ChunkGrid::count).sum();
    }

    /** Returns the pairs of boxes of two grids that share a cell. */
    static long pieces(ChunkGrid from, ChunkGrid to) {
        long pieces = 1;
        for (int axis = 0; axis < from.rank(); axis++) {
            pieces = Math.multiplyExact(
                    pieces, new AxisCut(from.shape()[axis], from.chunk()[axis], to.chunk()[axis]).pieces());
        }
        return pieces;
    }

    /** Tells the plan to a person, in some lines. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(Arrays.toString(source.shape())).append(", ").append(ByteText.of(bytes()));
        text.append(": chunks ").append(Arrays.toString(source.chunk())).append(" -> ");
        text.append(Arrays.toString(target.chunk())).append(System.lineSeparator());
        text.append("  way: ").append(wayText()).append(System.lineSeparator());
        text.append("  reads: ").append(reads().count()).append(" boxes of ");
        text.append(Arrays.toString(reads().chunk())).append("; each of ").append(source.count());
        text.append(" source chunks is decoded at most ")
                .append(mostDecodes())
                .append(" x (")
                .append(decodes());
        text.append(" decodes in all)").append(System.lineSeparator());
        text.append("  writes: ").append(writes().count()).append(" boxes of ");
        text.append(Arrays.toString(writes().chunk())).append("; each of ").append(target.count());
        text.append(" target chunks is written once").append(System.lineSeparator());
        text.append("  memory: at most ").append(ByteText.of(taskBytes)).append(" a task");
        text.append(String.format(Locale.ROOT, "; about %.1f s", seconds));
        return text.toString();
    }

    private String wayText() {
        if (way == RechunkWay.DIRECT) {
            return "direct, each task reads the cells of the chunks that it writes";
        }
        String through = way == RechunkWay.SHUFFLE ? "Spark's shuffle" : "an intermediate store";
        String between = stages.size() > 2
                ? " by way of boxes of "
                        + stages.subList(1, stages.size() - 1).stream()
                                .map(stage -> Arrays.toString(stage.chunk()))
                                .toList()
                : "";
        return pieces() + " pieces, " + ByteText.of(passedBytes()) + " in all, through " + through + between;
    }
}
