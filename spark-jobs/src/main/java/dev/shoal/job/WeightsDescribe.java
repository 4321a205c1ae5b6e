package dev.shoal.job;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.weights.ToldGrid;
import dev.shoal.weights.WeightFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a file of weights holds. */
@Command(
        name = "describe",
        header = "Show what a file of weights holds: format, method, normalisation, grids.",
        footer = {"", "Example: shoal weights describe weights.nc"})
final class WeightsDescribe implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Parameters(paramLabel = "FILE", description = "A file of weights of CDO, ESMF, xESMF or Shoal.")
    private String path = "";

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        try (ArrayFile file = ArrayFiles.open(path, credentials.configuration())) {
            Map<String, String> facts = facts(WeightFile.of(file));
            if (options.json()) {
                System.out.println(Json.text(facts));
            } else {
                facts.forEach((name, text) -> System.out.println(name + ": " + text));
            }
        }
        return ExitCode.DONE;
    }

    private static Map<String, String> facts(WeightFile weights) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", lower(weights.format()));
        facts.put("method", weights.mapMethod().isEmpty() ? "not told" : weights.mapMethod());
        facts.put("normalisation", lower(weights.normalisation()));
        facts.put("links", Counted.number(weights.links()));
        facts.put("source", grid(weights.source()));
        facts.put("target", grid(weights.target()));
        facts.put("sums over a target cell", sums(weights));
        return facts;
    }

    private static String sums(WeightFile weights) throws IOException {
        WeightFile.Sums sums = weights.sums();
        return sums.least() + " to " + sums.most() + ", over " + Counted.of(sums.cells(), "cell");
    }

    private static String grid(ToldGrid grid) throws IOException {
        if (grid.size().isEmpty()) {
            return "not told";
        }
        String masked = grid.masked() == 0 ? "" : ", " + Counted.number(grid.masked()) + " masked";
        return Counted.of(grid.size().get(), "cell") + " " + Arrays.toString(grid.dims()) + ", told by "
                + lower(grid.told()) + masked;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
