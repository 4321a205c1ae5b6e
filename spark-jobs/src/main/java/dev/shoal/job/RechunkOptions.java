package dev.shoal.job;

import dev.shoal.plan.RechunkWay;
import dev.shoal.stage.zarr.ChunkLayout;
import dev.shoal.stage.zarr.RechunkRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands are told that make a store of the arrays of another, in other chunks. */
final class RechunkOptions {

    private static final long MOST_DEFAULT_BYTES = 512L << 20;

    @Parameters(index = "0", paramLabel = "SOURCE", description = "A Zarr store, references, or a NetCDF file.")
    private String source = "";

    @Parameters(index = "1", paramLabel = "TARGET", description = "Folder of the store to be made.")
    private String target = "";

    @Option(
            names = "--chunks",
            paramLabel = "NAME=LENGTH",
            split = ",",
            description = "Cells of a chunk along a dimension; dimensions not named keep theirs.")
    private Map<String, Long> chunks = new LinkedHashMap<>();

    @Option(names = "--variables", paramLabel = "NAME", split = ",", description = "Take these alone (default: all).")
    private List<String> variables = List.of();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Most that a task may hold (default: 512m, or its share of half of this process's memory).")
    private Optional<Long> memory = Optional.empty();

    @Mixin
    private ZarrForm form = new ZarrForm();

    /** Returns where the arrays are. */
    String source() {
        return source;
    }

    /** Returns where the store is made. */
    String target() {
        return target;
    }

    /** Returns the layouts that texts name beside, or in place of, the one of these chunks. */
    List<ChunkLayout> layouts(List<String> named) {
        return LayoutText.layouts(chunks, named, form.form());
    }

    /** Returns the layout of these chunks under a name. */
    ChunkLayout layout(String name) {
        return new ChunkLayout(name, chunks, form.form());
    }

    /**
     * Returns what is asked for.
     *
     * @param cores how many tasks share this process's memory
     * @param diskBytes most that Spark may put on local disks
     * @param way how the cells come, where the user chose
     */
    RechunkRequest request(List<ChunkLayout> layouts, int cores, long diskBytes, Optional<RechunkWay> way) {
        long share = Runtime.getRuntime().maxMemory() / 2 / cores;
        long taskBytes = memory.orElse(Math.min(MOST_DEFAULT_BYTES, share));
        return new RechunkRequest(source, target, layouts, variables, taskBytes, diskBytes, way);
    }
}
