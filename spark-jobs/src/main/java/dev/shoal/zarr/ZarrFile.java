package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Frame;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.array.ArrayReader;
import dev.shoal.zarr.array.Shard;
import dev.shoal.zarr.array.StoreObjects;
import dev.shoal.zarr.array.StoredArray;
import dev.shoal.zarr.array.StoredGroup;
import dev.shoal.zarr.array.UnreadableArray;
import dev.shoal.zarr.icechunk.IcechunkObjects;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.kerchunk.ParquetStore;
import dev.shoal.zarr.kerchunk.References;
import dev.shoal.zarr.v3.NodeDocuments;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A Zarr store shown as a file of named arrays: Zarr v2 or v3 in a folder, a commit of an Icechunk repository, or
 * references to parts of other files.
 *
 * <p>Dimensions come from {@code _ARRAY_DIMENSIONS} (v2) and {@code dimension_names} (v3); in a group below the root
 * they are named by the group's path too. Axes without a name get one as the netCDF library makes it. Arrays that
 * cannot be read are shown with elements of type {@link ElementType#OTHER}. What a sharded array reads at once is a
 * chunk inside its shards.
 */
public final class ZarrFile implements ArrayFile {

    private final String location;
    private final ArrayReader reader;
    private final Header header;
    private final Map<String, StoredArray> arrays = new HashMap<>();
    private final Map<String, UnreadableArray> unreadable = new HashMap<>();

    private ZarrFile(String location, StoreObjects objects, StoredGroup group) throws UnreadableException {
        this.location = location;
        this.reader = new ArrayReader(objects);
        this.header = new StoreHeader(objects.root()).of(group, FileFormat.ZARR);
        group.arrays().forEach(array -> arrays.put(array.path(), array));
        group.unreadable().forEach(array -> unreadable.put(array.path(), array));
    }

    /**
     * Opens a folder as a store, as references in Parquet as kerchunk makes them, or as an Icechunk repository, of
     * which it is the branch {@code main}. Reads documents only.
     *
     * @throws UnreadableException where it is none, a document is damaged, or two arrays of a group give one dimension
     *     two lengths; an array that cannot be read does not stop the others
     * @throws IOException where the storage fails
     */
    public static ZarrFile open(String location, Configuration conf) throws IOException {
        HadoopStore folder = new HadoopStore(location, conf);
        Optional<JsonNode> consolidated = StoreDocuments.document(folder);
        if (consolidated.isPresent() && ParquetStore.isReferences(consolidated.get())) {
            return open(location, ParquetStore.open(location, consolidated.get(), conf));
        }
        Optional<StoredGroup> known = known(folder, consolidated);
        if (known.isPresent()) {
            return new ZarrFile(location, folder, known.get());
        }
        if (folder.document(IcechunkObjects.NAME)
                .filter(IcechunkObjects::isRepository)
                .isPresent()) {
            return openIcechunk(location, IcechunkRepository.MAIN, conf);
        }
        return new ZarrFile(location, folder, StoreDocuments.walked(folder).group(folder.root()));
    }

    /**
     * Opens a commit of an Icechunk repository. Reads the repository's object and the commit, no manifest.
     *
     * @param ref a branch, a tag, or the id of a snapshot
     * @throws UnreadableException as {@link #open} does
     * @throws IOException where the storage fails
     */
    public static ZarrFile openIcechunk(String location, String ref, Configuration conf) throws IOException {
        return open(location, IcechunkObjects.open(location, ref, conf));
    }

    /**
     * Opens a file of references as kerchunk makes them. Reads the file itself and the documents that it leads to, no
     * chunk.
     *
     * @throws UnreadableException as {@link #open} does
     * @throws IOException where the storage fails
     */
    public static ZarrFile openReferences(String location, Configuration conf) throws IOException {
        return open(location, References.open(location, conf));
    }

    private static ZarrFile open(String location, StoreObjects objects) throws IOException {
        boolean opened = false;
        try {
            Optional<StoredGroup> known = known(objects, StoreDocuments.document(objects));
            StoredGroup group = known.isPresent()
                    ? known.get()
                    : StoreDocuments.walked(objects).group(objects.root());
            ZarrFile file = new ZarrFile(location, objects, group);
            opened = true;
            return file;
        } finally {
            if (!opened) {
                objects.close();
            }
        }
    }

    /** A store that is consolidated in v2 is read so with one request, whatever else lies there. */
    private static Optional<StoredGroup> known(StoreObjects objects, Optional<JsonNode> consolidated)
            throws IOException {
        return consolidated.isPresent()
                ? Optional.of(StoreDocuments.consolidated(consolidated.get(), objects.root())
                        .group(objects.root()))
                : NodeDocuments.read(objects);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Header header() {
        return header;
    }

    @Override
    public ArrayBlock read(VariableHeader variable, Window window) throws IOException {
        return reader.read(array(variable), window);
    }

    @Override
    public void read(VariableHeader variable, Window window, Frame to, Object into) throws IOException {
        reader.read(array(variable), window, to, into);
    }

    private StoredArray array(VariableHeader variable) throws UnreadableException {
        UnreadableArray refused = unreadable.get(variable.name());
        if (refused != null) {
            throw new UnreadableException(refused.reason());
        }
        StoredArray array = arrays.get(variable.name());
        if (array == null) {
            throw new IllegalArgumentException(
                    "Cannot read variable " + variable.name() + ": Zarr store " + location + " has none of that name.");
        }
        return array;
    }

    /** Returns the shards of an array, or nothing where its chunks are objects of their own. */
    public Optional<ChunkGrid> shards(String name) {
        return Optional.ofNullable(arrays.get(name))
                .filter(array -> array.codec() instanceof Shard)
                .map(StoredArray::grid);
    }

    /**
     * Counts the chunks that a shard holds, by its index alone.
     *
     * @param name of an array in {@link #shards}
     * @param index of the shard
     * @return 0 where there is no such object
     * @throws UnreadableException where the index is damaged
     * @throws IOException where the storage fails
     */
    public long held(String name, long... index) throws IOException {
        StoredArray array = arrays.get(name);
        return array == null ? 0 : reader.held(array, index);
    }

    /** Lets go of shards and referenced files that are held open. */
    @Override
    public void close() throws IOException {
        reader.close();
    }
}
