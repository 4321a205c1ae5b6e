package dev.shoal.zarr;

import com.bc.zarr.storage.Store;
import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.RawFiles;
import dev.shoal.zarr.array.ReadRoom;
import dev.shoal.zarr.array.WritableObjects;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.RemoteIterator;
import org.jspecify.annotations.Nullable;

/**
 * A Zarr store in a folder of any Hadoop file system, for jzarr and for ourselves.
 *
 * <p>Keys are paths below the root, parts separated by {@code /}. Objects are read and put whole: after a failure there
 * is the old object or none. Safe for use by several threads; several processes may write different keys.
 */
@SuppressWarnings("NonApiType") // jzarr asks for TreeSet.
public final class HadoopStore implements Store, WritableObjects {

    private final Path root;
    private final FileSystem system;
    private final WholeObjects objects;

    /**
     * Names a folder; asks nothing of it.
     *
     * @param root path or URI, such as {@code s3a://bucket/sst.zarr}
     * @param conf of the file system
     * @throws IOException where there is no such file system
     */
    public HadoopStore(String root, Configuration conf) throws IOException {
        Path path = new Path(root);
        this.system = RawFiles.of(path, conf);
        this.root = system.makeQualified(path);
        this.objects = system instanceof RawLocalFileSystem raw ? new LocalObjects(raw) : new RemoteObjects(system);
    }

    @Override
    public String root() {
        return root.toString();
    }

    /**
     * Returns the bytes of an object, or nothing where there is none.
     *
     * @throws IOException where the storage fails; names key and store
     */
    public Optional<byte[]> read(String key) throws IOException {
        return read(key, MOST_DOCUMENT_BYTES);
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        return read(key, most, new ReadRoom()).map(Slice::whole);
    }

    @Override
    public void read(List<String> keys, long most, ReadRoom room, Sink sink) throws IOException {
        for (int i = 0; i < keys.size(); i++) {
            Optional<Slice> bytes = read(keys.get(i), most, room);
            if (bytes.isPresent()) {
                sink.accept(i, bytes.get());
            }
        }
    }

    private Optional<Slice> read(String key, long most, ReadRoom room) throws IOException {
        try {
            return objects.read(path(key), most, room);
        } catch (UnreadableException tooLong) {
            throw tooLong;
        } catch (IOException failure) {
            throw failed("read", key, failure);
        }
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        try {
            return Optional.of(ByteSource.open(system, system.getFileStatus(path(key))));
        } catch (FileNotFoundException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw failed("open", key, failure);
        }
    }

    @Override
    public void put(String key, byte[] bytes) throws IOException {
        put(key, new Slice(bytes, 0, bytes.length));
    }

    @Override
    public void put(String key, Slice bytes) throws IOException {
        try {
            objects.put(path(key), bytes);
        } catch (IOException failure) {
            throw failed("write", key, failure);
        }
    }

    @Override
    public List<String> folders(String key) throws IOException {
        List<String> names = new ArrayList<>();
        for (FileStatus status : system.listStatus(path(key))) {
            if (status.isDirectory()) {
                names.add(status.getPath().getName());
            }
        }
        names.sort(null);
        return names;
    }

    /** Returns a stream of an object's bytes, or null where there is none, as jzarr expects. */
    @Override
    public @Nullable InputStream getInputStream(String key) throws IOException {
        return read(key).map(ByteArrayInputStream::new).orElse(null);
    }

    /** Returns a stream that puts the object when it is closed. */
    @Override
    public OutputStream getOutputStream(String key) {
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() throws IOException {
                if (!closed) {
                    closed = true;
                    put(key, toByteArray());
                }
            }
        };
    }

    /** Holds nothing open; does nothing. */
    @Override
    public void close() {}

    /** Deletes an object, or a folder with all that is in it; nothing happens where there is neither. */
    @Override
    public void delete(String key) throws IOException {
        try {
            system.delete(path(key), true);
        } catch (IOException failure) {
            throw failed("delete", key, failure);
        }
    }

    @Override
    public TreeSet<String> getArrayKeys() throws IOException {
        return foldersWith(ArrayDocument.NAME);
    }

    @Override
    public TreeSet<String> getGroupKeys() throws IOException {
        return foldersWith(GroupDocument.NAME);
    }

    private TreeSet<String> foldersWith(String document) throws IOException {
        return getKeysEndingWith(document).stream()
                .filter(key -> key.equals(document) || key.endsWith("/" + document))
                .map(key -> key.equals(document) ? "" : key.substring(0, key.length() - document.length() - 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public TreeSet<String> getKeysEndingWith(String suffix) throws IOException {
        try (Stream<String> keys = getRelativeLeafKeys("")) {
            return keys.filter(key -> key.endsWith(suffix)).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns the keys of all objects below a folder, seen from that folder, sorted. */
    @Override
    public Stream<String> getRelativeLeafKeys(String key) throws IOException {
        Path folder = path(key);
        int skip = folder.toUri().getPath().length() + 1;
        List<String> keys = new ArrayList<>();
        try {
            RemoteIterator<LocatedFileStatus> files = system.listFiles(folder, true);
            while (files.hasNext()) {
                Path file = files.next().getPath();
                if (!file.getName().endsWith(WholeObjects.PART_SUFFIX)) {
                    keys.add(file.toUri().getPath().substring(skip));
                }
            }
        } catch (FileNotFoundException absent) {
            return Stream.empty();
        }
        return keys.stream().sorted();
    }

    private Path path(String key) {
        return key.isEmpty() ? root : new Path(root, new Path(null, null, key));
    }

    private IOException failed(String act, String key, IOException cause) {
        return new IOException(
                "Cannot " + act + " " + key + " of Zarr store " + root + ": " + cause.getMessage(), cause);
    }
}
