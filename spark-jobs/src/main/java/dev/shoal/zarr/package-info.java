/**
 * Zarr stores.
 *
 * <p>Reading: {@link dev.shoal.zarr.ArrayStores} opens whatever a path leads to; {@link dev.shoal.zarr.ZarrFile} shows
 * a store of version 2 or 3, a commit of an Icechunk repository, or one of references, as a file of arrays. What they
 * share lies in {@link dev.shoal.zarr.array}, the documents of version 3 in {@link dev.shoal.zarr.v3}, references in
 * {@link dev.shoal.zarr.kerchunk}, repositories in {@link dev.shoal.zarr.icechunk}; of these the first knows none of
 * the others, and none knows this package.
 *
 * <p>Writing: what an array is ({@link dev.shoal.zarr.ZarrArray}, in a {@link dev.shoal.zarr.ZarrFormat}, with a
 * {@link dev.shoal.zarr.Codec} of the steps in {@link dev.shoal.codec}), the documents that say so (of version 2
 * {@code .zarray}, {@code .zattrs}, {@code .zmetadata}; groups, headers and attributes through jzarr; of version 3
 * {@code zarr.json}), and where the bytes lie ({@link dev.shoal.zarr.HadoopStore}); bytes of chunks and shards through
 * an encoder of our own.
 */
@NullMarked
package dev.shoal.zarr;

import org.jspecify.annotations.NullMarked;
