package dev.shoal.stage.zarr;

import java.util.List;

/**
 * What came of making a virtual store.
 *
 * @param store where the references are
 * @param files that they lead to
 * @param arrays in the store
 * @param chunks that are referred to, or held
 * @param notes sentences on what was left out
 */
public record VirtualOutcome(String store, int files, int arrays, long chunks, List<String> notes) {}
