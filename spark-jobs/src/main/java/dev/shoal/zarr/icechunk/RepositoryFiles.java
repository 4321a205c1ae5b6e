package dev.shoal.zarr.icechunk;

import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.RawFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BulkDelete;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * The objects of a repository. All but one have a random name and never change: one that a dead writer left is led to
 * by nothing. Safe for use by several threads.
 */
final class RepositoryFiles {

    private final Path root;
    private final FileSystem system;

    RepositoryFiles(String location, Configuration conf) throws IOException {
        Path path = new Path(location);
        this.system = RawFiles.of(path, conf);
        this.root = system.makeQualified(path);
    }

    /** Returns the whole path of the repository. */
    String root() {
        return root.toString();
    }

    /** Returns the whole path of an object, for messages. */
    String name(String key) {
        return root + "/" + key;
    }

    /**
     * Returns the object that changes, for writing it.
     *
     * @throws UnsupportedOperationException where the storage cannot write under a condition
     */
    RepoObject repo() {
        Path path = new Path(root, RepoObject.NAME);
        if (system instanceof RawLocalFileSystem local) {
            return new LockedFile(local.pathToFile(path).toPath());
        }
        if (system.getScheme().equals("s3a")) {
            return s3(path);
        }
        throw new UnsupportedOperationException("Cannot write Icechunk repository " + root + ": " + system.getScheme()
                + ": has no conditional write that Shoal knows, expected file: or s3a:. Put the repository there.");
    }

    /** S3A's classes are asked for here alone, where they are there. */
    private S3Object s3(Path path) {
        return new S3Object((S3AFileSystem) system, path);
    }

    /**
     * Reads a whole object.
     *
     * @throws UnreadableException where there is none
     */
    byte[] read(String key) throws IOException {
        long most = Envelope.mostBytes();
        try (FSDataInputStream in = FutureIO.awaitFuture(system.openFile(new Path(root, key))
                .opt("fs.option.openfile.read.policy", "whole-file")
                .build())) {
            byte[] bytes = in.readNBytes((int) most);
            if (bytes.length == most && in.read() >= 0) {
                throw new UnreadableException("Cannot read " + name(key) + ": found more than " + most
                        + " bytes, expected at most a quarter of the memory. Give the program more, or fetch the"
                        + " object again.");
            }
            return bytes;
        } catch (FileNotFoundException absent) {
            if (key.equals(RepoObject.NAME)) {
                throw new UnreadableException(
                        "Cannot open Icechunk repository " + root + ": found no object \"" + key
                                + "\" there, expected one. Correct the path, or make it with 'shoal zarr send'.",
                        absent);
            }
            throw new UnreadableException(
                    "Cannot read " + name(key) + ": found no such object, expected one of an Icechunk repository."
                            + " It was deleted, or the repository was copied in part; open another snapshot.",
                    absent);
        }
    }

    /** Tells whether there is an object. */
    boolean isThere(String key) throws IOException {
        return system.exists(new Path(root, key));
    }

    /** Opens an object to read parts of it. */
    ByteSource open(String key) throws IOException {
        try {
            return ByteSource.open(system, system.getFileStatus(new Path(root, key)));
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    "Cannot read " + name(key) + ": found no such chunk, expected one that a manifest leads to."
                            + " It was deleted, or the repository was copied in part; open another snapshot.",
                    absent);
        }
    }

    /** Receives what a listing shows. */
    @FunctionalInterface
    interface Listing {

        /**
         * Takes an object.
         *
         * @param modifiedMillis since 1970
         */
        void accept(ObjectId id, long bytes, long modifiedMillis) throws IOException;
    }

    /** Lists the objects of a kind; files of other names are passed over. */
    void list(ObjectKind kind, Listing listing) throws IOException {
        try {
            RemoteIterator<FileStatus> children = system.listStatusIterator(new Path(root, kind.folder()));
            while (children.hasNext()) {
                FileStatus status = children.next();
                if (status.isFile() && ObjectId.isObject(status.getPath().getName())) {
                    listing.accept(
                            ObjectId.parse(status.getPath().getName()), status.getLen(), status.getModificationTime());
                }
            }
        } catch (FileNotFoundException none) {
            return; // A folder of objects is there once it has one.
        }
    }

    /** Deletes objects of a kind; those that are not there are passed over. */
    void delete(ObjectKind kind, List<ObjectId> ids) throws IOException {
        Path folder = new Path(root, kind.folder());
        try (BulkDelete bulk = system.createBulkDelete(folder)) {
            for (int start = 0; start < ids.size(); start += bulk.pageSize()) {
                List<Path> page = ids.subList(start, Math.min(ids.size(), start + bulk.pageSize())).stream()
                        .map(id -> new Path(folder, id.toString()))
                        .toList();
                for (Map.Entry<Path, String> failure : bulk.bulkDelete(page)) {
                    throw new IOException("Cannot delete " + failure.getKey() + ": " + failure.getValue());
                }
            }
        }
    }

    /** Puts an object of a new name. */
    void put(String key, byte[] bytes) throws IOException {
        Path path = new Path(root, key);
        if (system instanceof RawLocalFileSystem local) {
            java.nio.file.Path file = local.pathToFile(path).toPath();
            Files.createDirectories(local.pathToFile(path.getParent()).toPath());
            Files.write(file, bytes);
            return;
        }
        FSDataOutputStreamBuilder<?, ?> builder = system.createFile(path);
        builder.overwrite(true).recursive().opt("fs.s3a.create.performance", "true");
        try (FSDataOutputStream out = builder.build()) {
            out.write(bytes);
        }
    }
}
