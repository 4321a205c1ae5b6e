package dev.shoal.testing;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Files of this machine as {@code counted:/path}; counts what is asked of them, in the whole process. */
public final class CountingFileSystem extends RawLocalFileSystem {

    private static final String SCHEME = "counted";
    private static final AtomicLong READS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();
    private static final AtomicLong STATUSES = new AtomicLong();

    /**
     * What was asked.
     *
     * @param reads of any length
     * @param bytes that they brought
     * @param statuses of files that were asked for
     */
    public record Count(long reads, long bytes, long statuses) {}

    /** Returns a configuration that knows the scheme. */
    public static Configuration conf() {
        Configuration conf = new Configuration();
        conf.set("fs." + SCHEME + ".impl", CountingFileSystem.class.getName());
        return conf;
    }

    /** Returns the name of a file of this machine under which it is counted. */
    public static String uri(java.nio.file.Path path) {
        return SCHEME + ":" + path.toAbsolutePath();
    }

    /** Returns what was asked since the last call. */
    public static Count taken() {
        return new Count(READS.getAndSet(0), BYTES.getAndSet(0), STATUSES.getAndSet(0));
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        STATUSES.incrementAndGet();
        return super.getFileStatus(path);
    }

    @Override
    public FSDataInputStream open(Path path, int bufferBytes) throws IOException {
        return new FSDataInputStream(new Counted(super.open(path, bufferBytes)));
    }

    private static final class Counted extends FSInputStream {
        private final FSDataInputStream in;

        Counted(FSDataInputStream in) {
            this.in = in;
        }

        private static int count(int bytes) {
            READS.incrementAndGet();
            BYTES.addAndGet(Math.max(0, bytes));
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return count(in.read(into, offset, length));
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) throws IOException {
            return count(in.read(position, into, offset, length));
        }

        @Override
        public void readFully(long position, byte[] into, int offset, int length) throws IOException {
            in.readFully(position, into, offset, length);
            count(length);
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
