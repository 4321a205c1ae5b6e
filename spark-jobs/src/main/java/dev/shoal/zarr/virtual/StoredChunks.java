package dev.shoal.zarr.virtual;

import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.StoredEncoding;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import java.util.Arrays;

/**
 * The chunks of a variable as its file lists them; refuses those that one Zarr array cannot have.
 *
 * @param variable that they are of
 * @param encoding of its elements
 * @param table of the chunks
 */
record StoredChunks(VariableHeader variable, StoredEncoding encoding, ChunkTable table) {

    /**
     * Returns where the chunks lie.
     *
     * @param grid that they are to stand in
     * @param stretch whether they are parts of one stretch of bytes
     * @throws RefusedArrayException where they cannot be an array's
     */
    ChunkReferences references(ChunkGrid grid, boolean stretch) {
        requireSameLengths();
        requireAllFilters();
        try {
            return stretch ? ContiguousChunks.references(grid, table) : moved(grid);
        } catch (IllegalArgumentException tooLarge) {
            throw new RefusedArrayException("chunks of", grid.toString(), String.valueOf(tooLarge.getMessage()));
        }
    }

    private ChunkReferences moved(ChunkGrid grid) {
        if (Arrays.equals(grid.shape(), table.grid().shape())) {
            return ChunkReferences.of(table);
        }
        ChunkReferences.Builder builder = ChunkReferences.builder(table.size());
        for (int at = 0; at < table.size(); at++) {
            long ordinal = grid.ordinal(table.grid().index(table.ordinal(at)));
            builder.add(ordinal, table.address(at), table.storedBytes(at));
        }
        return builder.build();
    }

    /** An unlimited dimension may be longer than the variable; what is past its end must be its fill value. */
    private void requireSameLengths() {
        ChunkGrid stored = table.grid();
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

    private void requireAllFilters() {
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
}
