package dev.shoal.source;

import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;

/** How variables are divided into what is stored together. */
final class StorageChunks {

    private StorageChunks() {}

    /** Returns the chunks of a variable; its records, or the whole variable, where it has none. */
    static ChunkGrid of(VariableHeader variable) {
        Storage storage = variable.storage();
        long[] shape = variable.shape();
        long[] chunk = storage.chunk().length == shape.length ? storage.chunk().clone() : shape.clone();
        for (int axis = 0; axis < chunk.length; axis++) {
            chunk[axis] = Math.max(1, chunk[axis]);
        }
        return new ChunkGrid(shape, chunk);
    }

    /** Returns the chunks of a variable, or stretches along its outermost axes of some bytes where it has none. */
    static ChunkGrid of(VariableHeader variable, long stretchBytes) {
        if (variable.storage().chunked()) {
            return of(variable);
        }
        long[] shape = variable.shape();
        long[] stretch = new long[shape.length];
        long room = Math.max(1, stretchBytes / Math.max(1, variable.type().bytes()));
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stretch[axis] = Math.max(1, Math.min(shape[axis], room));
            room = stretch[axis] < shape[axis] ? 1 : room / stretch[axis];
        }
        return new ChunkGrid(shape, stretch);
    }
}
