package dev.shoal.zarr;

import dev.shoal.codec.Slice;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.ReadRoom;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * Objects that are read and replaced as a whole: whoever reads while another writes sees the old bytes or the new, and
 * a writer that dies leaves the old. Safe for use by several threads and processes.
 */
sealed interface WholeObjects permits LocalObjects, RemoteObjects {

    /** Ends the names of files that are being written; a reader of a folder passes over them. */
    String PART_SUFFIX = ".part";

    /**
     * Returns the bytes, or nothing where there is no such object.
     *
     * @param most the most bytes it may hold
     * @param room that they may be read into; they hold until it is used again
     * @throws UnreadableException where it holds more
     */
    Optional<Slice> read(Path path, long most, ReadRoom room) throws IOException;

    /** Refuses an object that is too long for what it should be, before memory is taken for it. */
    static void requireNoMore(Path path, long length, long most) throws UnreadableException {
        if (length > most) {
            throw new UnreadableException("Cannot read " + path + ": found " + length
                    + " bytes or more, expected at most " + most + ". Fetch or write the store again.");
        }
    }

    /**
     * Puts an object in the place of whatever was there; makes the folders above.
     *
     * @param bytes not changed, not held
     */
    void put(Path path, Slice bytes) throws IOException;
}
