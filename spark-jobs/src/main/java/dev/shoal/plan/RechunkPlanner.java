package dev.shoal.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses the way of a rechunk and its boxes: those that cost least of those that fit into memory.
 *
 * <p>As in rechunker (its published algorithm), reads and writes are consolidated into boxes of whole chunks as large
 * as serves, and where the parts that a read box and a write box share would be too many, grids between them are laid
 * whose boxes go from the one shape to the other in geometric steps.
 */
public final class RechunkPlanner {

    private static final int MOST_EXCHANGES = 4;

    private final ChunkGrid source;
    private final ChunkGrid target;
    private final int elementBytes;
    private final RechunkBudget budget;
    private final RechunkEstimate estimate;
    private final RechunkMemory memory;

    /**
     * Prepares planning for one array.
     *
     * @param source chunks as they are
     * @param target chunks as they are to be, of the same array
     * @param elementBytes bytes of a cell
     */
    public RechunkPlanner(
            ChunkGrid source, ChunkGrid target, int elementBytes, RechunkBudget budget, RechunkCosts costs) {
        if (!Arrays.equals(source.shape(), target.shape())) {
            throw new IllegalArgumentException(
                    "Cannot plan from " + source + " to " + target + ": expected grids of the same shape.");
        }
        this.source = source;
        this.target = target;
        this.elementBytes = elementBytes;
        this.budget = budget;
        this.estimate = new RechunkEstimate(bytes(), budget.cores(), costs);
        this.memory = new RechunkMemory(source, target, elementBytes);
    }

    /**
     * Returns the plan that is estimated to take the least time.
     *
     * @throws IllegalArgumentException where not even one source chunk and one target chunk fit into a task
     */
    public RechunkPlan plan() {
        List<RechunkPlan> plans = new ArrayList<>();
        for (RechunkWay way : RechunkWay.values()) {
            find(way).filter(this::fitsDisks).ifPresent(plans::add);
        }
        return plans.stream()
                .min(Comparator.comparingDouble(RechunkPlan::seconds))
                .orElseThrow(this::tooSmall);
    }

    /**
     * Returns the cheapest plan of one way.
     *
     * @throws IllegalArgumentException where none fits into a task
     */
    public RechunkPlan plan(RechunkWay way) {
        return find(way).orElseThrow(this::tooSmall);
    }

    private boolean fitsDisks(RechunkPlan plan) {
        return plan.way() != RechunkWay.SHUFFLE || plan.passedBytes() <= budget.diskBytes();
    }

    private IllegalArgumentException tooSmall() {
        long least = (long) memory.direct(target.chunk());
        return new IllegalArgumentException("source chunks of " + Arrays.toString(source.chunk())
                + " and target chunks of " + Arrays.toString(target.chunk()) + " with cells of " + elementBytes
                + " bytes need " + ByteText.of(least) + " in a task, the budget is "
                + ByteText.of(budget.taskBytes()) + ". Choose smaller chunks or more memory.");
    }

    private double bytes() {
        return cells() * elementBytes;
    }

    private double cells() {
        double cells = 1;
        for (long length : source.shape()) {
            cells *= length;
        }
        return cells;
    }

    /** Returns the cheapest plan of one way, or nothing where none fits into a task. */
    Optional<RechunkPlan> find(RechunkWay way) {
        return way == RechunkWay.DIRECT ? direct() : exchanged(way);
    }

    private Optional<RechunkPlan> direct() {
        List<RechunkPlan> best = new ArrayList<>();
        new BoxChoices(target, source, mostCells()).each(box -> {
            if (memory.direct(box) <= budget.taskBytes()) {
                List<ChunkGrid> stages = List.of(grid(box));
                double decoded = RechunkPlan.pieces(source, stages.get(0)) * memory.sourceChunk();
                double nanos = estimate.direct(stages.get(0), decoded);
                keepBetter(best, of(RechunkWay.DIRECT, stages, memory.direct(box), nanos));
            }
        });
        return best.stream().findFirst();
    }

    /** Lays write boxes first, then read boxes for them, then grids between. */
    private Optional<RechunkPlan> exchanged(RechunkWay way) {
        List<RechunkPlan> best = new ArrayList<>();
        new BoxChoices(target, source, mostCells()).each(box -> keepBetter(best, between(way, source.chunk(), box, 1)));
        if (best.isEmpty()) {
            return Optional.empty();
        }
        long[] write = best.get(0).writes().chunk();
        new BoxChoices(source, target, mostCells()).each(box -> keepBetter(best, between(way, box, write, 1)));
        long[] read = best.get(0).reads().chunk();
        for (int exchanges = 2; exchanges <= MOST_EXCHANGES; exchanges++) {
            keepBetter(best, between(way, read, write, exchanges));
        }
        return best.stream().findFirst();
    }

    private double mostCells() {
        return (double) budget.taskBytes() / elementBytes;
    }

    private static void keepBetter(List<RechunkPlan> best, RechunkPlan plan) {
        if (best.isEmpty() || plan.seconds() < best.get(0).seconds()) {
            best.clear();
            best.add(plan);
        }
    }

    private static void keepBetter(List<RechunkPlan> best, Optional<RechunkPlan> plan) {
        plan.ifPresent(found -> keepBetter(best, found));
    }

    private Optional<RechunkPlan> between(RechunkWay way, long[] read, long[] write, int exchanges) {
        List<ChunkGrid> stages = new ArrayList<>();
        for (int stage = 0; stage <= exchanges; stage++) {
            stages.add(grid(geometric(read, write, (double) stage / exchanges)));
        }
        double bytes = memory.exchanged(stages);
        return bytes > budget.taskBytes()
                ? Optional.empty()
                : Optional.of(of(way, stages, bytes, estimate.exchanged(way, stages)));
    }

    private long[] geometric(long[] read, long[] write, double share) {
        long[] box = share == 0 ? read.clone() : write.clone();
        for (int axis = 0; share > 0 && share < 1 && axis < box.length; axis++) {
            double from = Math.max(1, Math.min(read[axis], source.shape()[axis]));
            double to = Math.max(1, Math.min(write[axis], source.shape()[axis]));
            box[axis] = Math.max(1, (long) (Math.pow(from, 1 - share) * Math.pow(to, share)));
        }
        return box;
    }

    private ChunkGrid grid(long[] box) {
        return new ChunkGrid(source.shape(), box);
    }

    private RechunkPlan of(RechunkWay way, List<ChunkGrid> stages, double bytes, double nanos) {
        return new RechunkPlan(source, target, elementBytes, way, stages, (long) bytes, nanos / 1e9);
    }
}
