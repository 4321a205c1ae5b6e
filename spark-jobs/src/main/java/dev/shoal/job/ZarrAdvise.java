package dev.shoal.job;

import dev.shoal.netcdf.ArrayFile;
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
            "Tells for each array of two axes and more what a typical read takes: requests and bytes, in the chunks that",
            "there are, in those proposed, and in those made for one access alone. Nothing is written.",
            ""
        },
        footer = {
            "",
            "Example: shoal zarr advise sst.zarr --access map --access series --access box=time:30,lat:40,lon:40"
        })
final class ZarrAdvise implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(index = "0", paramLabel = "PATH", description = "A Zarr store, references, or a NetCDF file.")
    private String path = "";

    @Option(
            names = "--access",
            paramLabel = "ACCESS",
            description =
                    "How it is read, may be given again: map (the last two axes whole), series (time whole), point,"
                            + " or box=NAME:LENGTH,... (default: map and series).")
    private List<String> accesses = List.of("map", "series");

    @Option(
            names = "--ratio",
            paramLabel = "R",
            description = "Decoded bytes for each stored byte (default: ${DEFAULT-VALUE}, as of shuffle and zstd).")
    private double ratio = 2;

    @Override
    public Integer call() throws IOException {
        try (SparkSession spark = Session.open(options);
                ArrayFile file = ArrayStores.open(path, spark.sparkContext().hadoopConfiguration())) {
            List<Map<String, Object>> trees = new ArrayList<>();
            for (VariableHeader variable : file.header().variables()) {
                if (variable.rank() > 1 && variable.type().bytes() > 0 && variable.size() > 0) {
                    trees.add(advise(variable));
                }
            }
            if (options.json()) {
                System.out.println(Json.text(trees));
            } else if (trees.isEmpty()) {
                System.out.println(path + " has no array of numbers with two axes or more.");
            }
            return ExitCode.DONE;
        }
    }

    private Map<String, Object> advise(VariableHeader variable) {
        List<AccessBox> boxes =
                accesses.stream().map(text -> box(text, variable)).toList();
        int bytes = variable.type().bytes();
        ChunkAdvice advice = ChunkAdvice.of(variable.shape(), bytes, ratio, boxes);
        Map<String, long[]> layouts = new LinkedHashMap<>();
        if (variable.storage().chunked()) {
            layouts.put("as it is", variable.storage().chunk());
        }
        layouts.put("proposed", advice.chunk());
        if (boxes.size() > 1) {
            for (AccessBox box : boxes) {
                layouts.put(
                        "for " + box.name(),
                        ChunkAdvice.of(variable.shape(), bytes, ratio, List.of(box))
                                .chunk());
            }
        }
        if (!options.json()) {
            print(variable, layouts, boxes, advice);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", variable.name());
        tree.put("chunks", advice.chunk());
        tree.put("shards", advice.shard());
        return tree;
    }

    private void print(
            VariableHeader variable, Map<String, long[]> layouts, List<AccessBox> boxes, ChunkAdvice advice) {
        System.out.println(variable.name() + " " + variable.dimensions() + " " + Arrays.toString(variable.shape()));
        TextTable table = new TextTable(List.of("layout", "chunks", "objects", "read", "requests", "MB", "seconds"));
        layouts.forEach((name, chunk) -> {
            ChunkGrid grid = new ChunkGrid(variable.shape(), chunk);
            double stored = variable.type().bytes() / ratio;
            for (long length : chunk) {
                stored *= length;
            }
            for (AccessBox box : boxes) {
                ReadCost cost = ReadCost.of(grid, stored, box);
                table.add(List.of(
                        name,
                        Arrays.toString(chunk),
                        String.valueOf(grid.count()),
                        box.name(),
                        number("%.0f", cost.requests()),
                        number("%.1f", cost.bytes() / 1e6),
                        number("%.2f", cost.seconds())));
            }
        });
        System.out.print(table);
        System.out.println("Shards, where readers know Zarr v3: " + Arrays.toString(advice.shard()));
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private AccessBox box(String text, VariableHeader variable) {
        long[] shape = new long[variable.rank()];
        Arrays.fill(shape, 1);
        int last = shape.length - 1;
        switch (text.replaceFirst("=.*", "")) {
            case "map" -> {
                shape[last] = variable.shape()[last];
                shape[last - 1] = variable.shape()[last - 1];
            }
            case "series" -> {
                int time = Math.max(0, variable.axis("time"));
                shape[time] = variable.shape()[time];
            }
            case "box" -> lengths(text, variable, shape);
            case "point" -> {
                // Nothing but the one cell.
            }
            default -> throw unknown(text);
        }
        return new AccessBox(text, shape);
    }

    private void lengths(String text, VariableHeader variable, long[] shape) {
        for (String part : text.replaceFirst("[^=]*=?", "").split(",", -1)) {
            String[] pair = part.split(":", -1);
            if (pair.length != 2 || !pair[1].matches("[1-9][0-9]{0,17}")) {
                throw unknown(text);
            }
            int axis = variable.axis(pair[0]);
            if (axis >= 0) {
                shape[axis] = Math.min(variable.shape()[axis], Long.parseLong(pair[1]));
            }
        }
    }

    private StageException unknown(String text) {
        return StageException.configuration("Cannot advise on '" + path + "': found access '" + text
                + "', expected map, series, point or box=NAME:LENGTH,... such as box=time:30,lat:40.");
    }
}
