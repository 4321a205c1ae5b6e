/**
 * Zarr v2 stores: groups, array headers and attributes through jzarr over a Hadoop file system, chunk bytes through an
 * encoder of our own.
 *
 * <p>Three rooms: what an array is ({@link dev.shoal.zarr.ZarrArray}, {@link dev.shoal.zarr.Codec} of the steps in
 * {@link dev.shoal.codec}), the documents that say so ({@code .zarray}, {@code .zattrs}, {@code .zmetadata}), and where
 * the bytes lie ({@link dev.shoal.zarr.HadoopStore}).
 */
@NullMarked
package dev.shoal.zarr;

import org.jspecify.annotations.NullMarked;
