package dev.shoal.job;

import dev.shoal.cf.CdoGridWriter;
import dev.shoal.cf.FileGrid;
import dev.shoal.regrid.Grid;
import dev.shoal.stage.DescribedGrids;
import dev.shoal.stage.StageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a grid is, what is odd about it, and what can be done with it. */
@Command(
        name = "describe",
        header = "Tell what the grids of a file, or the grid of a name, are: shape, extent, cells, holes, methods.",
        description = {
            "",
            "Reads coordinates and bounds, no data. A grid is also a name (shoal grid list), CDO's grid description,",
            "a YAML file with lat and lon, or a CSV of positions.",
            ""
        },
        footer = {
            "",
            "Example: shoal grid describe ocean.nc --variable temp",
            "         shoal grid describe r360x180 --cdo"
        })
final class GridDescribe implements Callable<Integer> {

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Mixin
    private ZarrCredentials credentials = new ZarrCredentials();

    @Parameters(paramLabel = "GRID", description = "File, store, grid description, or a grid's name.")
    private String grid = "";

    @Option(names = "--variable", paramLabel = "NAME", description = "Tell of the grid of this variable alone.")
    private String variable = "";

    @Option(names = "--cdo", description = "Print the grid as CDO's grid description.")
    private boolean cdo;

    @Option(names = "--map", paramLabel = "PNG", description = "Draw the points and cells into a picture.")
    private Path map = Path.of("");

    @Override
    public Integer call() throws IOException {
        Logging.toFile(options.data());
        Configuration conf = credentials.configuration();
        DescribedGrids described = DescribedGrids.of(grid, variable, conf);
        if (cdo || !map.toString().isEmpty()) {
            Grid only = only(described);
            if (!map.toString().isEmpty()) {
                GridMap.draw(only, map);
            }
            if (cdo) {
                System.out.print(CdoGridWriter.text(only));
                return ExitCode.DONE;
            }
        }
        if (options.json()) {
            System.out.println(Json.text(json(described)));
        } else {
            print(described);
        }
        return ExitCode.DONE;
    }

    private Grid only(DescribedGrids described) {
        if (described.grids().size() > 1) {
            List<String> each = described.grids().stream()
                    .map(found -> found.names().isEmpty()
                            ? found.origin().lat()
                            : found.names().get(0))
                    .toList();
            throw StageException.configuration("Cannot show the grid of '" + grid + "' so: it has "
                    + described.grids().size()
                    + " grids, expected one. Choose it with '--variable', as one of " + String.join(", ", each) + ".");
        }
        return described.grids().get(0).grid();
    }

    private void print(DescribedGrids described) {
        int number = 0;
        for (FileGrid found : described.grids()) {
            number++;
            String which = described.grids().size() == 1 ? "" : "grid " + number + ": ";
            System.out.print(GridText.of(which, found, described.facts()));
            System.out.println();
        }
        described.problems().forEach(problem -> System.out.println("note: " + problem));
    }

    private Map<String, Object> json(DescribedGrids described) {
        List<Map<String, Object>> grids = new ArrayList<>();
        for (FileGrid found : described.grids()) {
            grids.add(GridJson.of(found, described.facts()));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("grid", grid);
        tree.put("grids", grids);
        tree.put("problems", described.problems());
        return tree;
    }
}
