package dev.shoal.job;

import dev.shoal.plan.RechunkPlan;
import dev.shoal.plan.RechunkWay;
import dev.shoal.stage.zarr.RechunkArray;
import dev.shoal.stage.zarr.RechunkLayout;
import dev.shoal.stage.zarr.RechunkOutcome;
import dev.shoal.stage.zarr.RechunkRequest;
import dev.shoal.stage.zarr.RechunkStage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a store of the arrays of another, divided into other chunks. */
@Command(
        name = "rechunk",
        header = "Make a store of the same arrays in other chunks.",
        description = {
            "",
            "Elements are copied as stored: packing, fill values and attributes stay. Each task stays under its memory.",
            "Data are written first and what shows them to readers last; after a stop the same command does the rest.",
            ""
        },
        footer = {
            "",
            "Example: shoal zarr rechunk maps.zarr series.zarr --chunks time=480,lat=60,lon=60",
            "         shoal zarr rechunk sst.nc sst.zarr --layout maps:time=1 --layout series:time=480,lat=60,lon=60"
        })
final class ZarrRechunk implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private RechunkOptions arrays = new RechunkOptions();

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = "A group of the store with all arrays in chunks of its own, may be given again:"
                    + " NAME:DIMENSION=LENGTH,... and, where it has shards of its own, /DIMENSION=LENGTH,... behind.")
    private List<String> layouts = List.of();

    @Option(
            names = "--disk",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Most that Spark may put on local disks (default: half of what is free, where Spark runs in"
                    + " this process).")
    private Optional<Long> disk = Optional.empty();

    @Option(
            names = "--way",
            paramLabel = "WAY",
            description = "How the cells come: ${COMPLETION-CANDIDATES} (default: what takes the least time).")
    private Optional<RechunkWay> way = Optional.empty();

    @Option(names = "--dry-run", description = "Say what would be read, passed on and written; write nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options, Session.PLAIN_SHUFFLE)) {
            int cores = spark.sparkContext().defaultParallelism();
            Configuration conf = spark.sparkContext().hadoopConfiguration();
            RechunkRequest request = arrays.request(
                    arrays.layouts(layouts), cores, disk.orElseGet(() -> Session.localDiskBytes(spark)), way);
            RechunkLayout layout = RechunkLayout.plan(request, conf, cores);
            if (dryRun) {
                show(layout);
                return ExitCode.DONE;
            }
            show(new RechunkStage(spark, new TerminalProgress(System.err)).run(layout), layout);
            return ExitCode.DONE;
        }
    }

    private void show(RechunkLayout layout) {
        if (options.json()) {
            System.out.println(
                    Json.text(layout.arrays().stream().map(ZarrRechunk::json).toList()));
            return;
        }
        for (List<RechunkArray> variable : layout.variables()) {
            for (RechunkArray array : variable) {
                System.out.println(array.array().path() + " " + array.plan());
            }
            if (variable.size() > 1) {
                System.out.println(variable.get(0).variable().name() + ": each source chunk is decoded at most "
                        + mostDecodes(variable) + " x for all layouts");
            }
        }
    }

    private static long mostDecodes(List<RechunkArray> arrays) {
        return RechunkPlan.mostDecodes(arrays.stream().map(RechunkArray::plan).toList());
    }

    private static Map<String, Object> json(RechunkArray array) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", array.variable().name());
        tree.put("path", array.array().path());
        tree.put("way", array.plan().way());
        tree.put("chunks", array.plan().target().chunk());
        tree.put("sourceChunks", array.plan().source().count());
        tree.put("decodes", array.plan().decodes());
        tree.put("mostDecodes", array.plan().mostDecodes());
        tree.put("pieces", array.plan().pieces());
        tree.put("passedBytes", array.plan().passedBytes());
        tree.put("targetChunks", array.plan().target().count());
        tree.put("taskBytes", array.plan().taskBytes());
        return tree;
    }

    private void show(RechunkOutcome done, RechunkLayout layout) {
        if (options.json()) {
            System.out.println(Json.text(done));
            return;
        }
        long most = layout.variables().stream()
                .mapToLong(ZarrRechunk::mostDecodes)
                .max()
                .orElse(0);
        String kept = done.kept() == 0 ? "" : ", " + Counted.of(done.kept(), "chunk") + " were there";
        System.out.println(arrays.target() + ": " + Counted.of(done.arrays(), "array") + ", "
                + Counted.of(done.written(), "chunk") + " written" + kept + "; a source chunk is read at most "
                + Counted.of(most, "time") + ".");
    }
}
