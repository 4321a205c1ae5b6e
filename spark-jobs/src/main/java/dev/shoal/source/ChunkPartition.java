package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * Some chunks of a file: those whose number among all wanted ones lies in one of several equal parts.
 *
 * @param entry of the file, as it was listed
 * @param part from 0
 * @param parts of the file
 */
record ChunkPartition(ArchiveEntry entry, int part, int parts) implements InputPartition {

    /** Returns the number of the first chunk. */
    long first(long chunks) {
        return boundary(chunks, part);
    }

    /** Returns one past the number of the last chunk. */
    long end(long chunks) {
        return boundary(chunks, part + 1L);
    }

    private long boundary(long chunks, long number) {
        return chunks / parts * number + chunks % parts * number / parts;
    }
}
