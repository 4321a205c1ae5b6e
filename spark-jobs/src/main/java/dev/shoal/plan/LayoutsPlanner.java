package dev.shoal.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans several layouts of one array, so that each source chunk is read once for all of them where that fits into
 * memory and onto the disks.
 *
 * <p>Reads are shared where the tasks that read a box take it to all layouts: a layout whose chunks no read box cuts is
 * written by those tasks, the cells of the others go through Spark's shuffle. Else each layout is planned for itself.
 */
public final class LayoutsPlanner {

    private final ChunkGrid source;
    private final List<ChunkGrid> targets;
    private final int elementBytes;
    private final RechunkBudget budget;
    private final RechunkEstimate estimate;
    private final List<RechunkPlanner> planners = new ArrayList<>();

    /**
     * Prepares planning for one array.
     *
     * @param source chunks as they are
     * @param targets chunks of each layout, of the same array; at least one
     * @param elementBytes bytes of a cell
     */
    public LayoutsPlanner(
            ChunkGrid source, List<ChunkGrid> targets, int elementBytes, RechunkBudget budget, RechunkCosts costs) {
        this.source = source;
        this.targets = new ArrayList<>(targets);
        this.elementBytes = elementBytes;
        this.budget = budget;
        double bytes = elementBytes;
        for (long length : source.shape()) {
            bytes *= length;
        }
        this.estimate = new RechunkEstimate(bytes, budget.cores(), costs);
        for (ChunkGrid target : targets) {
            planners.add(new RechunkPlanner(source, target, elementBytes, budget, costs));
        }
    }

    /**
     * Returns a plan for each layout, in their order.
     *
     * @throws IllegalArgumentException where not even one source chunk and one target chunk fit into a task
     */
    public List<RechunkPlan> plan() {
        List<RechunkPlan> alone = new ArrayList<>();
        planners.forEach(planner -> alone.add(planner.plan()));
        if (targets.size() == 1 || RechunkPlan.shareReads(alone)) {
            return alone;
        }
        return shared().orElse(alone);
    }

    /** Returns the cheapest plans whose reads are shared, or nothing where none fits. */
    Optional<List<RechunkPlan>> shared() {
        List<Optional<RechunkPlan>> passed = new ArrayList<>();
        planners.forEach(planner -> passed.add(planner.find(RechunkWay.SHUFFLE)));
        List<List<RechunkPlan>> found = new ArrayList<>();
        double mostCells = (double) budget.taskBytes() / elementBytes;
        for (ChunkGrid target : targets) {
            new BoxChoices(source, target, mostCells)
                    .each(box ->
                            reading(new ChunkGrid(source.shape(), box), passed).ifPresent(found::add));
        }
        return found.stream().min(Comparator.comparingDouble(LayoutsPlanner::seconds));
    }

    private static double seconds(List<RechunkPlan> plans) {
        return plans.stream().mapToDouble(RechunkPlan::seconds).sum();
    }

    /** Plans for these read boxes; reading and what the reading tasks write count for the first layout. */
    private Optional<List<RechunkPlan>> reading(ChunkGrid reads, List<Optional<RechunkPlan>> passed) {
        List<RechunkPlan> plans = new ArrayList<>();
        int inPlace = 0;
        for (ChunkGrid target : targets) {
            inPlace += RechunkPlan.isOfWhole(target, reads) ? 1 : 0;
        }
        double disk = 0;
        for (int layout = 0; layout < targets.size(); layout++) {
            double nanos = layout == 0 ? estimate.reading(reads, inPlace) : 0;
            Optional<RechunkPlan> plan = layout(layout, reads, passed.get(layout), nanos);
            if (plan.isEmpty() || plan.get().taskBytes() > budget.taskBytes()) {
                return Optional.empty();
            }
            disk += plan.get().passedBytes();
            plans.add(plan.get());
        }
        return disk > budget.diskBytes() ? Optional.empty() : Optional.of(plans);
    }

    private Optional<RechunkPlan> layout(int layout, ChunkGrid reads, Optional<RechunkPlan> passed, double nanos) {
        ChunkGrid target = targets.get(layout);
        RechunkMemory memory = new RechunkMemory(source, target, elementBytes);
        if (RechunkPlan.isOfWhole(target, reads)) {
            double bytes = memory.direct(reads.chunk());
            return Optional.of(of(target, RechunkWay.DIRECT, List.of(reads), bytes, nanos));
        }
        return passed.map(plan -> {
            List<ChunkGrid> stages = List.of(reads, plan.writes());
            double all = nanos + estimate.passing(RechunkWay.SHUFFLE, stages);
            return of(target, RechunkWay.SHUFFLE, stages, memory.exchanged(stages), all);
        });
    }

    private RechunkPlan of(ChunkGrid target, RechunkWay way, List<ChunkGrid> stages, double bytes, double nanos) {
        return new RechunkPlan(source, target, elementBytes, way, stages, (long) bytes, nanos / 1e9);
    }
}
