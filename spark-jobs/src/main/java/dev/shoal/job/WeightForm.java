package dev.shoal.job;

import dev.shoal.regrid.Grid;
import dev.shoal.regrid.Normalisation;
import dev.shoal.regrid.Scheme;
import dev.shoal.stage.StageException;
import dev.shoal.weights.WeightExport;
import dev.shoal.weights.WeightFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** What a file of weights is to look like. */
final class WeightForm {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "scrip for CDO (default), esmf, or xesmf: esmf's without the grids.")
    private String format = "scrip";

    @Option(
            names = "--normalise",
            paramLabel = "BY",
            description = "Weights by area: fracarea, shares of the covered part (default), or destarea, of the whole"
                    + " cell.")
    private String normalise = "fracarea";

    /** Writes the file. */
    void write(WeightExport.Blocks blocks, Grid source, Grid target, Scheme scheme, String location, Configuration conf)
            throws IOException {
        Normalisation by = WeightGrids.named(Normalisation.values(), "normalise", normalise);
        if (by == Normalisation.NONE) {
            throw StageException.configuration(
                    "Cannot take 'none' as --normalise of a file of weights, expected fracarea or destarea.");
        }
        WeightFormat as = WeightGrids.named(WeightFormat.values(), "format", format);
        Path scratch = Files.createTempDirectory("shoal-weights");
        try {
            new WeightExport(source, target, scheme, as, by).write(blocks, location, conf, scratch);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
