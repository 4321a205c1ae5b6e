package dev.shoal.testing;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Files of this machine as objects of a store that loses touch with a program after so many changes, as if the program
 * had been killed there: every change and every question after them fails. An object appears whole when its stream is
 * closed; a folder is deleted object by object, each of them one change. What an earlier life of the program left
 * running stays dead in the next.
 */
public final class MortalFileSystem extends FileSystem {

    /** The scheme, one that is known for an object store. */
    public static final String SCHEME = "oss";

    private static final String LIFE = "fs.oss.life";
    private static final AtomicInteger LIVES = new AtomicInteger();
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    private final RawLocalFileSystem local = new RawLocalFileSystem();
    private int life;

    /** Begins another life of the programs that use this configuration, with so many changes. */
    public static void live(Configuration conf, long changes) {
        conf.set("fs.oss.impl", MortalFileSystem.class.getName());
        conf.setBoolean("fs.oss.impl.disable.cache", true);
        conf.setInt(LIFE, LIVES.incrementAndGet());
        LEFT.set(changes);
    }

    /** Returns how many changes are left. */
    public static long left() {
        return LEFT.get();
    }

    @Override
    public void initialize(URI name, Configuration conf) throws IOException {
        super.initialize(name, conf);
        local.initialize(URI.create("file:///"), conf);
        life = conf.getInt(LIFE, 0);
    }

    private void requireAlive() throws IOException {
        if (life != LIVES.get() || LEFT.get() <= 0) {
            throw new IOException("The program was killed");
        }
    }

    private void change() throws IOException {
        requireAlive();
        if (LEFT.getAndDecrement() <= 0) {
            throw new IOException("The program was killed");
        }
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        requireAlive();
        return local.open(there(path), bufferSize);
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
        requireAlive();
        java.nio.file.Path file = file(path);
        ByteArrayOutputStream object = new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                change();
                put(file, toByteArray(), overwrite);
            }
        };
        return new FSDataOutputStream(object, new Statistics(SCHEME));
    }

    private static void put(java.nio.file.Path file, byte[] bytes, boolean overwrite) throws IOException {
        Files.createDirectories(file.getParent());
        if (!overwrite) {
            try {
                Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
                return;
            } catch (java.nio.file.FileAlreadyExistsException there) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        java.nio.file.Path part =
                Files.createTempFile("object", UUID.randomUUID().toString());
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException("Objects are put whole.");
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException("Objects have no other names.");
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        requireAlive();
        try (Stream<java.nio.file.Path> found = Files.walk(file(path))) {
            List<java.nio.file.Path> all =
                    found.sorted(Comparator.reverseOrder()).toList();
            for (java.nio.file.Path one : all) {
                if (Files.isDirectory(one)) {
                    requireAlive();
                } else {
                    change();
                }
                Files.delete(one);
            }
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        requireAlive();
        FileStatus[] found = local.listStatus(there(path));
        for (int i = 0; i < found.length; i++) {
            found[i] = named(found[i]);
        }
        return found;
    }

    @Override
    public void setWorkingDirectory(Path path) {
        throw new UnsupportedOperationException("Objects have whole names.");
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path(SCHEME, "", "/");
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) throws IOException {
        requireAlive();
        return true;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        requireAlive();
        return named(local.getFileStatus(there(path)));
    }

    /** A name without an object is no empty folder. */
    private static Path there(Path path) throws FileNotFoundException {
        if (!Files.exists(file(path))) {
            throw new FileNotFoundException(path.toString());
        }
        return new Path("file", "", path.toUri().getPath());
    }

    private static java.nio.file.Path file(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private static FileStatus named(FileStatus status) {
        return new FileStatus(
                status.getLen(),
                status.isDirectory(),
                status.getReplication(),
                status.getBlockSize(),
                status.getModificationTime(),
                new Path(SCHEME, "", status.getPath().toUri().getPath()));
    }
}
