package dev.shoal.stage.zarr;

import dev.shoal.zarr.virtual.Copying;
import dev.shoal.zarr.virtual.ScanRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wanted of a virtual store.
 *
 * @param paths files, folders or globs
 * @param output where references are written: a file of JSON, a folder of Parquet, or an Icechunk repository
 * @param format of the references
 * @param branch of the repository that is committed to; else empty
 * @param dimension along which files are put one behind the other
 * @param dropped names of variables that are left out
 * @param copying what becomes of chunks that cannot be part of one array
 * @param recordSize rows of one Parquet file
 */
public record VirtualRequest(
        List<String> paths,
        String output,
        Format format,
        String branch,
        String dimension,
        List<String> dropped,
        Copying copying,
        int recordSize) {

    /** How references are written. */
    public enum Format {
        /** One file of JSON. */
        JSON,
        /** A folder of Parquet files, which readers need not bring in as a whole. */
        PARQUET,
        /** A commit of an Icechunk repository. */
        ICECHUNK
    }

    /** Copies the lists. */
    public VirtualRequest {
        paths = new ArrayList<>(paths);
        dropped = new ArrayList<>(dropped);
    }

    /** Returns what is wanted of each file. */
    ScanRequest scan() {
        return new ScanRequest(dimension, dropped);
    }
}
