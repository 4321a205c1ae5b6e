package dev.shoal.job;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.AccessBox;
import dev.shoal.plan.ChunkAdvice;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.ReadCost;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proposes chunks and shards for the ways in which arrays are read. */
@Command(
        name = "advise",
        header = "Propose chunks and shards for how an array is read.",
        description = {
            "",
            "Tells for each array of two axes and more what a typical read takes: requests and bytes, in the chunks that"
                    + " there are, in those proposed, and in those made for one kind of read alone. Nothing is"
                    + " written.",
            ""
        },
        footer = {
            "",
            "Example: shoal zarr advise sst.zarr sst --read map --read series --read box=time:30,lat:40,lon:40",
            "         shoal zarr advise --shape time=480,lat=720,lon=1440 --type float --ratio 2.3"
        })
final class ZarrAdvise implements Callable<Integer> {

    private static final String READS = "requests of 30 ms, 16 at a time, 100 MB/s";

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "A Zarr store, references, or a NetCDF file.")
    private String path = "";

    @Parameters(index = "1..*", paramLabel = "VARIABLE", description = "Advise on these alone (default: all).")
    private List<String> variables = List.of();

    @Option(
            names = "--shape",
            paramLabel = "NAME=LENGTH",
            split = ",",
            description = "In place of PATH: the dimensions of an array that is not there yet, slowest first.")
    private Map<String, Long> shape = new LinkedHashMap<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "With --shape: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ElementType type = ElementType.FLOAT;

    @Option(
            names = {"--read", "--access"},
            paramLabel = "READ",
            description =
                    "How it is read, may be given again: map (the last two axes whole), series (time whole), point,"
                            + " or box=NAME:LENGTH,... (default: map and series).")
    private List<String> reads = List.of("map", "series");

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Decoded bytes for each stored byte (default: those of the file, else 2).")
    private Optional<Double> ratio = Optional.empty();

    /** Chunks, in shards or not. */
    private record Division(String name, long[] chunk, Optional<long[]> shard) {}

    /** What a read takes; bytes as stored. */
    private record Row(
            String layout,
            long[] chunk,
            long objects,
            double objectBytes,
            String read,
            double requests,
            double bytes,
            double seconds) {}

    @Override
    public Integer call() throws IOException {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (AdvisedArray array : arrays()) {
            trees.add(advise(array));
        }
        if (options.json()) {
            System.out.println(Json.text(trees));
        } else if (trees.isEmpty()) {
            System.out.println(path + " has no array of numbers with two axes or more.");
        } else {
            System.out.println("Seconds are estimated: " + READS + ".");
        }
        return ExitCode.DONE;
    }

    private List<AdvisedArray> arrays() throws IOException {
        if (path.isEmpty() == shape.isEmpty()
                || ratio.filter(number -> !(number > 0)).isPresent()) {
            throw StageException.configuration("Cannot advise: found " + (path.isEmpty() ? "no path" : "path " + path)
                    + ", --shape " + shape + " and --ratio "
                    + ratio.map(String::valueOf).orElse("not given")
                    + ", expected a path or a shape, and a ratio above 0.");
        }
        if (path.isEmpty()) {
            long[] lengths = shape.values().stream().mapToLong(Long::longValue).toArray();
            requireShape(lengths);
            return List.of(AdvisedArray.of(new ArrayList<>(shape.keySet()), lengths, type.bytes(), ratio));
        }
        try (SparkSession spark = Session.open(options);
                ArrayFile file = ArrayStores.open(path, spark.sparkContext().hadoopConfiguration())) {
            return arrays(file);
        }
    }

    private void requireShape(long[] lengths) {
        if (lengths.length < 2 || Arrays.stream(lengths).anyMatch(length -> length < 1) || type.bytes() == 0) {
            throw StageException.configuration("Cannot advise on --shape " + shape + " of " + type
                    + ", expected two lengths and more, each at least 1, of numbers.");
        }
    }

    private List<AdvisedArray> arrays(ArrayFile file) throws IOException {
        for (String name : variables) {
            if (file.header().variable(name).isEmpty()) {
                throw StageException.configuration("Cannot advise on '" + path + "': there is no variable " + name
                        + ", expected some of "
                        + file.header().variables().stream()
                                .map(VariableHeader::name)
                                .toList()
                        + ".");
            }
        }
        List<AdvisedArray> arrays = new ArrayList<>();
        for (VariableHeader variable : file.header().variables()) {
            boolean asked = variables.isEmpty() || variables.contains(variable.name());
            if (asked && variable.rank() > 1 && variable.type().bytes() > 0 && variable.size() > 0) {
                arrays.add(AdvisedArray.of(file, variable, ratio));
            }
        }
        return arrays;
    }

    private Map<String, Object> advise(AdvisedArray array) {
        List<AccessBox> boxes =
                reads.stream().map(text -> ReadPattern.box(text, array)).toList();
        ChunkAdvice advice = ChunkAdvice.of(array.shape(), array.elementBytes(), array.ratio(), boxes);
        List<Division> divisions = new ArrayList<>();
        array.chunk().ifPresent(chunk -> divisions.add(new Division("as it is", chunk, Optional.empty())));
        divisions.add(new Division("proposed", advice.chunk(), Optional.empty()));
        if (!Arrays.equals(advice.chunk(), advice.shard())) {
            divisions.add(new Division("proposed, shards", advice.chunk(), Optional.of(advice.shard())));
        }
        for (AccessBox box : boxes.size() > 1 ? boxes : List.<AccessBox>of()) {
            ChunkAdvice alone = ChunkAdvice.of(array.shape(), array.elementBytes(), array.ratio(), List.of(box));
            divisions.add(new Division("for " + box.name() + " alone", alone.chunk(), Optional.empty()));
        }
        List<Row> rows = rows(array, divisions, boxes);
        if (!options.json()) {
            print(array, rows, advice);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", array.name());
        tree.put("ratio", array.ratio());
        tree.put("chunks", advice.chunk());
        tree.put("shards", advice.shard());
        tree.put("reads", rows);
        return tree;
    }

    private static List<Row> rows(AdvisedArray array, List<Division> divisions, List<AccessBox> boxes) {
        List<Row> rows = new ArrayList<>();
        for (Division division : divisions) {
            double bytes = array.storedBytes(division.chunk());
            long[] object = division.shard().orElse(division.chunk());
            ChunkGrid objects = array.grid(object);
            for (AccessBox box : boxes) {
                ReadCost cost = division.shard().isEmpty()
                        ? ReadCost.of(objects, bytes, box)
                        : ReadCost.of(array.grid(division.chunk()), objects, bytes, box);
                rows.add(new Row(
                        division.name(),
                        division.chunk(),
                        objects.count(),
                        array.storedBytes(object),
                        box.name(),
                        cost.requests(),
                        cost.bytes(),
                        cost.seconds()));
            }
        }
        return rows;
    }

    private static void print(AdvisedArray array, List<Row> rows, ChunkAdvice advice) {
        System.out.println(array + String.format(Locale.ROOT, ", %.1f decoded bytes for each stored", array.ratio()));
        TextTable table =
                new TextTable(List.of("layout", "chunks", "objects", "MB each", "read", "requests", "MB", "seconds"));
        for (Row row : rows) {
            table.add(List.of(
                    row.layout(),
                    Arrays.toString(row.chunk()),
                    String.valueOf(row.objects()),
                    number("%.2f", row.objectBytes() / 1e6),
                    row.read(),
                    number("%.0f", row.requests()),
                    number("%.1f", row.bytes() / 1e6),
                    number("%.2f", row.seconds())));
        }
        System.out.print(table);
        System.out.println("As options: --chunks " + option(array, advice.chunk())
                + (Arrays.equals(advice.chunk(), advice.shard())
                        ? ""
                        : ", and for readers of Zarr v3 --shards " + option(array, advice.shard())));
    }

    private static String option(AdvisedArray array, long[] lengths) {
        StringBuilder text = new StringBuilder();
        for (int axis = 0; axis < lengths.length; axis++) {
            text.append(axis == 0 ? "" : ",");
            text.append(array.dimensions().get(axis)).append('=').append(lengths[axis]);
        }
        return text.toString();
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
