package dev.shoal.zarr;

import dev.shoal.codec.Checksum;
import dev.shoal.codec.CodecChain;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.array.ChunkCodec;
import dev.shoal.zarr.array.ChunkKeys;
import dev.shoal.zarr.array.Shard;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.WholeChunk;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One array of a store, as its header and attributes say.
 *
 * @param path in its store, groups separated by {@code /}, no leading slash
 * @param format of its store
 * @param shape lengths of the axes, slowest first; not to be changed by the receiver
 * @param chunk lengths of the axes of what one object holds and one task writes: a chunk, or in v3 a whole shard; each
 *     at least 1, in all at most 2^31 - 16 bytes; not to be changed by the receiver
 * @param inner lengths of the chunks in a shard, which divide it; none where a chunk is not a shard; not to be changed
 *     by the receiver
 * @param dataType of the elements
 * @param order of the axes in a chunk's bytes
 * @param fill what a chunk holds that was never written
 * @param codec of the chunks
 * @param separator between the numbers of a chunk's key, {@code .} or {@code /}
 * @param dimensions names of the axes, slowest first, or an empty list where the store names none
 * @param attributes without {@code _ARRAY_DIMENSIONS}, which are the dimensions
 */
public record ZarrArray(
        String path,
        ZarrFormat format,
        long[] shape,
        long[] chunk,
        long[] inner,
        DataType dataType,
        AxisOrder order,
        FillValue fill,
        Codec codec,
        String separator,
        List<String> dimensions,
        Attributes attributes)
        implements Serializable {

    /** Lengths of the chunks in a shard where there are no shards. */
    public static final long[] NO_SHARDS = {};

    /** The most bytes of a decoded chunk: what a Java array can hold. */
    public static final long MOST_CHUNK_BYTES = Integer.MAX_VALUE - 15L;

    /** Copies its arguments; refuses what no array can be. */
    public ZarrArray {
        shape = new ChunkGrid(shape, chunk).shape();
        chunk = chunk.clone();
        inner = inner.clone();
        fill = fill.as(dataType);
        dimensions = new ArrayList<>(dimensions);
        require(!path.isEmpty() && !path.startsWith("/") && !path.endsWith("/"), path, "path", "a/b");
        require(separator.equals(".") || separator.equals("/"), separator, "separator", "'.' or '/'");
        require(dimensions.isEmpty() || dimensions.size() == shape.length, dimensions, "dimensions", "one per axis");
        requireInner(format, chunk, inner);
        require(
                !dataType.varies() || order == AxisOrder.ROW_MAJOR,
                order,
                "order",
                "row-major for texts of any length");
        long bytes = cellBytes(dataType);
        for (long length : chunk) {
            require(length <= MOST_CHUNK_BYTES / bytes, Arrays.toString(chunk), "chunk", "at most 2^31 - 16 bytes");
            bytes *= length;
        }
    }

    /** Returns the bytes of a cell, or the least that a text of any length takes. */
    private static int cellBytes(DataType type) {
        return type.varies() ? Integer.BYTES : type.bytes();
    }

    private static void requireInner(ZarrFormat format, long[] chunk, long[] inner) {
        if (inner.length == 0) {
            return;
        }
        require(format == ZarrFormat.V3, Arrays.toString(inner), "chunks in shards of", "none in Zarr v2");
        boolean fits = inner.length == chunk.length;
        for (int axis = 0; fits && axis < chunk.length; axis++) {
            fits = inner[axis] >= 1 && chunk[axis] % inner[axis] == 0;
        }
        require(fits, Arrays.toString(inner), "chunks of", "lengths that divide the shard " + Arrays.toString(chunk));
    }

    private static void require(boolean holds, Object found, String what, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(what + " " + found + ", expected " + expected);
        }
    }

    /** Makes a little-endian array with the standard codec, no fill value, no dimension names and no attributes. */
    public static ZarrArray of(String path, long[] shape, long[] chunk, ElementType type) {
        return new ZarrArray(
                path,
                ZarrFormat.V2,
                shape,
                chunk,
                NO_SHARDS,
                DataType.of(type),
                AxisOrder.ROW_MAJOR,
                FillValue.NONE,
                Codec.standard(type),
                ".",
                List.of(),
                Attributes.NONE);
    }

    /**
     * Returns the same array in another version of the format: with that version's separator, and without shards in v2.
     */
    public ZarrArray withFormat(ZarrFormat changed) {
        if (changed == format) {
            return this;
        }
        return new ZarrArray(
                path,
                changed,
                shape,
                chunk,
                changed == ZarrFormat.V2 ? NO_SHARDS : inner,
                dataType,
                order,
                fill,
                codec,
                changed.separator(),
                dimensions,
                attributes);
    }

    /**
     * Returns the same array in v3 with its chunks in shards.
     *
     * @param shard lengths of a shard's axes, multiples of the chunks'; it becomes {@link #chunk}
     */
    public ZarrArray withShards(long... shard) {
        return withFormat(ZarrFormat.V3).parted(shard, sharded() ? inner : chunk);
    }

    private ZarrArray parted(long[] whole, long[] parts) {
        return new ZarrArray(
                path, format, shape, whole, parts, dataType, order, fill, codec, separator, dimensions, attributes);
    }

    /** Returns the same array of another shape. */
    public ZarrArray withShape(long... changed) {
        return new ZarrArray(
                path, format, changed, chunk, inner, dataType, order, fill, codec, separator, dimensions, attributes);
    }

    /** Returns the same array with its bytes in another order. */
    public ZarrArray withEndian(Endian endian) {
        DataType changed = dataType.in(endian);
        return new ZarrArray(
                path, format, shape, chunk, inner, changed, order, fill, codec, separator, dimensions, attributes);
    }

    /**
     * Returns the same array with elements of another type: with the standard codec of it where the codec was the
     * standard one, and without the fill value where the type cannot hold it.
     */
    public ZarrArray withDataType(DataType changed) {
        boolean usual = codec.equals(Codec.standard(dataType));
        Codec fitting = usual ? Codec.standard(changed) : codec;
        FillValue kept = changed.isText() ? FillValue.NONE : fill;
        return new ZarrArray(
                path, format, shape, chunk, inner, changed, order, kept, fitting, separator, dimensions, attributes);
    }

    /** Returns the same array with the axes of a chunk in another order. */
    public ZarrArray withOrder(AxisOrder changed) {
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, changed, fill, codec, separator, dimensions, attributes);
    }

    /** Returns the same array with a fill value; it must be one that the type can hold. */
    public ZarrArray withFill(Number number) {
        FillValue changed = FillValue.of(number);
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, order, changed, codec, separator, dimensions, attributes);
    }

    /** Returns the same array with another codec. */
    public ZarrArray withCodec(Codec changed) {
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, order, fill, changed, separator, dimensions, attributes);
    }

    /** Returns the same array with another separator in its chunks' keys. */
    public ZarrArray withSeparator(String changed) {
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, order, fill, codec, changed, dimensions, attributes);
    }

    /** Returns the same array with other names of its axes. */
    public ZarrArray withDimensions(String... names) {
        return withDimensions(Arrays.asList(names));
    }

    /** Returns the same array with other names of its axes. */
    public ZarrArray withDimensions(List<String> names) {
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, order, fill, codec, separator, names, attributes);
    }

    /** Returns the same array with other attributes. */
    public ZarrArray withAttributes(Attributes changed) {
        return new ZarrArray(
                path, format, shape, chunk, inner, dataType, order, fill, codec, separator, dimensions, changed);
    }

    /** Tells whether what one object holds is a shard of chunks. */
    public boolean sharded() {
        return inner.length > 0;
    }

    /** Returns the lengths of what is read at once: a chunk, in shards or not; not to be changed by the receiver. */
    public long[] readChunk() {
        return sharded() ? inner : chunk;
    }

    /** Returns the type of the elements. */
    public ElementType type() {
        return dataType.element();
    }

    /** Returns the number of axes; 0 for a scalar. */
    public int rank() {
        return shape.length;
    }

    /** Returns how the array is divided into what is written at once: chunks, or shards. */
    public ChunkGrid grid() {
        return new ChunkGrid(shape, chunk);
    }

    /** Returns the elements of one whole chunk. */
    public int chunkSize() {
        return chunkBytes() / cellBytes(dataType);
    }

    /** Returns the bytes of one whole chunk, decoded; of texts of any length, the least that it takes. */
    public int chunkBytes() {
        long bytes = cellBytes(dataType);
        for (long length : chunk) {
            bytes *= length;
        }
        return Math.toIntExact(bytes);
    }

    /** Returns the key of a chunk in the store. */
    public String chunkKey(long... index) {
        return keys().key(path, index);
    }

    private ChunkKeys keys() {
        return format == ZarrFormat.V2 ? ChunkKeys.v2(separator) : ChunkKeys.v3(separator);
    }

    /** Returns the same array as reading knows it. */
    StoredArray stored() {
        return new StoredArray(
                path,
                grid(),
                dataType.stored(),
                ElementBytes.filled(type(), 1, fill),
                keys(),
                storedCodec(),
                dimensions.isEmpty() ? Collections.nCopies(rank(), "") : dimensions,
                attributes);
    }

    private ChunkCodec storedCodec() {
        WholeChunk whole = WholeChunk.of(
                dataType.stored(), sharded() ? inner : chunk, order.axes(rank()), new CodecChain(codec.steps()));
        return sharded()
                ? new Shard(new ChunkGrid(chunk, inner), whole, Checksum.Place.END, true, WritableCodec.INDEX_CHECKS)
                : whole;
    }

    /** Returns the path of the group that holds the array; empty for the root. */
    public String group() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Tells whether both have the same header; attributes and names of axes are not of it. */
    public boolean sameHeader(ZarrArray other) {
        return path.equals(other.path)
                && format == other.format
                && Arrays.equals(inner, other.inner)
                && Arrays.equals(shape, other.shape)
                && Arrays.equals(chunk, other.chunk)
                && dataType.equals(other.dataType)
                && order == other.order
                && fill.equals(other.fill)
                && codec.equals(other.codec)
                && separator.equals(other.separator);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZarrArray array
                && sameHeader(array)
                && dimensions.equals(array.dimensions)
                && attributes.equals(array.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(path, Arrays.hashCode(shape), Arrays.hashCode(chunk), dataType, attributes);
    }

    @Override
    public String toString() {
        String shards = sharded() ? " in shards of " + Arrays.toString(chunk) : "";
        ChunkGrid chunks = new ChunkGrid(shape, sharded() ? inner : chunk);
        return path + " " + dataType.dtype() + " " + chunks + shards;
    }
}
