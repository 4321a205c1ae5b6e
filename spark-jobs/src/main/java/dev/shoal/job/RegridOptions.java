package dev.shoal.job;

import dev.shoal.spec.OutputSpec;
import dev.shoal.spec.RegridSpec;
import dev.shoal.spec.SpecException;
import dev.shoal.stage.StageException;
import dev.shoal.stage.TargetGridReader;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.StoreForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a command is told of the grid, the methods and the form of the output. */
final class RegridOptions {

    private static final long MOST_DEFAULT_BYTES = 512L << 20;

    @Option(
            names = "--grid",
            required = true,
            paramLabel = "GRID",
            description = "The target: a name such as global_0.25 or r360x180, a grid description of CDO's, YAML, or a"
                    + " file whose grid to take.")
    private String grid = "";

    @Option(
            names = "--method",
            paramLabel = "[NAME=]METHOD",
            split = ",",
            description = "nearest, nearest-d2s, inverse-distance, bilinear, bicubic, conservative, conservative2,"
                    + " largest-area (default: bilinear); with NAME= for one variable.")
    private List<String> methods = List.of();

    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            description = "What missing values do: as cdo, as xesmf, or shoal's own (default).")
    private Optional<String> policy = Optional.empty();

    @Option(
            names = "--normalise",
            paramLabel = "BY",
            description = "What sums over areas are divided by: fracarea (default), destarea, none.")
    private Optional<String> normalise = Optional.empty();

    @Option(
            names = "--min-valid",
            paramLabel = "SHARE",
            description = "Least valid share of a target cell (default: the policy's, 0.5 of shoal).")
    private Optional<String> minValid = Optional.empty();

    @Option(names = "--neighbours", paramLabel = "N", description = "Points that inverse-distance takes (default: 4).")
    private Optional<String> neighbours = Optional.empty();

    @Option(
            names = "--reach",
            paramLabel = "REACH",
            description = "Where targets lie that get a value: within-source (default), or everywhere, which is the"
                    + " default of policy cdo for nearest and inverse-distance.")
    private Optional<String> reach = Optional.empty();

    @Option(
            names = "--edges",
            paramLabel = "EDGES",
            description = "What joins the corners of rectilinear cells: latitude-circle as CDO (default), great-circle"
                    + " as ESMF.")
    private Optional<String> edges = Optional.empty();

    @Option(
            names = "--extrapolate",
            paramLabel = "HOW",
            description = "How target cells are filled that are missing: none (default), nearest, inverse-distance[:N],"
                    + " creep[:PASSES].")
    private Optional<String> extrapolate = Optional.empty();

    @Option(
            names = "--extrapolate-distance",
            paramLabel = "DISTANCE",
            description = "No farther than this many degrees, or kilometres as in 200km.")
    private Optional<String> extrapolateDistance = Optional.empty();

    @Option(
            names = "--no-conservation",
            description = "Compare no integrals of source and target, which methods by area report else.")
    private boolean noConservation;

    @Option(
            names = "--valid-fraction",
            description = "Write the valid share of each cell beside the values, as NAME_valid_fraction.")
    private boolean validFraction;

    @Option(
            names = {"--weights-cache", "--weights"},
            paramLabel = "PATH",
            description = "Keep weights in this folder and take them from there, known by the content of both grids; or"
                    + " use those of a table or a file: SCRIP (CDO's), ESMF's, xESMF's.")
    private Optional<String> weights = Optional.empty();

    @Option(
            names = "--chunks",
            paramLabel = "NAME=LENGTH",
            split = ",",
            description = "Cells of a chunk along time, vertical, lat, lon or cell (default: by size).")
    private Map<String, Integer> chunks = new LinkedHashMap<>();

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Most that a task may hold (default: 512m, or its share of half of this process's memory).")
    private Optional<Long> memory = Optional.empty();

    @Mixin
    private PreparationOptions preparation = new PreparationOptions();

    @Mixin
    private ZarrForm form = new ZarrForm();

    /**
     * Returns the grid and the methods.
     *
     * @param conf of the file systems that the grid may lie in
     */
    RegridSpec spec(Configuration conf) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("grid", grid);
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String method : methods) {
            int equals = method.indexOf('=');
            if (equals < 0) {
                keys.put("method", method);
            } else {
                variables.put(method.substring(0, equals), Map.of("method", method.substring(equals + 1)));
            }
        }
        if (!variables.isEmpty()) {
            keys.put("variables", variables);
        }
        named().forEach((name, value) -> value.ifPresent(text -> keys.put(name, text)));
        if (noConservation) {
            keys.put("conservation", "false");
        }
        if (validFraction) {
            keys.put("valid-fraction", "true");
        }
        keys.putAll(preparation.keys());
        try {
            return RegridSpec.parse(
                    Json.text(keys),
                    "",
                    path -> TargetGridReader.read(path, conf).grid());
        } catch (SpecException unfit) {
            throw StageException.configuration(
                    unfit.problems().stream().map(RegridOptions::asOption).collect(Collectors.joining("\n")), unfit);
        }
    }

    /** Returns a problem of a key as one of the option of its name. */
    private static String asOption(String problem) {
        return problem.replaceFirst("^(line \\d+: )?'([a-z-]+)'", "Cannot regrid: --$2");
    }

    private Map<String, Optional<String>> named() {
        Map<String, Optional<String>> named = new LinkedHashMap<>();
        named.put("policy", policy);
        named.put("normalise", normalise);
        named.put("min-valid", minValid);
        named.put("neighbours", neighbours);
        named.put("reach", reach);
        named.put("edges", edges);
        named.put("extrapolate", extrapolate);
        named.put("extrapolate-distance", extrapolateDistance);
        named.put("weights-cache", weights);
        return named;
    }

    /** Returns the words that decide what comes out, as they may be given again. */
    List<String> words() {
        List<String> words = new ArrayList<>(List.of("--grid", grid));
        if (!methods.isEmpty()) {
            words.addAll(List.of("--method", String.join(",", methods)));
        }
        named().forEach((name, value) -> value.ifPresent(text -> words.addAll(List.of("--" + name, text))));
        if (validFraction) {
            words.add("--valid-fraction");
        }
        words.addAll(preparation.words());
        return words;
    }

    /** Returns how the output is written. */
    OutputSpec form(Workers workers) {
        StoreForm store = form.form();
        if (!store.shards().isEmpty()) {
            throw StageException.configuration("Cannot regrid into shards " + store.shards()
                    + ": expected chunks alone. Make shards of the store with 'shoal zarr rechunk'.");
        }
        long share = workers.heapBytes() / 2 / workers.cores();
        return OutputSpec.of(store, chunks, memory.orElse(Math.min(MOST_DEFAULT_BYTES, share)));
    }
}
