package dev.shoal.zarr;

import dev.shoal.zarr.kerchunk.References;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * Lists the files and stores of an archive.
 *
 * <p>A file that is named, or that a glob names, is taken whatever it is called. A folder that is a Zarr store is one
 * entry. Any other folder is walked: of it those files are taken whose names end as NetCDF and HDF5 files do, and the
 * stores; names that begin with {@code .} or {@code _} are passed over. Files of kerchunk references are taken of a
 * folder that holds nothing else, because they would show what lies beside them once more.
 */
public final class ArchiveListing {

    private static final List<String> ENDINGS =
            List.of(".nc", ".nc3", ".nc4", ".cdf", ".netcdf", ".h5", ".hdf5", ".he5");

    /** So much of a file tells whether it holds references. */
    private static final int FRONT_BYTES = 64 << 10;

    private final Configuration conf;
    private final TreeMap<String, ArchiveEntry> found = new TreeMap<>();

    private ArchiveListing(Configuration conf) {
        this.conf = conf;
    }

    /**
     * Lists what the paths lead to, each once, in order of their full paths.
     *
     * @param paths files, folders and globs of any Hadoop file system
     * @throws IOException where a path does not exist, may not be read, or leads to nothing; the message is for people
     */
    public static List<ArchiveEntry> of(Collection<String> paths, Configuration conf) throws IOException {
        ArchiveListing listing = new ArchiveListing(conf);
        for (String path : paths) {
            listing.add(path);
        }
        return new ArrayList<>(listing.found.values());
    }

    /**
     * Tells whether a file of a folder is taken by its name.
     *
     * @param path full or relative, of the file
     */
    public static boolean isNamedAsArchive(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !name.startsWith(".")
                && !name.startsWith("_")
                && ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private void add(String text) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        try {
            Path path = path(text);
            FileSystem fs = path.getFileSystem(conf);
            FileStatus[] named = fs.globStatus(fs.makeQualified(path));
            if (named == null || named.length == 0) {
                throw new FileNotFoundException();
            }
            for (FileStatus status : named) {
                if (status.isDirectory()) {
                    entries.addAll(below(fs, status.getPath()));
                } else {
                    entries.add(file(status));
                }
            }
        } catch (AccessControlException | AccessDeniedException error) {
            throw denied(text, error);
        } catch (FileNotFoundException error) {
            throw nothing(text, error);
        } catch (IOException | IllegalArgumentException error) {
            throw new IOException(
                    "Cannot read '" + text + "': " + error.getMessage() + ". Check the path and the store's settings.",
                    error);
        }
        if (entries.isEmpty()) {
            throw new FileNotFoundException("Cannot read '" + text
                    + "': found no file there, expected Zarr stores, kerchunk references, or files ending in "
                    + String.join(" ", ENDINGS)
                    + ". Name the files with a glob if they end otherwise.");
        }
        entries.forEach(entry -> found.put(entry.path(), entry));
    }

    /** Returns the path of a text; a bucket alone is its root folder. */
    private static Path path(String text) {
        Path path = new Path(text);
        return path.toUri().getPath().isEmpty() ? new Path(text + Path.SEPARATOR) : path;
    }

    private static IOException denied(String text, IOException cause) {
        return new IOException(
                "Cannot read '" + text + "': access is denied. Check the permissions, or the keys of the object store.",
                cause);
    }

    private static IOException nothing(String text, IOException cause) {
        return new IOException(
                "Cannot read '" + text
                        + "': found nothing there, expected a file, a folder or a glob that matches some."
                        + " Check the path; a relative one starts at the specification's folder in a run, else at the"
                        + " working folder.",
                cause);
    }

    private static List<ArchiveEntry> below(FileSystem fs, Path folder) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        List<FileStatus> json = new ArrayList<>();
        walk(fs, folder, entries, json);
        if (entries.isEmpty()) {
            for (FileStatus status : json) {
                if (isReferences(fs, status)) {
                    entries.add(file(status));
                }
            }
        }
        return entries;
    }

    private static boolean isReferences(FileSystem fs, FileStatus status) throws IOException {
        try (FSDataInputStream in = fs.open(status.getPath())) {
            return References.looksLike(in.readNBytes(FRONT_BYTES));
        }
    }

    private static void walk(FileSystem fs, Path folder, List<ArchiveEntry> entries, List<FileStatus> json)
            throws IOException {
        FileStatus[] children = fs.listStatus(folder);
        if (ArrayStores.isStore(Arrays.asList(children))) {
            entries.add(store(folder, children));
            return;
        }
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            if (name.startsWith(".") || name.startsWith("_")) {
                continue;
            }
            if (child.isDirectory()) {
                walk(fs, child.getPath(), entries, json);
            } else if (isNamedAsArchive(name)) {
                entries.add(file(child));
            } else if (ArrayStores.isReferences(name)) {
                json.add(child);
            }
        }
    }

    private static ArchiveEntry file(FileStatus status) {
        return new ArchiveEntry(
                status.getPath().toString(),
                ArrayStores.isReferences(status.getPath().getName())
                        ? ArchiveEntry.Kind.REFERENCES
                        : ArchiveEntry.Kind.FILE,
                status.getLen(),
                status.getModificationTime());
    }

    private static ArchiveEntry store(Path folder, FileStatus[] children) {
        FileStatus document = ArrayStores.document(Arrays.asList(children)).orElseThrow();
        return new ArchiveEntry(
                folder.toString(), ArchiveEntry.Kind.STORE, document.getLen(), document.getModificationTime());
    }
}
