package dev.shoal.testing;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Files of this machine under the scheme of an object store: they are put whole, have no other names, and folders are
 * there without being made. Each kind says what it refuses, and how it changes what is there.
 */
abstract sealed class LocalObjectFiles extends FileSystem permits FaultyFileSystem, MortalFileSystem {

    private final RawLocalFileSystem local = new RawLocalFileSystem();
    private final String scheme;

    LocalObjectFiles(String scheme) {
        this.scheme = scheme;
    }

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(name, conf);
        local.initialize(URI.create("file:///"), conf);
    }

    /** Comes before every question and change; throws where the storage is out of reach. */
    void reach() throws IOException {}

    /** Comes before an object is opened or a folder listed; throws where that is denied. */
    void allow(Path path) throws IOException {}

    /** Returns the files that are behind. */
    final RawLocalFileSystem local() {
        return local;
    }

    @Override
    public final String getScheme() {
        return scheme;
    }

    @Override
    public final URI getUri() {
        return URI.create(scheme + ":///");
    }

    @Override
    public final FSDataInputStream open(Path path, int bufferSize) throws IOException {
        reach();
        allow(path);
        return local.open(file(path), bufferSize);
    }

    @Override
    public final FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException("Objects are put whole.");
    }

    @Override
    public final boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException("Objects have no other names.");
    }

    @Override
    public final FileStatus[] listStatus(Path path) throws IOException {
        reach();
        allow(path);
        FileStatus[] found = local.listStatus(file(path));
        for (int i = 0; i < found.length; i++) {
            found[i] = named(found[i]);
        }
        return found;
    }

    @Override
    public final void setWorkingDirectory(Path path) {
        throw new UnsupportedOperationException("Objects have whole names.");
    }

    @Override
    public final Path getWorkingDirectory() {
        return new Path(scheme, "", "/");
    }

    @Override
    public final boolean mkdirs(Path path, FsPermission permission) throws IOException {
        reach();
        return true;
    }

    @Override
    public final FileStatus getFileStatus(Path path) throws IOException {
        reach();
        return named(local.getFileStatus(file(path)));
    }

    /** Returns the name of an object among the files behind. */
    static Path file(Path path) {
        return new Path("file", "", path.toUri().getPath());
    }

    private FileStatus named(FileStatus status) {
        return new FileStatus(
                status.getLen(),
                status.isDirectory(),
                status.getReplication(),
                status.getBlockSize(),
                status.getModificationTime(),
                new Path(scheme, "", status.getPath().toUri().getPath()));
    }
}
