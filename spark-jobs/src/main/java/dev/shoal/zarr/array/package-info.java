/**
 * What reading a Zarr array needs to know, whatever its format: how its elements lie in the bytes of a chunk, how its
 * chunks are named and coded, alone or in shards, and which boxes of them are asked for.
 *
 * <p>The arrow: documents of a format (this package knows none) make a {@link dev.shoal.zarr.array.StoredArray}; an
 * {@link dev.shoal.zarr.array.ArrayReader} reads it out of {@link dev.shoal.zarr.array.StoreObjects}.
 */
@NullMarked
package dev.shoal.zarr.array;

import org.jspecify.annotations.NullMarked;
