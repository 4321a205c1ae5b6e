package dev.shoal.netcdf;

import dev.shoal.plan.Window;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * An open file of named arrays. Not safe for use by several threads: one task, one file, one reader.
 *
 * <p>Elements come as stored: neither scale and offset nor fill values are applied here.
 */
public interface ArrayFile extends Closeable {

    /** Returns the path it was opened by, as given. */
    String location();

    /** Returns what the file says of itself; the same object at every call. */
    Header header();

    /**
     * Reads a box of one variable.
     *
     * @param variable of this file's header
     * @param window of the variable's rank, inside its shape, of fewer than 2^31 elements
     * @return the elements, of the window's shape; a chunk that was never written comes as the fill value
     * @throws UnreadableException where the bytes are damaged, or a filter or type is not one that can be read; names
     *     file and variable
     * @throws IOException where the storage fails
     */
    ArrayBlock read(VariableHeader variable, Window window) throws IOException;

    /**
     * Reads a box of one variable into a larger one, without an array between where the format can.
     *
     * @param window as for {@link #read(VariableHeader, Window)}
     * @param to the cells that {@code into} holds, the window's among them
     * @param into an array as {@link ArrayBlock} holds them; the window's cells are overwritten, no other
     */
    default void read(VariableHeader variable, Window window, Frame to, Object into) throws IOException {
        Object values = read(variable, window).values();
        new Overlap(Frame.of(window), to, window)
                .each((from, at, count) -> System.arraycopy(values, (int) from, into, (int) at, (int) count));
    }

    /**
     * Tells where the chunks of a variable lie in the file, without reading them. Elements that lie end to end are one
     * chunk; by record, one for each record.
     *
     * @param variable of this file's header
     * @return nothing where the elements have no place of their own in one file, as those inside a header
     * @throws UnreadableException where the list of chunks is damaged; names file and variable
     * @throws IOException where the storage fails
     */
    default Optional<ChunkTable> chunks(VariableHeader variable) throws IOException {
        return Optional.empty();
    }

    /**
     * Tells how the elements of a variable lie in the bytes of its {@link #chunks chunks}.
     *
     * @param variable of this file's header
     * @return nothing where elements are not plain numbers or characters, such as texts of any length
     */
    default Optional<StoredEncoding> encoding(VariableHeader variable) {
        return Optional.empty();
    }

    /**
     * Tells whether something of a box was ever written; where not, all of it is the fill value. A format that cannot
     * tell without reading says that it was.
     *
     * @param window as for {@link #read(VariableHeader, Window)}
     */
    default boolean isWritten(VariableHeader variable, Window window) throws IOException {
        return true;
    }

    /** Reads a whole variable; see {@link #read(VariableHeader, Window)}. */
    default ArrayBlock read(VariableHeader variable) throws IOException {
        return read(variable, Window.whole(variable.shape()));
    }
}
