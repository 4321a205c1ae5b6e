package dev.shoal.job;

import dev.shoal.regrid.TargetGrids;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the names of grids are written. */
@Command(
        name = "list",
        header = "Show how the names of grids are written, and what else a grid may be taken from.",
        footer = {"", "Example: shoal grid list"})
final class GridList implements Callable<Integer> {

    private static final Map<String, String> FROM_FILES = Map.of(
            "PATH", "a data file, a Zarr store, CDO's grid description, YAML with lat and lon, CSV of positions",
            "PATH#VARIABLE", "the grid of a variable of a file that has several");

    @Mixin
    private CommonOptions options = new CommonOptions();

    @Override
    public Integer call() {
        if (options.json()) {
            System.out.println(Json.text(Map.of("names", TargetGrids.forms(), "paths", FROM_FILES)));
            return ExitCode.DONE;
        }
        TargetGrids.forms().forEach(GridList::print);
        System.out.println();
        new TreeMap<>(FROM_FILES).forEach(GridList::print);
        return ExitCode.DONE;
    }

    /** A meaning is never cut off, as a cell of a table would be. */
    private static void print(String form, String meaning) {
        System.out.printf("%-20s  %s%n", form, meaning);
    }
}
