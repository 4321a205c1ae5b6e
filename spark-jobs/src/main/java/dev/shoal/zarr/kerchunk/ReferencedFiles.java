package dev.shoal.zarr.kerchunk;

import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.virtual.SourceFile;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/**
 * The files that references lead to; a few are kept open.
 *
 * <p>A name without a scheme is seen from the folder of the references. {@code s3:} and {@code s3n:} are read as
 * {@code s3a:}, {@code gcs:} as {@code gs:}.
 */
final class ReferencedFiles implements Closeable {

    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(?://|(?=/)).*", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("s3", "s3a", "s3n", "s3a", "gcs", "gs", "local", "file");
    private static final int MOST_OPEN = 4;

    private final Path references;
    private final Configuration conf;
    private final Map<String, SourceFile> sources;
    private final Map<String, ByteSource> open = new LinkedHashMap<>(8, 0.75f, true);

    /**
     * Knows where names are seen from.
     *
     * @param references the whole path of the file of references
     * @param sources the states in which files were, by their names, as far as is known
     */
    ReferencedFiles(Path references, Configuration conf, Map<String, SourceFile> sources) {
        this.references = references;
        this.sources = sources;
        this.conf = conf;
    }

    /**
     * Opens a file, or returns it where it is open.
     *
     * @param key whose bytes are wanted, for the message
     * @throws UnreadableException where there is no such file, or it may not be read
     */
    ByteSource open(String file, String key) throws IOException {
        ByteSource known = open.get(file);
        if (known == null) {
            known = opened(file, key);
            open.put(file, known);
            Iterator<ByteSource> eldest = open.values().iterator();
            if (open.size() > MOST_OPEN) {
                ByteSource closing = eldest.next();
                eldest.remove();
                closing.close();
            }
        }
        return known;
    }

    private ByteSource opened(String file, String key) throws IOException {
        try {
            Path path = path(file);
            FileSystem system = raw(path.getFileSystem(conf));
            FileStatus status = system.getFileStatus(path);
            requireUnchanged(file, status, key);
            return ByteSource.open(system, status);
        } catch (UnreadableException changed) {
            throw changed;
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    prefix(key) + "found no file " + file
                            + ", expected the one that it leads to. Put the file there, or make"
                            + " the references anew.",
                    absent);
        } catch (AccessDeniedException | AccessControlException denied) {
            throw new UnreadableException(
                    prefix(key) + "access to " + file
                            + " is denied, expected the right to read it. Give the run credentials"
                            + " that may read it.",
                    denied);
        } catch (UnsupportedFileSystemException | IllegalArgumentException | UnsupportedOperationException notPath) {
            throw new UnreadableException(
                    prefix(key) + "it leads to \"" + file + "\", which is no path (" + notPath.getMessage()
                            + "), expected file:, hdfs: or s3a:. Make the references anew.",
                    notPath);
        } catch (IOException failure) {
            throw new IOException(prefix(key) + file + ": " + failure.getMessage(), failure);
        }
    }

    /** A file that was replaced would be decoded by another's places and codecs. */
    private void requireUnchanged(String file, FileStatus status, String key) throws UnreadableException {
        SourceFile known = sources.get(file);
        Optional<String> difference = known == null ? Optional.empty() : known.difference(status);
        if (difference.isPresent()) {
            throw new UnreadableException(prefix(key) + "found " + file + " with " + difference.get()
                    + " as when the references were made. The file was changed since; make the references anew.");
        }
    }

    /** Hadoop's files with checksums beside them cannot have a colon in their names. */
    private static FileSystem raw(FileSystem system) {
        return system instanceof LocalFileSystem local ? local.getRawFileSystem() : system;
    }

    /** Returns how an error of a key begins. */
    String prefix(String key) {
        return "Cannot read " + key + " of references " + references + ": ";
    }

    /** Returns the path that a name stands for. */
    Path path(String file) {
        Matcher scheme = SCHEME.matcher(file);
        if (!scheme.matches()) {
            Path folder = references.getParent();
            URI base = (folder == null ? references : folder).toUri();
            String inside = file.startsWith("/") ? file : base.getPath() + "/" + file;
            return new Path(base.getScheme(), base.getAuthority(), normal(inside));
        }
        String name = scheme.group(1);
        if (name.startsWith("http")) {
            throw new IllegalArgumentException("parts of files on web servers are not read; copy the files");
        }
        return new Path(SCHEMES.getOrDefault(name, name) + file.substring(name.length()));
    }

    /** Takes {@code .} and {@code ..} out of an absolute path. */
    private static String normal(String path) {
        java.util.ArrayDeque<String> parts = new java.util.ArrayDeque<>();
        for (String part : path.split("/+", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    @Override
    public void close() throws IOException {
        for (ByteSource file : open.values()) {
            file.close();
        }
        open.clear();
    }
}
