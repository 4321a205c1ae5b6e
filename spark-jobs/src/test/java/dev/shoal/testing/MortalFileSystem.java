package dev.shoal.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import org.apache.hadoop.fs.Abortable;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.jspecify.annotations.Nullable;

/**
 * Files of this machine as objects of a store that loses touch with a program after so many changes, as if the program
 * had been killed there: every change and every question after them fails. An object appears whole when its stream is
 * closed; a folder is deleted object by object, each of them one change. What an earlier life of the program left
 * running stays dead in the next.
 */
public final class MortalFileSystem extends LocalObjectFiles {

    /** The scheme, one that is known for an object store. */
    public static final String SCHEME = "oss";

    /** Setting: so many bytes of an object find room on the disk where it waits to be put. */
    public static final String ROOM = "fs.oss.room";

    private static final String LIFE = "fs.oss.life";
    private static final AtomicInteger LIVES = new AtomicInteger();
    private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

    private int life;

    /** Made by Hadoop. */
    public MortalFileSystem() {
        super(SCHEME);
    }

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
        life = conf.getInt(LIFE, 0);
    }

    @Override
    void reach() throws IOException {
        if (life != LIVES.get() || LEFT.get() <= 0) {
            throw new IOException("The program was killed");
        }
    }

    private void change() throws IOException {
        reach();
        if (LEFT.getAndDecrement() <= 0) {
            throw new IOException("The program was killed");
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
        reach();
        return new FSDataOutputStream(new ObjectBuffer(path(path), overwrite), new Statistics(SCHEME));
    }

    /**
     * What is written of an object: put when it is closed, as by S3A, whatever happened before, but not when aborted.
     */
    private final class ObjectBuffer extends OutputStream implements Abortable, StreamCapabilities {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final java.nio.file.Path file;
        private final boolean overwrite;
        private boolean aborted;

        ObjectBuffer(java.nio.file.Path file, boolean overwrite) {
            this.file = file;
            this.overwrite = overwrite;
        }

        @Override
        public void write(int next) throws IOException {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] more, int offset, int length) throws IOException {
            int taken = Math.min(length, getConf().getInt(ROOM, Integer.MAX_VALUE) - bytes.size());
            bytes.write(more, offset, taken);
            if (taken < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public AbortableResult abort() {
            aborted = true;
            return new AbortableResult() {
                @Override
                public boolean alreadyClosed() {
                    return false;
                }

                @Override
                public @Nullable IOException anyCleanupException() {
                    return null;
                }
            };
        }

        @Override
        public boolean hasCapability(String capability) {
            return capability.equals(StreamCapabilities.ABORTABLE_STREAM);
        }

        @Override
        public void close() throws IOException {
            if (!aborted) {
                change();
                put(file, bytes.toByteArray(), overwrite);
            }
        }
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
    public boolean delete(Path path, boolean recursive) throws IOException {
        reach();
        try (Stream<java.nio.file.Path> found = Files.walk(path(path))) {
            List<java.nio.file.Path> all =
                    found.sorted(Comparator.reverseOrder()).toList();
            for (java.nio.file.Path one : all) {
                if (Files.isDirectory(one)) {
                    reach();
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

    private static java.nio.file.Path path(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }
}
