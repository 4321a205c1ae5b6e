package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the virtual array of one variable.
 *
 * @param file open
 * @param append the dimension along which files are put one behind the other, or empty
 * @param bounds names of the variables that hold bounds
 */
record ArrayScan(ArrayFile file, String append, Set<String> bounds) {

    /** Coordinates, bounds and texts up to this size are held by the store itself. */
    private static final long MOST_COORDINATE_BYTES = 64 << 20;

    /** So are other variables of one axis at most; many files have their last chunk only begun. */
    private static final long MOST_LINE_BYTES = 64 << 10;

    /** So are small ones that do not grow with the files. */
    private static final long MOST_SMALL_BYTES = 4 << 10;

    /** Texts have lengths of their own; so long each is taken to be. */
    private static final int TEXT_BYTES = 64;

    /**
     * Returns the array.
     *
     * @throws RefusedArrayException where it cannot be virtual
     */
    VirtualArray array(VariableHeader variable) throws IOException {
        if (variable.type() == ElementType.VLEN || variable.type() == ElementType.OTHER) {
            throw new RefusedArrayException(
                    "elements of type", variable.type().toString(), "numbers, characters or texts");
        }
        if (isHeld(variable)) {
            return held(variable);
        }
        StoredEncoding encoding = file.encoding(variable)
                .orElseThrow(() -> new RefusedArrayException(
                        "elements",
                        "that lie in the file otherwise than as they are shown",
                        "plain numbers or characters"));
        ChunkTable table = file.chunks(variable)
                .orElseThrow(() -> new RefusedArrayException(
                        "elements", "without a place of their own in the file", "chunks, or contiguous elements"));
        return virtual(variable, encoding, table);
    }

    private boolean isHeld(VariableHeader variable) {
        long element = variable.type() == ElementType.STRING
                ? TEXT_BYTES
                : variable.type().bytes();
        double bytes = (double) variable.size() * element;
        boolean coordinate =
                (variable.rank() == 1 && variable.dimensions().get(0).equals(variable.name()))
                        || bounds.contains(variable.name());
        return (bytes <= MOST_SMALL_BYTES && !dimensions(variable).contains(append))
                || (variable.rank() <= 1 && bytes <= MOST_LINE_BYTES)
                || ((coordinate || variable.type() == ElementType.STRING) && bytes <= MOST_COORDINATE_BYTES);
    }

    /** Returns an array whose values the store holds itself, little-endian and as one chunk. */
    private VirtualArray held(VariableHeader variable) throws IOException {
        boolean texts = variable.type() == ElementType.STRING;
        byte[] bytes = HeldValues.bytes(file.read(variable));
        List<Number> fill = StoredFill.said(variable).map(List::of).orElse(List.of());
        return new VirtualArray(
                variable.name(),
                texts ? VirtualType.TEXTS : new VirtualType(variable.type(), false),
                whole(variable.shape()),
                fill,
                texts ? List.of(new VirtualCodec("vlen-utf8", Map.of(), false)) : List.of(),
                dimensions(variable),
                StoredFill.attributes(variable, fill),
                variable.size() == 0 ? ChunkReferences.none() : ChunkReferences.inline(bytes),
                HeldValues.digest(bytes));
    }

    private static ChunkGrid whole(long[] shape) {
        return new ChunkGrid(
                shape, Arrays.stream(shape).map(length -> Math.max(1, length)).toArray());
    }

    private VirtualArray virtual(VariableHeader variable, StoredEncoding encoding, ChunkTable table)
            throws IOException {
        boolean stretch = ContiguousChunks.isStretch(variable, encoding, table);
        ChunkGrid grid = stretch
                ? ContiguousChunks.grid(variable)
                : new ChunkGrid(variable.shape(), table.grid().chunk());
        ChunkReferences references = new StoredChunks(variable, encoding, table).references(grid, stretch);
        List<Number> fill = StoredFill.of(variable, encoding, references.size() == grid.count());
        return new VirtualArray(
                variable.name(),
                new VirtualType(variable.type(), encoding.bigEndian()),
                grid,
                fill,
                codecs(variable, encoding),
                dimensions(variable),
                StoredFill.attributes(variable, fill),
                references,
                isStatic(variable) ? HeldValues.digest(file, variable) : "");
    }

    /**
     * Returns an array whose chunks have to be copied, as {@link #array} refuses it; or nothing where its elements
     * cannot be a Zarr array's.
     */
    Optional<VirtualArray> toCopy(VariableHeader variable) throws IOException {
        boolean numbers = variable.type().isNumeric() || variable.type() == ElementType.CHAR;
        if (!numbers || variable.size() == 0) {
            return Optional.empty();
        }
        List<Number> fill = StoredFill.toCopy(variable, file.encoding(variable));
        long[] chunk = variable.storage().chunk();
        ChunkGrid grid = variable.storage().chunked() && chunk.length == variable.rank()
                ? new ChunkGrid(variable.shape(), chunk)
                : ContiguousChunks.grid(variable);
        return Optional.of(new VirtualArray(
                variable.name(),
                new VirtualType(variable.type(), false),
                grid,
                fill,
                CopyForm.codecs(variable.type()),
                dimensions(variable),
                StoredFill.attributes(variable, fill),
                ChunkReferences.nowhere(),
                isStatic(variable) ? HeldValues.digest(file, variable) : ""));
    }

    private boolean isStatic(VariableHeader variable) {
        return !append.isEmpty() && !dimensions(variable).contains(append);
    }

    private static List<VirtualCodec> codecs(VariableHeader variable, StoredEncoding encoding) {
        try {
            return Hdf5Codecs.of(encoding.filters(), variable.type().bytes());
        } catch (IllegalArgumentException unknown) {
            throw new RefusedArrayException("the filter", String.valueOf(unknown.getMessage()), "one of these");
        }
    }

    /** Names of dimensions lead from the root; an array's own group is left out of them. */
    private static List<String> dimensions(VariableHeader variable) {
        return variable.dimensions().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }
}
