package dev.shoal.source;

import dev.shoal.zarr.ArchiveEntry;
import org.apache.spark.sql.connector.read.InputPartition;

/**
 * What one task makes of a regridded field.
 *
 * @param entry of one file
 * @param share of the file's steps, from 0
 * @param shares that its steps are divided into
 * @param band number of the band of target rows
 */
record RegridPartition(ArchiveEntry entry, int share, int shares, int band) implements InputPartition {

    /** Returns the first step of a share of so many. */
    int firstStep(int steps) {
        return (int) ((long) steps * share / shares);
    }

    /** Returns one past the last step. */
    int endStep(int steps) {
        return (int) ((long) steps * (share + 1) / shares);
    }
}
