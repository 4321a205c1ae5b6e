package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** What a row of a table is, and how a file gives rows. */
sealed interface RowKind extends Serializable permits CellRows, ObservationRows {

    /** Returns the columns of the table, in order. */
    List<SourceColumn> columns();

    /** Returns a sentence for everything of the first file that the table leaves out. */
    List<String> notes();

    /**
     * Finds out what of a file must be read.
     *
     * @throws UnreadableException where the file does not fit into the table; names file, variable and remedy
     */
    FileWork work(ArrayFile file, CfDataset dataset, ScanRequest request) throws IOException;

    /**
     * Starts reading a part of a file.
     *
     * @param piece some of the blocks that {@link #work} counted
     * @return closed by the caller; the file is closed by whom opened it
     */
    BatchReader open(ArrayFile file, CfDataset dataset, ScanRequest request, ArchivePartition.Piece piece)
            throws IOException;

    /**
     * Makes the rows of a table from its first file.
     *
     * @param variables names of those that are wanted; empty for all of one shape
     * @throws UnreadableException where the file holds neither grids nor observations
     */
    static RowKind of(CfDataset dataset, List<String> variables) throws UnreadableException {
        if (dataset.observations().isPresent()) {
            return ObservationRows.of(dataset, variables);
        }
        if (dataset.grids().isEmpty()) {
            throw new UnreadableException("Cannot make a table of " + dataset.location() + ": "
                    + String.join(" ", dataset.problems()) + " Leave the file out.");
        }
        return CellRows.of(dataset, variables);
    }
}
