package dev.shoal.zarr.icechunk;

import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/** The files that virtual chunks lie in, seen to be in the state in which they were referenced; a few are kept open. */
final class SourceFiles implements Closeable {

    private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/]*)(/.*)", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("s3", "s3a", "s3n", "s3a", "gcs", "gs");
    private static final int MOST_OPEN = 4;

    private final String repository;
    private final Configuration conf;
    private final Map<SourceFile, ByteSource> open = new LinkedHashMap<>(8, 0.75f, true);

    /**
     * Opens nothing yet.
     *
     * @param repository for messages
     */
    SourceFiles(String repository, Configuration conf) {
        this.repository = repository;
        this.conf = conf;
    }

    /**
     * Opens a file, or returns it where it is open.
     *
     * @param key whose bytes are wanted, for the message
     * @throws UnreadableException where there is no such file, it may not be read, or it was changed
     */
    ByteSource open(SourceFile source, String key) throws IOException {
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

    private ByteSource opened(SourceFile source, String key) throws IOException {
        try {
            Path path = path(source.location());
            FileSystem system = raw(path.getFileSystem(conf));
            FileStatus status = system.getFileStatus(path);
            String change = SourceState.change(source, system, status);
            if (!change.isEmpty()) {
                throw new UnreadableException(prefix(key) + source.location() + " was changed since it was referenced: "
                        + change + ". Reference it again and commit.");
            }
            return ByteSource.open(system, status);
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    prefix(key) + "found no file " + source.location()
                            + ", expected the one that it leads to. Put the file there, or reference it anew.",
                    absent);
        } catch (AccessDeniedException | AccessControlException denied) {
            throw new UnreadableException(
                    prefix(key) + "access to " + source.location()
                            + " is denied, expected the right to read it. Give the run credentials that may read it.",
                    denied);
        } catch (UnsupportedFileSystemException | IllegalArgumentException | UnsupportedOperationException notPath) {
            throw new UnreadableException(
                    prefix(key) + "it leads to \"" + source.location() + "\", which is no path (" + notPath.getMessage()
                            + "), expected file:, hdfs: or s3:. Reference the file anew.",
                    notPath);
        } catch (UnreadableException told) {
            throw told;
        } catch (IOException failure) {
            throw new IOException(prefix(key) + source.location() + ": " + failure.getMessage(), failure);
        }
    }

    /** Hadoop's files with checksums beside them cannot have a colon in their names. */
    private static FileSystem raw(FileSystem system) {
        return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
    }

    /** Returns how an error of a key begins. */
    String prefix(String key) {
        return "Cannot read " + key + " of Icechunk repository " + repository + ": ";
    }

    /** Returns the path of a location. Locations of files are URLs; those of objects have their keys as they are. */
    static Path path(String location) {
        Matcher url = URL.matcher(location);
        if (!url.matches()) {
            throw new IllegalArgumentException("not a whole URL");
        }
        String scheme = url.group(1);
        if (scheme.startsWith("http") || scheme.equals("vcc")) {
            throw new IllegalArgumentException("parts of files at " + scheme + ": are not read");
        }
        if (scheme.equals("file")) {
            String path = URLDecoder.decode(url.group(3).replace("+", "%2B"), StandardCharsets.UTF_8);
            return new Path("file", null, path);
        }
        return new Path(SCHEMES.getOrDefault(scheme, scheme), url.group(2), url.group(3));
    }

    @Override
    public void close() throws IOException {
        for (ByteSource file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
