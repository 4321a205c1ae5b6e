package dev.shoal.job;

import dev.shoal.stage.StageException;
import dev.shoal.stage.zarr.PyramidLayout;
import dev.shoal.stage.zarr.PyramidRequest;
import dev.shoal.stage.zarr.PyramidRequest.Masking;
import dev.shoal.stage.zarr.PyramidStage;
import dev.shoal.stage.zarr.RechunkOutcome;
import dev.shoal.stage.zarr.RechunkRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a multiscale store: the arrays, and means of their cells over larger and larger blocks. */
@Command(
        name = "pyramid",
        header = "Make a store of levels that get coarser, for maps to zoom.",
        description = {
            "",
            "Level 0 is the arrays as stored; a cell of level k is the mean of the values of the cells of level 0 below"
                    + " it. Missing values are left out, and so are values whose flags do not say that they are good.",
            "Levels are the groups 0, 1, ... of one store, listed in its attribute multiscales.",
            ""
        },
        footer = {"", "Example: shoal zarr pyramid sst.nc sst-levels.zarr --levels 4 --chunks time=1,lat=360,lon=360"})
final class ZarrPyramid implements Callable<Integer> {

    private static final String ALL = "all";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private RechunkOptions arrays = new RechunkOptions();

    @Option(
            names = "--levels",
            paramLabel = "N",
            description = "Levels above level 0 (default: until a level is one chunk of its plane).")
    private Optional<Integer> levels = Optional.empty();

    @Option(
            names = "--factor",
            paramLabel = "F",
            description = "Cells of the level below in a cell, along each dimension (default: ${DEFAULT-VALUE}).")
    private int factor = 2;

    @Option(
            names = "--over",
            paramLabel = "NAME",
            split = ",",
            description = "Dimensions that are averaged (default: those of the grid's rows and columns).")
    private List<String> over = List.of();

    @Option(
            names = "--accept",
            paramLabel = "FLAG",
            split = ",",
            description =
                    "Flags of values that count, such as 1,2; or all, whatever the flags say (default: those whose"
                            + " flag_meanings say good, pass, acceptable).")
    private List<String> accepted = List.of();

    @Option(
            names = "--min-valid",
            paramLabel = "SHARE",
            description = "Least share of the cells of level 0 that have a value in a cell that has one"
                    + " (default: ${DEFAULT-VALUE}, one value is enough).")
    private double minValid;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options, Session.PLAIN_SHUFFLE)) {
            int cores = spark.sparkContext().defaultParallelism();
            Configuration conf = spark.sparkContext().hadoopConfiguration();
            PyramidLayout layout = PyramidLayout.plan(request(spark, cores), conf, cores);
            RechunkOutcome done = new PyramidStage(spark, new TerminalProgress(System.err)).run(layout);
            if (options.json()) {
                System.out.println(Json.text(done));
            } else {
                show(layout, done);
            }
            return ExitCode.DONE;
        }
    }

    private void show(PyramidLayout layout, RechunkOutcome done) {
        String kept = done.kept() == 0 ? "" : ", " + Counted.of(done.kept(), "chunk") + " were there";
        System.out.println(arrays.target() + ": " + Counted.of(layout.levels(), "level") + " above level 0, "
                + Counted.of(done.arrays(), "array") + ", " + Counted.of(done.written(), "chunk") + " written" + kept
                + ".");
        if (!layout.leftOut().isEmpty()) {
            System.out.println("In level 0 alone: " + String.join(", ", layout.leftOut()) + ".");
        }
    }

    private PyramidRequest request(SparkSession spark, int cores) {
        boolean all = accepted.equals(List.of(ALL));
        try {
            RechunkRequest base = arrays.request(
                    List.of(arrays.layout(PyramidRequest.BASE)),
                    cores,
                    Session.localDiskBytes(spark),
                    Optional.empty());
            return new PyramidRequest(
                    base,
                    levels,
                    factor,
                    over,
                    all || accepted.isEmpty() ? Optional.empty() : Optional.of(flags()),
                    all ? Masking.NONE : Masking.BY_FLAGS,
                    minValid);
        } catch (IllegalArgumentException unfit) {
            throw StageException.configuration(
                    "Cannot make a pyramid of '" + arrays.source() + "': found " + unfit.getMessage() + ".", unfit);
        }
    }

    private List<Long> flags() {
        for (String flag : accepted) {
            if (!flag.matches("-?[0-9]{1,9}")) {
                throw new IllegalArgumentException(
                        "--accept " + flag + ", expected numbers such as " + Arrays.asList(1, 2) + ", or " + ALL);
            }
        }
        return accepted.stream().map(Long::parseLong).toList();
    }
}
