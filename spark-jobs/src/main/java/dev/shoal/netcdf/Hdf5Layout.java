package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.Optional;

/** Where the elements of one HDF5 variable lie. */
sealed interface Hdf5Layout permits ContiguousLayout, CompactLayout, ChunkedLayout {

    /**
     * Reads elements.
     *
     * @param window inside what the file holds of the variable
     * @param to the whole target; holds {@code window}
     * @param into of the target's size, made by the elements' {@link Elements#allocate} and holding fill values
     */
    void read(ByteSource source, Elements elements, Window window, Frame to, Object into) throws IOException;

    /** Tells whether every element of a window was written, so that none of it is the fill value. */
    boolean covers(Window window);

    /**
     * Returns where the elements lie in the file, chunk by chunk; nothing where they have no place of their own.
     *
     * @param elementBytes of one element
     */
    Optional<ChunkTable> chunks(int elementBytes);

    /** Tells whether something of the window was ever written. */
    default boolean isWritten(Window window) {
        return true;
    }
}
