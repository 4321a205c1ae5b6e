package dev.shoal.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
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
public final class FaultyFileSystem extends LocalObjectFiles {

    private static final String SCHEME = "obs";

    private String full = "";
    private String denied = "";

    /** Made by Hadoop. */
    public FaultyFileSystem() {
        super(SCHEME);
    }

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(name, conf);
        full = conf.get("fs.obs.full", "");
        denied = conf.get("fs.obs.denied", "");
    }

    @Override
    void allow(Path path) throws IOException {
        if (path.toString().matches(denied)) {
            throw new AccessDeniedException(path.toString());
        }
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
            return local().create(file(path), overwrite, bufferSize, replication, blockSize, progress);
        }
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return new FSDataOutputStream(disk, new Statistics(SCHEME));
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        return local().delete(file(path), recursive);
    }
}
