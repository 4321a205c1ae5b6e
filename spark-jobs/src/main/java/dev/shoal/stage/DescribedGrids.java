package dev.shoal.stage;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.CfFacts;
import dev.shoal.cf.FileGrid;
import dev.shoal.cf.GridOrigin;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.qc.NearestName;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * The grids that a text stands for.
 *
 * @param grids at least one
 * @param facts of the file; {@link CfFacts#NONE} where it is none
 * @param problems a sentence for everything that was left out or doubted
 */
public record DescribedGrids(List<FileGrid> grids, CfFacts facts, List<String> problems) {

    /** Copies the lists. */
    public DescribedGrids {
        grids = new ArrayList<>(grids);
        problems = new ArrayList<>(problems);
    }

    /**
     * Finds the grids of a file, or of whatever else {@link TargetGridReader} takes.
     *
     * @param variable whose grid alone is wanted; empty for all
     * @throws StageException where there is none, with what was found instead
     */
    public static DescribedGrids of(String text, String variable, Configuration conf) {
        if (!TargetGridReader.isData(text, conf)) {
            TargetGrid target = TargetGridReader.read(text, conf);
            GridOrigin origin = new GridOrigin("", "", target.kind() + " " + target.name(), "");
            return new DescribedGrids(
                    List.of(new FileGrid(target.grid(), origin, List.of())), CfFacts.NONE, target.problems());
        }
        try (ArrayFile file = ArrayStores.open(text, conf)) {
            return of(text, variable, file);
        } catch (IOException error) {
            throw StageException.configuration(
                    "Cannot describe the grids of '" + text + "': " + error.getMessage(), error);
        }
    }

    private static DescribedGrids of(String text, String variable, ArrayFile file) throws IOException {
        CfDataset dataset = CfDataset.withCells(file);
        List<FileGrid> all = FileGrid.of(file, dataset);
        List<String> names = all.stream().flatMap(grid -> grid.names().stream()).toList();
        if (all.isEmpty()) {
            String observations = dataset.observations().isPresent()
                    ? "it holds observations (" + dataset.featureType().title() + "), whose places are no grid."
                    : "it has no usable latitudes and longitudes. " + String.join(" ", dataset.problems());
            throw StageException.configuration("Cannot describe the grids of '" + text + "': " + observations
                    + " Expected coordinates with units degrees_north and degrees_east along the dimensions of some"
                    + " variable.");
        }
        List<FileGrid> wanted = all.stream()
                .filter(grid -> variable.isEmpty() || grid.names().contains(variable))
                .toList();
        if (wanted.isEmpty()) {
            throw StageException.configuration("Cannot describe the grid of '" + variable + "' in '" + text
                    + "': no variable of that name lies on a grid." + NearestName.hint(variable, names)
                    + " There are: " + String.join(", ", names) + ".");
        }
        return new DescribedGrids(wanted, dataset.facts(), dataset.problems());
    }
}
