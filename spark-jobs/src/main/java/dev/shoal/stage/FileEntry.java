package dev.shoal.stage;

import dev.shoal.zarr.ArchiveListing;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * A file, or a store, as a listing shows it.
 *
 * @param path full path with its scheme
 * @param size in bytes
 * @param modifiedMillis time of the last change since 1970 UTC, by the file system's clock
 */
public record FileEntry(String path, long size, long modifiedMillis) implements Serializable {

    /**
     * Lists the files and stores that paths lead to, each once, in order of their full paths.
     *
     * @throws StageException where a path does not exist, may not be read, or leads to nothing
     */
    public static List<FileEntry> list(List<String> paths, Configuration conf) {
        try {
            return ArchiveListing.of(paths, conf).stream()
                    .map(entry -> new FileEntry(entry.path(), entry.size(), entry.modifiedMillis()))
                    .toList();
        } catch (IOException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }
}
