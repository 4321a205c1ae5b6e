package dev.shoal.stage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;

/**
 * Lists the files of an archive.
 *
 * <p>A file that is named, or that a glob names, is taken whatever it is called. A folder is walked, and of it those
 * files are taken whose names end as NetCDF and HDF5 files do; names that begin with {@code .} or {@code _} are passed
 * over.
 */
public final class ArchiveListing {

    private static final List<String> ENDINGS =
            List.of(".nc", ".nc3", ".nc4", ".cdf", ".netcdf", ".h5", ".hdf5", ".he5");

    private ArchiveListing() {}

    /**
     * Lists the files of all paths, each once, in order of their paths.
     *
     * @throws StageException where a path does not exist, may not be read, or gives no file
     */
    public static List<FileEntry> of(List<String> paths, Configuration conf) {
        TreeMap<String, FileEntry> found = new TreeMap<>();
        for (String path : paths) {
            List<FileEntry> entries = list(path, conf);
            if (entries.isEmpty()) {
                throw StageException.configuration(
                        "Cannot read '" + path + "': found no file there, expected files ending in "
                                + String.join(" ", ENDINGS) + ". Name the files with a glob if they end otherwise.");
            }
            entries.forEach(entry -> found.put(entry.path(), entry));
        }
        return new ArrayList<>(found.values());
    }

    private static List<FileEntry> list(String text, Configuration conf) {
        try {
            Path path = new Path(text);
            FileSystem fs = path.getFileSystem(conf);
            FileStatus[] named = fs.globStatus(fs.makeQualified(path));
            if (named == null || named.length == 0) {
                throw StageException.configuration(
                        "Cannot read '" + text + "': found nothing there, expected a file, a folder"
                                + " or a glob that matches some. Check the path; a relative one starts at the specification's folder"
                                + " in a run, else at the working folder.");
            }
            List<FileEntry> entries = new ArrayList<>();
            for (FileStatus status : named) {
                if (status.isDirectory()) {
                    walk(fs, status.getPath(), entries);
                } else {
                    entries.add(entry(status));
                }
            }
            return entries;
        } catch (AccessControlException | AccessDeniedException error) {
            throw StageException.configuration(
                    "Cannot read '" + text
                            + "': access is denied. Check the permissions, or the keys of the object store.",
                    error);
        } catch (FileNotFoundException error) {
            throw StageException.configuration(
                    "Cannot read '" + text + "': found nothing there. Check the path.", error);
        } catch (IOException | IllegalArgumentException error) {
            throw StageException.configuration(
                    "Cannot read '" + text + "': " + error.getMessage() + " Check the path and the store's settings.",
                    error);
        }
    }

    private static void walk(FileSystem fs, Path folder, List<FileEntry> entries) throws IOException {
        RemoteIterator<LocatedFileStatus> files = fs.listFiles(folder, true);
        int rootDepth = folder.depth();
        while (files.hasNext()) {
            LocatedFileStatus status = files.next();
            if (isArchived(status.getPath(), rootDepth)) {
                entries.add(entry(status));
            }
        }
    }

    private static boolean isArchived(Path path, int rootDepth) {
        String name = path.getName().toLowerCase(Locale.ROOT);
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            return false;
        }
        for (Path part = path; part != null && part.depth() > rootDepth; part = part.getParent()) {
            if (part.getName().startsWith(".") || part.getName().startsWith("_")) {
                return false;
            }
        }
        return true;
    }

    private static FileEntry entry(FileStatus status) {
        return new FileEntry(status.getPath().toString(), status.getLen(), status.getModificationTime());
    }
}
