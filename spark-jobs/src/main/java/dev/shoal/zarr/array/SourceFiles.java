package dev.shoal.zarr.array;

import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/**
 * The files that the chunks of a virtual store lie in, seen to be in the state in which they were referenced; a few are
 * kept open. For one thread.
 *
 * @param <S> what the store says of a file; equal for equal files
 */
public final class SourceFiles<S> implements Closeable {

    private static final int MOST_OPEN = 4;

    private final Sources<S> sources;
    private final Configuration conf;
    private final Map<S, ByteSource> open = new LinkedHashMap<>(8, 0.75f, true);

    /** What a kind of virtual store knows of its files. */
    public interface Sources<S> {

        /** Returns how the store names a file, for messages. */
        String location(S source);

        /**
         * Returns where a file is.
         *
         * @throws IllegalArgumentException where the name is no path
         */
        Path path(S source);

        /** Returns what shows that a file was changed since it was referenced, or an empty text. */
        String change(S source, FileSystem system, FileStatus status) throws IOException;

        /** Returns how an error of a key begins. */
        String prefix(String key);

        /** Returns the sentence that says what to do about a reference that leads nowhere. */
        String remedy();
    }

    /** Opens nothing yet. */
    public SourceFiles(Sources<S> sources, Configuration conf) {
        this.sources = sources;
        this.conf = conf;
    }

    /** Returns how an error of a key begins. */
    public String prefix(String key) {
        return sources.prefix(key);
    }

    /**
     * Opens a file, or returns it where it is open.
     *
     * @param key whose bytes are wanted, for the message
     * @throws UnreadableException where there is no such file, it may not be read, or it was changed
     */
    public ByteSource open(S source, String key) throws IOException {
        ByteSource known = open.get(source);
        if (known == null) {
            known = opened(source, key);
            open.put(source, known);
            Iterator<ByteSource> eldest = open.values().iterator();
            if (open.size() > MOST_OPEN) {
                ByteSource closing = eldest.next();
                eldest.remove();
                closing.close();
            }
        }
        return known;
    }

    private ByteSource opened(S source, String key) throws IOException {
        String location = sources.location(source);
        try {
            Path path = sources.path(source);
            FileSystem system = RawFiles.of(path.getFileSystem(conf));
            FileStatus status = system.getFileStatus(path);
            String change = sources.change(source, system, status);
            if (!change.isEmpty()) {
                throw new UnreadableException(prefix(key) + location + " was changed since it was referenced: " + change
                        + ". " + sources.remedy());
            }
            return ByteSource.open(system, status);
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    prefix(key) + "found no file " + location
                            + ", expected the one that it leads to. Put the file there, or: " + sources.remedy(),
                    absent);
        } catch (AccessDeniedException | AccessControlException denied) {
            throw new UnreadableException(
                    prefix(key) + "access to " + location
                            + " is denied, expected the right to read it. Give the run credentials that may read it.",
                    denied);
        } catch (UnsupportedFileSystemException | IllegalArgumentException | UnsupportedOperationException notPath) {
            throw new UnreadableException(
                    prefix(key) + "it leads to \"" + location + "\", which is no path (" + notPath.getMessage()
                            + "), expected file:, hdfs: or s3a:. " + sources.remedy(),
                    notPath);
        } catch (UnreadableException told) {
            throw told;
        } catch (IOException failure) {
            throw new IOException(prefix(key) + location + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() throws IOException {
        for (ByteSource file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
