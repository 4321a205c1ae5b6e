package dev.shoal.cf;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attributes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a file means: its grids or its observations. A file holds the one or the other, or neither.
 *
 * @param location the path the file was opened by
 * @param attributes of the file
 * @param featureType as declared, or guessed from the structure
 * @param featureTypeReason how the type was told
 * @param grids in stored order; empty for observations
 * @param observations absent for grids
 * @param facts grid mappings, vertical formulas, calendars, cells
 * @param problems a sentence for everything that was left out, guessed or doubted
 */
public record CfDataset(
        String location,
        Attributes attributes,
        FeatureType featureType,
        String featureTypeReason,
        List<GridVariable> grids,
        Optional<ObservationLayout> observations,
        CfFacts facts,
        List<String> problems) {

    /**
     * Reads headers and coordinates of a file; data are not read, and of grids only the positions of the points.
     *
     * @throws dev.shoal.netcdf.UnreadableException where coordinates are damaged or cannot be decoded
     * @throws IOException where the storage fails
     */
    public static CfDataset of(ArrayFile file) throws IOException {
        return of(file, GridDetail.POINTS);
    }

    /**
     * Reads a file's grids with their cells as well: bounds, corners, triangles.
     *
     * @throws dev.shoal.netcdf.UnreadableException where coordinates are damaged or cannot be decoded
     * @throws IOException where the storage fails
     */
    public static CfDataset withCells(ArrayFile file) throws IOException {
        return of(file, GridDetail.CELLS);
    }

    /**
     * Reads as much of a file's grids as is asked for.
     *
     * @throws dev.shoal.netcdf.UnreadableException where coordinates are damaged or cannot be decoded
     * @throws IOException where the storage fails
     */
    public static CfDataset of(ArrayFile file, GridDetail detail) throws IOException {
        return new DatasetScan(file, detail).dataset();
    }

    /** Returns the grid variable of this name. */
    public Optional<GridVariable> grid(String name) {
        return grids.stream().filter(grid -> grid.header().name().equals(name)).findFirst();
    }
}
