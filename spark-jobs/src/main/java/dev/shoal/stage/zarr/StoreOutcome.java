package dev.shoal.stage.zarr;

import java.util.List;

/**
 * What was done to a store, or would be.
 *
 * @param store its folder
 * @param done whether anything was written
 * @param files that values came from
 * @param appended steps at the end that were not there before
 * @param replaced steps that were there before
 * @param chunks that were written
 * @param bytes of the values, decoded
 * @param reads how often a source chunk is read at most
 * @param notes sentences for people
 */
public record StoreOutcome(
        String store,
        boolean done,
        int files,
        long appended,
        long replaced,
        long chunks,
        long bytes,
        long reads,
        List<String> notes) {}
