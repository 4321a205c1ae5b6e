package dev.shoal.stage.zarr;

/**
 * What a rechunk did.
 *
 * @param arrays of the store
 * @param written chunks written by this run
 * @param kept chunks that an earlier run had written
 */
public record RechunkOutcome(int arrays, long written, long kept) {}
