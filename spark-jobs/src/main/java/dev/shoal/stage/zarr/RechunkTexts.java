package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.RechunkBudget;
import dev.shoal.plan.RechunkCosts;
import dev.shoal.plan.RechunkPlan;
import dev.shoal.plan.RechunkPlanner;
import dev.shoal.plan.RechunkWay;
import dev.shoal.plan.Window;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.ZarrArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rechunks texts, which have no width: always directly, one target chunk at a time, so that a task holds the texts of
 * one target chunk and of one source chunk, and stops with an error where these are more than it may hold.
 */
final class RechunkTexts {

    private RechunkTexts() {}

    /**
     * Plans the ways of texts to some arrays; what a task holds of them is known once it has read them.
     *
     * @param source chunks as they are
     * @param targets arrays as they are to be
     * @throws IllegalArgumentException where not even one source chunk and one target chunk fit into a task
     * @throws IOException where the texts that are looked at cannot be read
     */
    static List<RechunkPlan> plans(
            RechunkRequest request,
            ArrayFile file,
            ChunkGrid source,
            VariableHeader variable,
            List<ZarrArray> targets,
            int cores)
            throws IOException {
        RechunkBudget budget = new RechunkBudget(request.taskBytes(), cores, request.diskBytes());
        int bytes = TextSizes.mean(file, variable);
        List<RechunkPlan> plans = new ArrayList<>();
        for (ZarrArray target : targets) {
            RechunkPlan plan = new RechunkPlanner(source, target.grid(), bytes, budget, RechunkCosts.STANDARD)
                    .plan(RechunkWay.DIRECT);
            plans.add(new RechunkPlan(
                    source, target.grid(), bytes, plan.way(), plan.stages(), request.taskBytes(), plan.seconds()));
        }
        return plans;
    }

    /** Reads a box and writes its chunks. */
    static void direct(RechunkWork work, ArrayFile file, ChunkWriter writer, Window box) throws IOException {
        VariableHeader variable = RechunkTask.variable(work, file);
        ZarrArray array = work.array().array();
        ChunkGrid target = work.plan().target();
        for (long[] index : ChunkGrid.walk(target.touching(box))) {
            Window chunk = target.window(index);
            writer.write(array, index, gathered(work, file, variable, chunk));
        }
    }

    private static String[] gathered(RechunkWork work, ArrayFile file, VariableHeader variable, Window chunk)
            throws IOException {
        ChunkGrid source = work.plan().source();
        String[] texts = new String[Math.toIntExact(chunk.size())];
        long bytes = 0;
        for (long[] index : ChunkGrid.walk(source.touching(chunk))) {
            Window cells = source.window(index).intersect(chunk).orElseThrow();
            String[] part = (String[]) file.read(variable, cells).values();
            bytes += TextSizes.bytes(part);
            if (bytes > work.plan().taskBytes()) {
                throw StageException.configuration("Cannot rechunk '"
                        + work.array().source() + "', variable "
                        + variable.name() + ": the texts of target chunk " + chunk + " take more than "
                        + work.plan().taskBytes() + " bytes, the most that a task may hold. Choose smaller chunks or"
                        + " more memory.");
            }
            RechunkPieces.copy(part, cells, texts, chunk, cells);
        }
        return texts;
    }
}
