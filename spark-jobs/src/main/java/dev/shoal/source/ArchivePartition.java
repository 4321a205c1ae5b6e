package dev.shoal.source;

import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.ArchiveEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task reads, file after file.
 *
 * @param pieces at least one
 */
record ArchivePartition(List<Piece> pieces) implements InputPartition {

    /** Copies the list. */
    ArchivePartition {
        pieces = new ArrayList<>(pieces);
    }

    /**
     * Some blocks of a file.
     *
     * @param entry of the file, as the plan found it
     * @param first block
     * @param end one past the last block
     * @param blocks that the plan counted in the file
     */
    record Piece(ArchiveEntry entry, long first, long end, long blocks) implements java.io.Serializable {

        /**
         * Refuses a file that is not what the plan was made of.
         *
         * @param found blocks in the file as it is
         */
        void requireBlocks(long found) throws UnreadableException {
            if (found != blocks) {
                throw new UnreadableException("Cannot read " + entry.path() + ": found " + found
                        + " blocks of cells, expected the " + blocks + " of the plan. The file was changed while it was"
                        + " being read; run the query again.");
            }
        }
    }
}
