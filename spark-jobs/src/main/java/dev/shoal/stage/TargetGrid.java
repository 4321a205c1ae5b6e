package dev.shoal.stage;

import dev.shoal.regrid.Grid;
import java.util.ArrayList;
import java.util.List;

/**
 * A grid to bring data to.
 *
 * @param name as it was asked for
 * @param kind what it was made of, for people: a name, a description, a file
 * @param grid with its cells
 * @param problems a sentence for everything that was left out or doubted
 */
public record TargetGrid(String name, String kind, Grid grid, List<String> problems) {

    /** Copies the list. */
    public TargetGrid {
        problems = new ArrayList<>(problems);
    }
}
