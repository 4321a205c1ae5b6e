package dev.shoal.job;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An array that chunks are proposed for.
 *
 * @param name of the variable
 * @param dimensions names of the axes, slowest first
 * @param shape lengths of the axes; owned by this record
 * @param elementBytes bytes of a cell, decoded
 * @param ratio decoded bytes for each stored byte
 * @param chunk lengths of the chunks that it has, or nothing where it has none; owned by this record
 */
record AdvisedArray(
        String name, List<String> dimensions, long[] shape, int elementBytes, double ratio, Optional<long[]> chunk) {

    /** As of shuffled bytes in zstd or deflate. */
    private static final double USUAL_RATIO = 2;

    /** Copies the names. */
    AdvisedArray {
        dimensions = new ArrayList<>(dimensions);
    }

    /**
     * Describes an array of a file.
     *
     * @param said decoded bytes for each stored byte, or nothing where those of the file count
     * @throws IOException where the file's list of chunks cannot be read
     */
    static AdvisedArray of(ArrayFile file, VariableHeader variable, Optional<Double> said) throws IOException {
        boolean chunked = variable.storage().chunked();
        Optional<ChunkTable> chunks = chunked && said.isEmpty() ? file.chunks(variable) : Optional.empty();
        int bytes = variable.type().bytes();
        return new AdvisedArray(
                variable.name(),
                variable.dimensions().stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .toList(),
                variable.shape(),
                bytes,
                said.or(() -> chunks.flatMap(table -> measured(table, bytes))).orElse(USUAL_RATIO),
                chunked ? Optional.of(variable.storage().chunk()) : Optional.empty());
    }

    /** Describes an array that is not there yet. */
    static AdvisedArray of(List<String> dimensions, long[] shape, int elementBytes, Optional<Double> said) {
        return new AdvisedArray("array", dimensions, shape, elementBytes, said.orElse(USUAL_RATIO), Optional.empty());
    }

    private static Optional<Double> measured(ChunkTable table, int elementBytes) {
        double stored = 0;
        for (int at = 0; at < table.size(); at++) {
            stored += table.storedBytes(at);
        }
        double cells = table.size();
        for (long length : table.grid().chunk()) {
            cells *= length;
        }
        return stored > 0 ? Optional.of(cells * elementBytes / stored) : Optional.empty();
    }

    /** Returns the division into chunks, or shards, of these lengths. */
    ChunkGrid grid(long[] lengths) {
        return new ChunkGrid(shape, lengths);
    }

    /** Returns the stored bytes of a chunk of these lengths. */
    double storedBytes(long[] lengths) {
        double bytes = elementBytes / ratio;
        for (long length : lengths) {
            bytes *= length;
        }
        return bytes;
    }

    /** Returns the position of an axis, or -1 where there is none of that name. */
    int axis(String dimension) {
        return dimensions.indexOf(dimension);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdvisedArray array
                && name.equals(array.name)
                && dimensions.equals(array.dimensions)
                && Arrays.equals(shape, array.shape)
                && elementBytes == array.elementBytes
                && Double.compare(ratio, array.ratio) == 0
                && Arrays.equals(chunk.orElse(new long[0]), array.chunk.orElse(new long[0]));
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(shape);
    }

    @Override
    public String toString() {
        return name + " " + dimensions + " " + Arrays.toString(shape);
    }
}
