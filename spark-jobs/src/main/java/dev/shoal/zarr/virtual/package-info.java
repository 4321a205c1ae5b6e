/**
 * Virtual stores: Zarr arrays whose chunks are parts of other files, which stay as they are.
 *
 * <p>{@link dev.shoal.zarr.virtual.VirtualScan} finds the arrays of one file,
 * {@link dev.shoal.zarr.virtual.Combination} makes one {@link dev.shoal.zarr.virtual.VirtualStore} of those of many
 * files or says why that cannot be. What is written is up to others: {@link dev.shoal.zarr.kerchunk} writes references,
 * as JSON and as Parquet.
 */
@NullMarked
package dev.shoal.zarr.virtual;

import org.jspecify.annotations.NullMarked;
