package dev.shoal.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
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
 * Files of this machine under a scheme of their own, some of which cannot be written or read, as on a full disk or with
 * a key without rights. The scheme is that of an object store, so objects are put in one piece. Settings:
 *
 * <ul>
 *   <li>{@code fs.obs.full}: writing a path that this regular expression matches finds no space left;
 *   <li>{@code fs.obs.denied}: opening or listing one is denied.
 * </ul>
 */
public final class FaultyFileSystem extends FileSystem {

    private final RawLocalFileSystem local = new RawLocalFileSystem();
    private String full = "";
    private String denied = "";

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(name, conf);
        local.initialize(URI.create("file:///"), conf);
        full = conf.get("fs.obs.full", "");
        denied = conf.get("fs.obs.denied", "");
    }

    @Override
    public String getScheme() {
        return "obs";
    }

    @Override
    public URI getUri() {
        return URI.create("obs:///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        allow(path);
        return local.open(file(path), bufferSize);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        if (!path.toString().matches(full)) {
            return local.create(file(path), overwrite, bufferSize, replication, blockSize, progress);
        }
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return new FSDataOutputStream(disk, new Statistics(getScheme()));
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) throws IOException {
        return local.append(file(path), bufferSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        return local.rename(file(from), file(to));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return local.delete(file(path), recursive);
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        allow(path);
        FileStatus[] found = local.listStatus(file(path));
        for (int i = 0; i < found.length; i++) {
            found[i] = named(found[i]);
        }
        return found;
    }

    @Override
    public void setWorkingDirectory(Path path) {
        local.setWorkingDirectory(file(path));
    }

    @Override
    public Path getWorkingDirectory() {
        return named(local.getWorkingDirectory());
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        return local.mkdirs(file(path));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        return named(local.getFileStatus(file(path)));
    }

    private void allow(Path path) throws IOException {
        if (path.toString().matches(denied)) {
            throw new AccessDeniedException(path.toString());
        }
    }

    private static Path file(Path path) {
        return new Path("file", "", path.toUri().getPath());
    }

    private static FileStatus named(FileStatus status) {
        return new FileStatus(
                status.getLen(),
                status.isDirectory(),
                status.getReplication(),
                status.getBlockSize(),
                status.getModificationTime(),
                named(status.getPath()));
    }

    private static Path named(Path path) {
        return new Path("obs", "", path.toUri().getPath());
    }
}
