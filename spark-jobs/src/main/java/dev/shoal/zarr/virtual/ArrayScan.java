package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final String FILL_VALUE = "_FillValue";

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
        List<Number> fill = saidFill(variable).map(List::of).orElse(List.of());
        return new VirtualArray(
                variable.name(),
                texts ? VirtualType.TEXTS : new VirtualType(variable.type(), false),
                whole(variable.shape()),
                fill,
                texts ? List.of(new VirtualCodec("vlen-utf8", java.util.Map.of(), false)) : List.of(),
                dimensions(variable),
                attributes(variable, fill),
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
        requireSameLengths(variable, encoding, table.grid());
        requireAllFilters(encoding, table, variable);
        ChunkReferences references = references(grid, table, stretch);
        List<Number> fill = fill(variable, encoding, references.size() == grid.count());
        return new VirtualArray(
                variable.name(),
                new VirtualType(variable.type(), encoding.bigEndian()),
                grid,
                fill,
                codecs(variable, encoding),
                dimensions(variable),
                attributes(variable, fill),
                references,
                isStatic(variable) ? HeldValues.digest(file, variable) : "");
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

    /** An unlimited dimension may be longer than the variable; what is past its end must be its fill value. */
    private static void requireSameLengths(VariableHeader variable, StoredEncoding encoding, ChunkGrid stored) {
        for (int axis = 0; axis < stored.rank(); axis++) {
            long length = stored.shape()[axis];
            boolean cut = length % stored.chunk()[axis] != 0;
            if (variable.shape()[axis] != length && (cut || encoding.fill().isEmpty())) {
                throw new RefusedArrayException(
                        "the length of axis " + axis,
                        String.valueOf(length),
                        "that of its dimension, " + variable.shape()[axis]);
            }
        }
    }

    private static void requireAllFilters(StoredEncoding encoding, ChunkTable table, VariableHeader variable) {
        int matters = 0;
        for (int i = 0; i < encoding.filters().size(); i++) {
            boolean identity = Hdf5Codecs.isIdentity(
                    encoding.filters().get(i), variable.type().bytes());
            matters |= identity ? 0 : 1 << i;
        }
        for (int at = 0; at < table.size(); at++) {
            if ((table.skippedFilters(at) & matters) != 0) {
                throw new RefusedArrayException(
                        "chunk " + Arrays.toString(table.grid().index(table.ordinal(at))),
                        "written without all of its filters",
                        "the same filters for every chunk");
            }
        }
    }

    private static ChunkReferences references(ChunkGrid grid, ChunkTable table, boolean stretch) {
        try {
            if (stretch) {
                return ContiguousChunks.references(grid, table);
            }
            if (Arrays.equals(grid.shape(), table.grid().shape())) {
                return ChunkReferences.of(table);
            }
            ChunkReferences.Builder builder = ChunkReferences.builder(table.size());
            for (int at = 0; at < table.size(); at++) {
                long ordinal = grid.ordinal(table.grid().index(table.ordinal(at)));
                builder.add(ordinal, table.address(at), table.storedBytes(at));
            }
            return builder.build();
        } catch (IllegalArgumentException tooLarge) {
            throw new RefusedArrayException("chunks of", grid.toString(), String.valueOf(tooLarge.getMessage()));
        }
    }

    private static Optional<Number> saidFill(VariableHeader variable) {
        return variable.attributes()
                .find(FILL_VALUE)
                .filter(said -> variable.type().isNumeric()
                        && !said.isText()
                        && said.values().size() == 1)
                .map(said -> (Number) said.values().get(0));
    }

    /** Where every chunk is there, nothing is said that a reader could take for missing values. */
    private static List<Number> fill(VariableHeader variable, StoredEncoding encoding, boolean complete) {
        Optional<Number> said = saidFill(variable);
        if (complete || variable.type() == ElementType.CHAR) {
            return said.map(List::of).orElse(List.of());
        }
        Number stored = encoding.fill().isEmpty() ? 0 : encoding.fill().get(0);
        if (said.isPresent() && !Agreement.same(said.get(), stored)) {
            throw new RefusedArrayException(
                    "chunks that were never written, which hold", stored.toString(), "_FillValue " + said.get());
        }
        if (said.isEmpty() && stored.doubleValue() == 0) {
            throw new RefusedArrayException(
                    "chunks that were never written, which hold",
                    "0 and would be taken for missing values",
                    "all chunks, or a _FillValue");
        }
        return List.of(stored);
    }

    private static Attributes attributes(VariableHeader variable, List<Number> fill) {
        List<Attribute> list = new ArrayList<>(variable.attributes().list());
        list.removeIf(attribute -> attribute.name().equals(FILL_VALUE) && !fill.isEmpty());
        return new Attributes(list);
    }

    /** Names of dimensions lead from the root; an array's own group is left out of them. */
    private static List<String> dimensions(VariableHeader variable) {
        return variable.dimensions().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .toList();
    }
}
