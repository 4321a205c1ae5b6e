package dev.shoal.stage;

import dev.shoal.plan.PlannedArray;
import dev.shoal.plan.Window;
import dev.shoal.stage.RegridOutcome.Done;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Brings files to another grid, into one store or file. Chunks are written first and what shows them to readers last;
 * after a stop the same request does the rest, and nothing where everything is done.
 */
public final class RegridStage {

    private static final int MEMORY_SHARES = 8;
    private static final long MOST_SENT_BYTES = 64L << 20;

    private final Workers workers;
    private final Progress progress;

    /** Prepares for requests that these workers do. */
    public RegridStage(Workers workers, Progress progress) {
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Carries a request out.
     *
     * @throws StageException where it cannot be, with the reason
     */
    public RegridOutcome run(RegridRequest request) {
        long start = System.nanoTime();
        try {
            RegridSources sources = RegridSources.of(request, workers, progress);
            RegridTarget target = RegridTarget.of(request, sources.digest());
            if (target.isWhole(conf())) {
                return outcome(request, sources, Done.STOOD_ALREADY, start);
            }
            target.requireFree(conf());
            return write(request, sources, target, start);
        } catch (IOException error) {
            throw StageException.store(request.output(), error);
        }
    }

    private RegridOutcome write(RegridRequest request, RegridSources sources, RegridTarget target, long start)
            throws IOException {
        GridPlanning planning = sources.planning(conf());
        CarriedVariables carried = new CarriedVariables(planning, request.variables(), conf());
        carried.add();
        List<FieldWay> ways = FieldWays.prepared(planning.ways(), mostBytes(), workers.cores(), conf());
        Path ledger = target.ledger();
        FileSystem fs = ledger.getFileSystem(conf());
        fs.mkdirs(ledger);
        ZarrStore.create(
                target.store(),
                conf(),
                sources.attributes(conf(), target),
                planning.layout().arrays());
        UnitSummary summary = new GridUnits(workers, progress, "Regridding")
                .run(planning, ways, new GridUnits.Place(target.store(), ledger.toString(), request.form()));
        GridStage.publish(planning, planning.layout(), target.store(), conf());
        target.finish(planning.layout().arrays(), conf());
        fs.delete(ledger, true);
        return outcome(request, sources, planning, carried, ways, summary, start);
    }

    private Configuration conf() {
        return workers.conf();
    }

    /** Returns the most that weights may take that are made before the tasks. */
    private long mostBytes() {
        return workers.isHere() ? workers.heapBytes() / MEMORY_SHARES : MOST_SENT_BYTES;
    }

    private static RegridOutcome outcome(RegridRequest request, RegridSources sources, Done done, long start) {
        return new RegridOutcome(
                request.output(),
                done,
                request.regrid().name(),
                sources.files(),
                0,
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                0,
                seconds(start));
    }

    private static RegridOutcome outcome(
            RegridRequest request,
            RegridSources sources,
            GridPlanning planning,
            CarriedVariables carried,
            List<FieldWay> ways,
            UnitSummary summary,
            long start) {
        Map<String, String> refused = new TreeMap<>(sources.refused());
        refused.putAll(planning.refused());
        refused.putAll(planning.leftOut());
        refused.putAll(summary.damaged());
        List<RegridOutcome.Variable> variables = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            PlannedArray array = planning.plan().arrays().get(i);
            variables.add(new RegridOutcome.Variable(
                    array.name(),
                    ways.get(i).weights().scheme().key(),
                    Categories.note(planning.description(array.name()), request.regrid()),
                    Window.whole(array.target().shape()).size(),
                    summary.missing().getOrDefault(array.name(), 0L),
                    Optional.ofNullable(summary.integrals().get(array.name()))));
        }
        long weightBytes = ways.stream()
                .map(FieldWay::weights)
                .distinct()
                .flatMap(weights -> weights.whole().stream())
                .mapToLong(BoundWeights::bytes)
                .sum();
        return new RegridOutcome(
                request.output(),
                Done.WRITTEN,
                request.regrid().name(),
                planning.plan().files().size(),
                planning.periods().isEmpty()
                        ? planning.assembly().keys().length
                        : planning.periods().get(0).periods().size(),
                variables,
                carried.carried(),
                carried.leftOut(),
                refused,
                weightBytes,
                seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
