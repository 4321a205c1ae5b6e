package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.Attributes;
import dev.shoal.plan.ChunkGrid;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A Zarr array whose chunks are parts of files, or bytes that the store holds itself.
 *
 * @param path in the store, groups separated by {@code /}
 * @param type of the elements as the chunks hold them
 * @param grid shape and chunks; row-major
 * @param fill what the cells of chunks hold that are not there: one number, or none where every chunk is there
 * @param codecs from the elements to the bytes of a chunk, in the order of writing
 * @param dimensions names of the axes as the array's group knows them, slowest first
 * @param attributes without {@code _FillValue} where the fill value says it
 * @param references where the chunks lie
 * @param digest of the values, where they were read to compare them with those of other files; else empty
 */
public record VirtualArray(
        String path,
        VirtualType type,
        ChunkGrid grid,
        List<Number> fill,
        List<VirtualCodec> codecs,
        List<String> dimensions,
        Attributes attributes,
        ChunkReferences references,
        String digest)
        implements Serializable {

    /** Copies the lists. */
    public VirtualArray {
        fill = new ArrayList<>(fill);
        codecs = new ArrayList<>(codecs);
        dimensions = new ArrayList<>(dimensions);
    }

    /** Returns the position of a dimension among the axes, or -1. */
    public int axis(String dimension) {
        return dimensions.indexOf(dimension);
    }

    /** Returns the part of a chunk's key behind the path, as Zarr v2 writes it with {@code .}; a scalar's is 0. */
    public String key(long ordinal) {
        if (grid.rank() == 0) {
            return "0";
        }
        StringJoiner key = new StringJoiner(".");
        for (long index : grid.index(ordinal)) {
            key.add(Long.toString(index));
        }
        return key.toString();
    }

    /** Tells whether the store holds the values itself, as one chunk of plain little-endian elements or texts. */
    public boolean isInline() {
        return references.size() == 0 ? grid.count() == 0 : references.isInline();
    }

    /** Returns the same array with other chunks of another length. */
    VirtualArray with(ChunkGrid changed, ChunkReferences chunks) {
        return new VirtualArray(path, type, changed, fill, codecs, dimensions, attributes, chunks, digest);
    }

    /** Returns the same array with another type and values of its own. */
    VirtualArray with(VirtualType changed, Attributes said, ChunkReferences chunks) {
        return new VirtualArray(path, changed, grid, fill, codecs, dimensions, said, chunks, digest);
    }

    /** Returns the same array with elements of another type, coded otherwise. */
    VirtualArray with(VirtualType changed, List<VirtualCodec> steps) {
        return new VirtualArray(path, changed, grid, fill, steps, dimensions, attributes, references, digest);
    }

    /** Returns the same array with another fill value. */
    VirtualArray with(List<Number> changed) {
        return new VirtualArray(path, type, grid, changed, codecs, dimensions, attributes, references, digest);
    }

    /** Returns the same array with other attributes. */
    VirtualArray with(Attributes changed) {
        return new VirtualArray(path, type, grid, fill, codecs, dimensions, changed, references, digest);
    }
}
