package dev.shoal.source;

import dev.shoal.cf.CfDataset;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;

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
     * Finds out the same without opening the file.
     *
     * @return nothing where what is known does not tell, or where the file may not fit
     */
    default Optional<FileWork> work(FileFacts facts, ScanRequest request) {
        return Optional.empty();
    }

    /** Returns the columns that filters can bound, with their types. */
    Map<String, DataType> bounded();

    /**
     * Returns what is known exactly of the rows within bounds, without opening the file; nothing where that is little.
     */
    default Optional<CellTotals> totals(FileFacts facts, ScanRequest request) {
        return Optional.empty();
    }

    /**
     * Starts reading a part of a file.
     *
     * @param piece some of the blocks that {@link #work} counted
     * @return closed by the caller; the file is closed by whom opened it
     */
    BatchReader open(ArrayFile file, CfDataset dataset, ScanRequest request, ArchivePartition.Piece piece)
            throws IOException;
}
