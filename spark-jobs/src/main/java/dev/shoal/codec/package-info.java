/**
 * The bytes of a chunk: compressors, filters and checksums, whatever the format they stand in.
 *
 * <p>Two faces: a {@link dev.shoal.codec.BytesCodec} is a value that encodes and decodes, as a Zarr document names it;
 * a {@link dev.shoal.codec.ChunkDecoder} undoes one step of many chunks with buffers of its own.
 */
@NullMarked
package dev.shoal.codec;

import org.jspecify.annotations.NullMarked;
