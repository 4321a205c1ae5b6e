package dev.shoal.zarr.kerchunk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.netcdf.ByteSource;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.array.Json;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.array.SourceFiles;
import dev.shoal.zarr.array.StoreObjects;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A Zarr store whose objects are parts of other files, as a folder of kerchunk's Parquet tells. Files of rows are read
 * when they are first asked for; a few are kept. Not safe for use by several threads.
 */
public final class ParquetStore implements StoreObjects {

    private static final int MOST_KEPT = 8;
    private static final String FORMAT = "zarr_consolidated_format";

    private final Path root;
    private final Configuration conf;
    private final JsonNode metadata;
    private final int recordSize;
    private final SourceFiles<String> files;
    private final Map<String, ChunkGrid> grids = new LinkedHashMap<>();
    private final Map<String, Optional<ReferencePart>> parts = new LinkedHashMap<>(16, 0.75f, true);

    private ParquetStore(Path root, Configuration conf, JsonNode consolidated) {
        this.root = root;
        this.conf = conf;
        this.metadata = consolidated.path("metadata");
        this.recordSize = consolidated.path(ParquetReferences.RECORD_SIZE_KEY).asInt();
        this.files = ReferencedFiles.of(
                new Path(root, ParquetReferences.CONSOLIDATED),
                conf,
                VirtualDocuments.stated(consolidated.path(VirtualDocuments.SOURCES)));
    }

    /** Tells whether a {@code .zmetadata} is that of kerchunk's Parquet. */
    public static boolean isReferences(JsonNode consolidated) {
        return consolidated.has(ParquetReferences.RECORD_SIZE_KEY) && !consolidated.has(FORMAT);
    }

    /**
     * Opens a folder.
     *
     * @param consolidated its {@code .zmetadata}, for which {@link #isReferences} holds
     * @throws UnreadableException where that is damaged
     */
    public static ParquetStore open(String location, JsonNode consolidated, Configuration conf) throws IOException {
        Path path = new Path(location);
        Path root = path.getFileSystem(conf).makeQualified(path);
        int recordSize = consolidated.path(ParquetReferences.RECORD_SIZE_KEY).asInt();
        if (recordSize < 1 || !consolidated.path("metadata").isObject()) {
            throw new UnreadableException("Cannot read references " + root + ": found " + recordSize
                    + " rows to a file, expected at least 1 and an object \"metadata\". Make the references anew.");
        }
        return new ParquetStore(root, conf, consolidated);
    }

    @Override
    public String root() {
        return root.toString();
    }

    @Override
    public Optional<byte[]> read(String key, long most) throws IOException {
        if (key.equals(ParquetReferences.CONSOLIDATED)) {
            ObjectNode all = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
            all.set("metadata", metadata);
            return Optional.of(Json.bytes(all.put(FORMAT, 1)));
        }
        String last = key.substring(key.lastIndexOf('/') + 1);
        if (last.startsWith(".z") || last.equals("zarr.json")) {
            return Optional.ofNullable(metadata.get(key)).map(ParquetStore::bytes);
        }
        return chunk(key, most);
    }

    /** Documents are objects, or texts that hold them. */
    private static byte[] bytes(JsonNode document) {
        return document.isTextual() ? document.asText().getBytes(StandardCharsets.UTF_8) : Json.bytes(document);
    }

    private Optional<byte[]> chunk(String key, long most) throws IOException {
        int end = Math.max(0, key.lastIndexOf('/'));
        String field = key.substring(0, end);
        long ordinal = ordinal(field, key.substring(end + 1), key);
        Optional<ReferencePart> part = part(field, ordinal / recordSize);
        int row = (int) (ordinal % recordSize);
        if (part.isEmpty() || row >= part.get().numbers().length) {
            return Optional.empty();
        }
        int number = part.get().numbers()[row];
        if (number == ReferencePart.RAW) {
            return Optional.of(part.get().raw().getOrDefault(row, new byte[0]).clone());
        }
        return number == ReferencePart.NONE ? Optional.empty() : Optional.of(bytes(part.get(), row, key, most));
    }

    private byte[] bytes(ReferencePart part, int row, String key, long most) throws IOException {
        String file = part.paths().get(part.numbers()[row]);
        ByteSource bytes = files.open(file, key);
        long offset = part.offsets()[row];
        boolean whole = offset == 0 && part.sizes()[row] == 0;
        long size = whole ? bytes.length() : part.sizes()[row];
        if (offset < 0 || size < 0 || offset > bytes.length() - size) {
            throw new UnreadableException(files.prefix(key) + file + " ends at byte " + bytes.length() + ", expected "
                    + size + " bytes from byte " + offset + " on. Fetch the file again, or make the references anew.");
        }
        if (size > most) {
            throw new UnreadableException(files.prefix(key) + "it leads to " + size + " bytes of " + file
                    + ", expected at most " + most + ". Make the references anew.");
        }
        return bytes.read(offset, Math.toIntExact(size));
    }

    private long ordinal(String field, String index, String key) throws IOException {
        ChunkGrid grid = grids.get(field);
        if (grid == null) {
            grid = grid(field);
            grids.put(field, grid);
        }
        if (grid.rank() == 0) {
            return 0;
        }
        String[] axes = index.split("\\.", -1);
        if (axes.length != grid.rank()) {
            throw new UnreadableException(files.prefix(key) + "found a chunk of " + axes.length + " axes, expected "
                    + grid.rank() + " separated by dots. Make the references anew.");
        }
        long ordinal = 0;
        for (int axis = 0; axis < axes.length; axis++) {
            ordinal = ordinal * grid.count(axis) + Long.parseLong(axes[axis]);
        }
        return ordinal;
    }

    private ChunkGrid grid(String field) throws IOException {
        JsonNode found = metadata.path(field + "/.zarray");
        JsonNode header = found.isTextual() ? Json.parse(bytes(found), field + "/.zarray", root()) : found;
        long[] shape = Lengths.of(header.path("shape"), "shape");
        return new ChunkGrid(shape, Lengths.ofChunk(Lengths.of(header.path("chunks"), "chunks"), shape));
    }

    private Optional<ReferencePart> part(String field, long number) throws IOException {
        String name = field + "/refs." + number + ".parq";
        Optional<ReferencePart> known = parts.get(name);
        if (known != null) {
            return known;
        }
        Optional<ReferencePart> found = readPart(name);
        parts.put(name, found);
        if (parts.size() > MOST_KEPT) {
            parts.remove(parts.keySet().iterator().next());
        }
        return found;
    }

    private Optional<ReferencePart> readPart(String name) throws IOException {
        try {
            return Optional.of(ReferencePart.read(new Path(root, name), conf));
        } catch (FileNotFoundException absent) { // None of its chunks was ever written.
            return Optional.empty();
        } catch (RuntimeException notParquet) {
            throw new UnreadableException(
                    "Cannot read " + name + " of references " + root + ": found " + notParquet.getMessage()
                            + ", expected Parquet with the columns path, offset, size and raw. Make the references"
                            + " anew.",
                    notParquet);
        }
    }

    @Override
    public Optional<ByteSource> open(String key) throws IOException {
        return read(key, Integer.MAX_VALUE - 15L).map(whole -> ByteSource.of(root() + " " + key, whole));
    }

    @Override
    public List<String> folders(String key) {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
