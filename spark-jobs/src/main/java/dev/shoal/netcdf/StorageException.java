package dev.shoal.netcdf;

import java.io.IOException;

/** The storage failed while a file was being read; the file itself may be sound. */
final class StorageException extends IOException {

    private static final long serialVersionUID = 1;

    StorageException(String location, IOException cause) {
        super("Cannot read " + location + ": the storage failed (" + cause + "). Try again.", cause);
    }
}
