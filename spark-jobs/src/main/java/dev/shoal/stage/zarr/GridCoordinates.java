package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.stage.StageException;
import dev.shoal.zarr.ArchiveEntry;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * Coordinates that come from a grid file in place of the files' own.
 *
 * @param request that names them
 * @param conf of file systems
 */
record GridCoordinates(StoreRequest request, Configuration conf) {

    /**
     * One of them.
     *
     * @param name in the store
     * @param header in the grid file
     * @param entry the grid file
     */
    record Found(String name, VariableHeader header, ArchiveEntry entry) {}

    /** Returns all that are asked for, in order; nothing where none is. */
    List<Found> found(SourceStage sources) throws IOException {
        List<Found> all = new ArrayList<>();
        if (request.coordinates().isEmpty()) {
            return all;
        }
        if (request.grid().isEmpty()) {
            throw StageException.configuration("Cannot take coordinates " + request.coordinates()
                    + ": no grid file is named. Name it with --grid-filepath.");
        }
        ArchiveEntry grid = sources.list(List.of(request.grid())).get(0);
        try (ArrayFile file = open(grid)) {
            for (Map.Entry<String, String> coordinate : request.coordinates().entrySet()) {
                VariableHeader header = file.header()
                        .variable(request.renamed(coordinate.getValue()))
                        .orElseThrow(() -> StageException.configuration("Cannot take coordinate '"
                                + coordinate.getKey() + "' from " + grid.path() + ": found no variable '"
                                + coordinate.getValue() + "', expected one of that name. Correct --update-coords."));
                all.add(new Found(coordinate.getKey(), header, grid));
            }
        }
        return all;
    }

    /** Opens a grid file under the names of the store. */
    ArrayFile open(ArchiveEntry grid) throws IOException {
        return SourceStage.joined(ArrayStores.open(grid, conf), request);
    }
}
