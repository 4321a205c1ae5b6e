package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.regrid.Grid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A grid of a file, with the variables on it.
 *
 * @param grid positions and cells
 * @param origin what in the file it was made of
 * @param variables on it, in stored order; empty where the file holds coordinates alone
 */
public record FileGrid(Grid grid, GridOrigin origin, List<GridVariable> variables) {

    /** Copies the list. */
    public FileGrid {
        variables = new ArrayList<>(variables);
    }

    /**
     * Returns the grids of a file in the order of their first variables; where no variable lies on any, those of its
     * coordinates alone; none of a file of observations.
     *
     * @param file open
     * @param dataset the file's meaning, read with cells
     * @throws IOException where the storage fails
     */
    public static List<FileGrid> of(ArrayFile file, CfDataset dataset) throws IOException {
        if (dataset.grids().isEmpty()) {
            return dataset.observations().isPresent() ? List.of() : new CoordinateGrids(file).find();
        }
        Map<String, List<GridVariable>> byGrid = new LinkedHashMap<>();
        for (GridVariable variable : dataset.grids()) {
            byGrid.computeIfAbsent(variable.grid().digest(), digest -> new ArrayList<>())
                    .add(variable);
        }
        return byGrid.values().stream()
                .map(members ->
                        new FileGrid(members.get(0).grid(), members.get(0).origin(), members))
                .toList();
    }

    /** Returns the names of the variables. */
    public List<String> names() {
        return variables.stream()
                .map(GridVariable::header)
                .map(VariableHeader::name)
                .toList();
    }
}
