package dev.shoal.zarr;

import dev.shoal.codec.BytesCodec;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/**
 * A Zarr store shown as a file of named arrays.
 *
 * <p>Dimensions come from {@code _ARRAY_DIMENSIONS}; in a group below the root they are named by the group's path too.
 * Axes without a name have an empty one. A header's {@code fill_value} is shown as the attribute {@code _FillValue}
 * where there is none of that name, as xarray does. Arrays that cannot be read are shown with elements of type
 * {@link ElementType#OTHER}.
 */
public final class ZarrFile implements ArrayFile {

    private static final String FILL_VALUE = "_FillValue";

    private final String location;
    private final ZarrStore store;
    private final ChunkReader reader;
    private final Header header;

    private ZarrFile(String location, ZarrStore store) throws UnreadableException {
        this.location = location;
        this.store = store;
        this.reader = store.reader();
        this.header = new Header(FileFormat.ZARR, dimensions(store), variables(store), store.attributes());
    }

    /**
     * Opens a store; see {@link ZarrStore#open}.
     *
     * @throws UnreadableException also where two arrays of a group give one dimension two lengths
     */
    public static ZarrFile open(String location, Configuration conf) throws IOException {
        return new ZarrFile(location, ZarrStore.open(location, conf));
    }

    private static List<VariableHeader> variables(ZarrStore store) {
        List<VariableHeader> variables = new ArrayList<>();
        store.arrays().forEach(array -> variables.add(variable(array)));
        store.unreadable().forEach(array -> variables.add(variable(array)));
        return variables;
    }

    private static VariableHeader variable(ZarrArray array) {
        List<String> filters =
                array.codec().steps().stream().map(BytesCodec::id).toList();
        return new VariableHeader(
                array.path(),
                array.type(),
                names(array.path(), array.dimensions(), array.rank()),
                array.shape(),
                attributes(array),
                new Storage(array.rank() > 0, array.chunk(), filters));
    }

    private static VariableHeader variable(UnreadableArray array) {
        return new VariableHeader(
                array.path(),
                ElementType.OTHER,
                names(array.path(), array.dimensions(), array.shape().length),
                array.shape(),
                array.attributes(),
                new Storage(array.shape().length > 0, array.chunk(), List.of()));
    }

    private static List<String> names(String path, List<String> dimensions, int rank) {
        if (dimensions.isEmpty()) {
            return Collections.nCopies(rank, "");
        }
        String group = path.substring(0, path.lastIndexOf('/') + 1);
        return dimensions.stream().map(name -> group + name).toList();
    }

    private static Attributes attributes(ZarrArray array) {
        List<Attribute> attributes = new ArrayList<>(array.attributes().list());
        if (array.attributes().find(FILL_VALUE).isEmpty() && array.type().isNumeric()) {
            array.fill()
                    .number()
                    .ifPresent(number -> attributes.add(new Attribute(FILL_VALUE, array.type(), List.of(number))));
        }
        return new Attributes(attributes);
    }

    private static List<Dimension> dimensions(ZarrStore store) throws UnreadableException {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        for (VariableHeader variable : variables(store)) {
            for (int axis = 0; axis < variable.rank(); axis++) {
                String name = variable.dimensions().get(axis);
                long length = variable.shape()[axis];
                Dimension known = dimensions.computeIfAbsent(name, key -> new Dimension(key, length, false));
                if (known.length() != length && !name.isEmpty()) {
                    throw new UnreadableException("Cannot read array " + variable.name() + " of Zarr store "
                            + store.root() + ": its dimension " + name + " has length " + length + ", expected "
                            + known.length() + " as in another array. Write the store again with one length for it.");
                }
            }
        }
        dimensions.remove("");
        return new ArrayList<>(dimensions.values());
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public Header header() {
        return header;
    }

    /** Returns the store behind it. */
    public ZarrStore store() {
        return store;
    }

    @Override
    public ArrayBlock read(VariableHeader variable, Window window) throws IOException {
        for (UnreadableArray array : store.unreadable()) {
            if (array.path().equals(variable.name())) {
                throw new UnreadableException(array.reason());
            }
        }
        ZarrArray array = store.array(variable.name())
                .orElseThrow(() -> new IllegalArgumentException("Cannot read variable " + variable.name()
                        + ": Zarr store " + location + " has none of that name."));
        return reader.read(array, window);
    }

    /** Holds nothing open; does nothing. */
    @Override
    public void close() {}
}
