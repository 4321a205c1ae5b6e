package dev.shoal.source;

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
     * @param location of the file
     * @param first block
     * @param end one past the last block
     */
    record Piece(String location, long first, long end) implements java.io.Serializable {}
}
