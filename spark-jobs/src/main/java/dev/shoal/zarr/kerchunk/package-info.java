/**
 * References to parts of other files that together are a Zarr store, as kerchunk writes them to JSON (its
 * specification, versions 0 and 1).
 *
 * <p>The arrow: {@code ReferenceParser} fills a {@code ReferenceTable}; {@link dev.shoal.zarr.kerchunk.References}
 * finds keys in it and asks {@link dev.shoal.zarr.array.SourceFiles} for the bytes.
 */
@NullMarked
package dev.shoal.zarr.kerchunk;

import org.jspecify.annotations.NullMarked;
