package dev.shoal.zarr.icechunk;

import java.io.IOException;

/** Indices of chunks of one array, handed over one by one, so that there may be more than memory holds. */
interface ChunkIndices {

    /** Receives indices; an index is the receiver's. */
    @FunctionalInterface
    interface Sink {

        /** Takes an index. */
        void accept(int... index) throws IOException;
    }

    /** Returns the array's id. */
    ObjectId node();

    /** Returns the number of the array's axes. */
    int rank();

    /** Returns how many indices there are. */
    long count();

    /** Hands over all, the same each time. */
    void forEach(Sink sink) throws IOException;
}
