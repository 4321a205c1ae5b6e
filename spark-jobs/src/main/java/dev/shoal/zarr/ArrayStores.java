package dev.shoal.zarr;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.icechunk.CommitName;
import dev.shoal.zarr.icechunk.IcechunkObjects;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Opens whatever holds named arrays: Zarr stores and Icechunk repositories, which are folders, kerchunk references,
 * which end in {@code .json}, and files of every format.
 */
public final class ArrayStores {

    private static final List<String> DOCUMENTS =
            List.of(StoreDocuments.CONSOLIDATED, NodeDocuments.NAME, GroupDocument.NAME, ArrayDocument.NAME);

    private ArrayStores() {}

    /**
     * Opens a folder as a Zarr store or Icechunk repository, a file that ends in {@code .json} as references, and
     * anything else by its first bytes. Reads headers only.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows; {@code icechunk:PATH@REF} for
     *     another branch than {@code main}, for a tag or the id of a snapshot
     * @param conf where the file systems are set up
     * @throws UnreadableException where it cannot be read; names it
     * @throws IOException where the storage fails
     */
    public static ArrayFile open(String location, Configuration conf) throws IOException {
        if (CommitName.isNamed(location)) {
            CommitName commit = CommitName.of(location);
            return ZarrFile.openIcechunk(commit.root(), commit.ref(), conf);
        }
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(conf);
        if (isFolder(system, path)) {
            return ZarrFile.open(location, conf);
        }
        return isReferences(path.getName()) ? ZarrFile.openReferences(location, conf) : ArrayFiles.open(location, conf);
    }

    /**
     * Opens what a listing showed. Of a file the header is kept in this process, see {@link ArrayFiles}.
     *
     * @throws UnreadableException as {@link #open(String, Configuration)}, and where a file was changed since
     * @throws IOException where the storage fails
     */
    public static ArrayFile open(ArchiveEntry entry, Configuration conf) throws IOException {
        return entry.kind() == ArchiveEntry.Kind.FILE ? ArrayFiles.open(entry.listed(), conf) : openStore(entry, conf);
    }

    /** Opens what a listing showed for its coordinates, which are wanted again; else as {@link #open}. */
    public static ArrayFile openForPlan(ArchiveEntry entry, Configuration conf) throws IOException {
        return entry.kind() == ArchiveEntry.Kind.FILE
                ? ArrayFiles.openForPlan(entry.listed(), conf)
                : openStore(entry, conf);
    }

    private static ArrayFile openStore(ArchiveEntry entry, Configuration conf) throws IOException {
        return entry.kind() == ArchiveEntry.Kind.STORE
                ? ZarrFile.open(entry.path(), conf)
                : ZarrFile.openReferences(entry.path(), conf);
    }

    /**
     * Tells whether a folder holds a Zarr store of either version.
     *
     * @param children what a listing of the folder gave
     */
    public static boolean isStore(Collection<FileStatus> children) {
        return document(children).isPresent();
    }

    /**
     * Returns what stands for the whole of a file or store where it is to be told from another state of itself: the
     * file, or the document that shows the store to readers and is written last.
     */
    public static String document(String location, Configuration conf) throws IOException {
        if (CommitName.isNamed(location)) {
            return document(CommitName.of(location).root(), conf);
        }
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(conf);
        if (!isFolder(system, path)) {
            return location;
        }
        return document(Arrays.asList(system.listStatus(path)))
                .map(status -> status.getPath().toString())
                .orElse(location);
    }

    /** Returns the document of a store among the children of its folder; nothing where the folder holds no store. */
    static Optional<FileStatus> document(Collection<FileStatus> children) {
        return DOCUMENTS.stream()
                .flatMap(name -> children.stream()
                        .filter(child -> child.getPath().getName().equals(name)))
                .findFirst()
                .or(() -> repository(children));
    }

    /** Returns the object that changes, of an Icechunk repository. */
    private static Optional<FileStatus> repository(Collection<FileStatus> children) {
        boolean hasSnapshots = children.stream()
                .anyMatch(child ->
                        child.isDirectory() && child.getPath().getName().equals("snapshots"));
        return children.stream()
                .filter(child -> hasSnapshots
                        && child.isFile()
                        && child.getPath().getName().equals(IcechunkObjects.NAME))
                .findFirst();
    }

    /** Tells whether a file of this name is taken for references. */
    static boolean isReferences(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    /** What is not there is no folder; the reader of files says so best. */
    private static boolean isFolder(FileSystem system, Path path) throws IOException {
        try {
            return system.getFileStatus(path).isDirectory();
        } catch (FileNotFoundException absent) {
            return false;
        }
    }
}
