package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.core.JacksonException;
import dev.shoal.codec.Slice;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.zarr.array.Ranges;
import dev.shoal.zarr.array.ReadRoom;
import dev.shoal.zarr.array.SourceFiles;
import dev.shoal.zarr.array.StoreObjects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A Zarr store whose objects are parts of other files, as a file of references tells. Parts that lie near each other in
 * one file are fetched together. Not safe for use by several threads.
 */
public final class References implements StoreObjects {

    private static final byte[] ROOT_GROUP = "{\"zarr_format\": 2}".getBytes(StandardCharsets.UTF_8);

    private final Path location;
    private final ReferenceTable table;
    private final SourceFiles<String> files;

    private References(Path location, ReferenceTable table, SourceFiles<String> files) {
        this.location = location;
        this.table = table;
        this.files = files;
    }

    /**
     * Reads a file of references.
     *
     * @param location a path, or a URI of a scheme that Hadoop's FileSystem knows
     * @throws UnreadableException where it holds none; names it
     * @throws IOException where the storage fails
     */
    public static References open(String location, Configuration conf) throws IOException {
        Path path = new Path(location);
        FileSystem system = path.getFileSystem(conf);
        Path whole = system.makeQualified(path);
        try (InputStream in = system.open(whole)) {
            ReferenceTable table = ReferenceParser.parse(in);
            return new References(whole, table, ReferencedFiles.of(whole, conf, table.sources()));
        } catch (JacksonException notJson) {
            throw refused(whole, "text that is no JSON (" + notJson.getOriginalMessage() + ")", notJson);
        } catch (IllegalArgumentException | ArithmeticException unknown) {
            throw refused(whole, String.valueOf(unknown.getMessage()), unknown);
        } catch (FileNotFoundException absent) {
            throw new UnreadableException(
                    "Cannot read " + whole + ": found no such file, expected references. Correct the path.", absent);
        }
    }

    private static UnreadableException refused(Path path, String found, Exception cause) {
        return new UnreadableException(
                "Cannot read references " + path + ": found " + found + ". Make the references anew.", cause);
    }

    /**
     * Tells whether a file of JSON looks like references.
     *
     * @param front its first bytes, some thousands
     */
    public static boolean looksLike(byte[] front) {
        String text = new String(front, StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{")
                && (text.contains("\"refs\"")
                        || text.contains(".zgroup\"")
                        || text.contains(".zarray\"")
                        || text.contains(".zattrs\"")
                        || text.contains("\"zarr.json\""));
    }

    @Override
    public String root() {
        return location.toString();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        List<byte[]> found = new ArrayList<>();
        read(List.of(key), most, new ReadRoom(), (position, bytes) -> found.add(bytes.copy()));
        if (found.isEmpty() && key.equals(".zgroup") && !table.documents().contains("zarr.json")) {
            return Optional.of(ROOT_GROUP.clone());
        }
        return found.stream().findFirst();
    }

    @Override
    public void read(List<String> keys, long most, ReadRoom room, Sink sink) throws IOException {
        Map<Integer, List<Integer>> byFile = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int entry = table.find(keys.get(i));
            if (entry != ReferenceTable.ABSENT && table.file(entry) == ReferenceTable.INLINE) {
                sink.accept(i, Slice.of(table.inline(entry)));
            } else if (entry != ReferenceTable.ABSENT) {
                byFile.computeIfAbsent(table.file(entry), file -> new ArrayList<>())
                        .add(i);
            }
        }
        for (Map.Entry<Integer, List<Integer>> parts : byFile.entrySet()) {
            String file = table.files().get(parts.getKey());
            ByteSource bytes = files.open(file, keys.get(parts.getValue().get(0)));
            List<Ranges.Range> ranges = new ArrayList<>();
            for (int position : parts.getValue()) {
                ranges.add(range(position, keys.get(position), file, bytes.length(), most));
            }
            Ranges.read(bytes, ranges, (range, part) -> sink.accept(range.item(), part));
        }
    }

    /** Returns the part of its file that a key leads to, or refuses one that the file does not hold. */
    private Ranges.Range range(int item, String key, String file, long fileLength, long most)
            throws UnreadableException {
        int entry = table.find(key);
        long start = table.start(entry);
        long length = table.length(entry) == ReferenceTable.WHOLE ? fileLength : table.length(entry);
        if (start > fileLength - length) {
            throw new UnreadableException(files.prefix(key) + file + " ends at byte " + fileLength + ", expected "
                    + length + " bytes from byte " + start + " on. Fetch the file again, or make the references anew.");
        }
        if (length > most) {
            throw new UnreadableException(files.prefix(key) + "it leads to " + length + " bytes of " + file
                    + ", expected at most " + most + ". Make the references anew.");
        }
        return new Ranges.Range(item, start, (int) length);
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        Optional<byte[]> bytes = read(key, Integer.MAX_VALUE - 15L);
        return bytes.map(whole -> ByteSource.of(root() + " " + key, whole));
    }

    @Override
    public List<String> folders(String key) {
        String prefix = key.isEmpty() ? "" : key + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String document : table.documents().tailSet(prefix)) {
            if (!document.startsWith(prefix)) {
                break;
            }
            int end = document.indexOf('/', prefix.length());
            if (end > 0) {
                names.add(document.substring(prefix.length(), end));
            }
        }
        return new ArrayList<>(names);
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
