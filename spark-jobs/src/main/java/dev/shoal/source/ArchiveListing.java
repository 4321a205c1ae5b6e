package dev.shoal.source;

import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Lists the files, or the stores, that paths lead to.
 *
 * <p>What is named, or what a glob names, is taken whatever it is called. A folder is walked: of files those are taken
 * whose names end as NetCDF and HDF5 files do; names that begin with {@code .} or {@code _} are passed over.
 */
final class ArchiveListing {

    private static final List<String> ENDINGS =
            List.of(".nc", ".nc3", ".nc4", ".cdf", ".netcdf", ".h5", ".hdf5", ".he5");

    private final ArchiveKind kind;
    private final Configuration conf;
    private final TreeSet<String> found = new TreeSet<>();

    private ArchiveListing(ArchiveKind kind, Configuration conf) {
        this.kind = kind;
        this.conf = conf;
    }

    /**
     * Lists what the paths of a table lead to, each once, in order of their full paths; at least one.
     *
     * @throws SourceException where a path does not exist, may not be read, or leads to nothing of this kind
     */
    static List<String> of(SourceOptions options, Configuration conf) {
        ArchiveListing listing = new ArchiveListing(options.kind(), conf);
        options.paths().forEach(listing::add);
        return List.copyOf(listing.found);
    }

    private void add(String text) {
        int before = found.size();
        try {
            Path path = path(text);
            FileSystem fs = path.getFileSystem(conf);
            FileStatus[] named = fs.globStatus(fs.makeQualified(path));
            if (named == null || named.length == 0) {
                throw new SourceException("Cannot read '" + text + "': found nothing there. Check the path.");
            }
            for (FileStatus status : named) {
                addNamed(fs, status);
            }
        } catch (IOException | IllegalArgumentException error) {
            throw new SourceException(
                    "Cannot read '" + text + "': " + error.getMessage() + " Check the path and the store's settings.",
                    error);
        }
        if (found.size() == before && found.stream().noneMatch(known -> known.contains(text))) {
            throw new SourceException("Cannot read '" + text + "': found no " + expected() + " there.");
        }
    }

    /** Returns the path of a text; a bucket alone is its root folder. */
    private static Path path(String text) {
        Path path = new Path(text);
        return path.toUri().getPath().isEmpty() ? new Path(text + Path.SEPARATOR) : path;
    }

    private String expected() {
        return kind == ArchiveKind.ZARR ? "Zarr store" : "file ending in " + String.join(" ", ENDINGS);
    }

    private void addNamed(FileSystem fs, FileStatus status) throws IOException {
        if (status.isDirectory()) {
            walk(fs, status.getPath());
        } else if (kind == ArchiveKind.NETCDF) {
            found.add(status.getPath().toString());
        }
    }

    private void walk(FileSystem fs, Path folder) throws IOException {
        FileStatus[] children = fs.listStatus(folder);
        if (ArrayStores.isStore(Arrays.asList(children))) {
            if (kind == ArchiveKind.ZARR) {
                found.add(folder.toString());
            }
            return;
        }
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            boolean hidden = name.startsWith(".") || name.startsWith("_");
            if (!hidden && child.isDirectory()) {
                walk(fs, child.getPath());
            } else if (!hidden && kind == ArchiveKind.NETCDF && isNetcdf(name)) {
                found.add(child.getPath().toString());
            }
        }
    }

    private static boolean isNetcdf(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }
}
