package dev.shoal.stage;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ChunkEncoder;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Header;
import dev.shoal.netcdf.NetcdfWriter;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Puts a Zarr store of version 2 into one netCDF-4 file. Chunks that are shuffled and deflated are the same bytes in
 * both, so that they are copied as they are: whoever made them has done the work.
 */
final class StoreToNetcdf {

    private static final String FILL = "_FillValue";

    private final ZarrStore store;
    private final List<ZarrArray> arrays;

    private StoreToNetcdf(ZarrStore store, List<ZarrArray> arrays) {
        this.store = store;
        this.arrays = List.copyOf(arrays);
    }

    /** Returns the codec that a store must have for this, with a level of 1 to 9. */
    static String codec(int deflateLevel) {
        return "shuffle,zlib:" + deflateLevel;
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param store where the chunks are
     * @param arrays of the store, in the order of the file
     * @param location of the file
     * @param deflateLevel of the store's codec
     */
    static void write(ZarrStore store, List<ZarrArray> arrays, String location, int deflateLevel, Configuration conf)
            throws IOException {
        StoreToNetcdf pack = new StoreToNetcdf(store, arrays);
        Path scratch = Files.createTempDirectory("shoal-netcdf");
        try (NetcdfWriter writer = NetcdfWriter.create(pack.header(), deflateLevel, scratch)) {
            for (ZarrArray array : pack.arrays) {
                pack.copy(array, writer);
            }
            writer.publish(location, conf);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    private Header header() {
        Map<String, Dimension> dimensions = new LinkedHashMap<>();
        List<VariableHeader> variables = new ArrayList<>();
        for (ZarrArray array : arrays) {
            for (int axis = 0; axis < array.rank(); axis++) {
                String name = array.dimensions().get(axis);
                dimensions.put(name, new Dimension(name, array.shape()[axis], isTime(name)));
            }
            variables.add(variable(array));
        }
        return new Header(FileFormat.HDF5, new ArrayList<>(dimensions.values()), variables, store.attributes());
    }

    private boolean isTime(String dimension) {
        return store.array(dimension)
                .flatMap(array -> array.attributes().text("axis"))
                .filter("T"::equals)
                .isPresent();
    }

    private static VariableHeader variable(ZarrArray array) {
        List<Attribute> attributes = new ArrayList<>(array.attributes().list());
        if (hasFill(array)) {
            array.fill().number().ifPresent(number -> attributes.add(0, fill(array.type(), number)));
        }
        Storage storage = array.rank() == 0
                ? new Storage(false, array.shape(), List.of())
                : new Storage(true, array.chunk(), filters(array));
        return new VariableHeader(
                array.path(), array.type(), array.dimensions(), array.shape(), new Attributes(attributes), storage);
    }

    /** Tells whether cells may hold the fill value; coordinates have values throughout. */
    private static boolean hasFill(ZarrArray array) {
        boolean coordinate = array.rank() > 0
                && (array.path().equals(array.dimensions().get(0))
                        || array.attributes().list().isEmpty());
        return !coordinate && array.attributes().find(FILL).isEmpty();
    }

    private static List<String> filters(ZarrArray array) {
        return array.type().bytes() == 1
                ? List.of(ChunkEncoder.DEFLATE)
                : List.of(ChunkEncoder.SHUFFLE, ChunkEncoder.DEFLATE);
    }

    /** Returns the attribute in the type of the elements, as netCDF wants it. */
    private static Attribute fill(ElementType type, Number number) {
        Object value = switch (type) {
            case FLOAT -> number.floatValue();
            case DOUBLE -> number.doubleValue();
            case BYTE, UBYTE -> number.byteValue();
            case SHORT, USHORT -> number.shortValue();
            case INT, UINT -> number.intValue();
            default -> number.longValue();
        };
        return new Attribute(FILL, type, List.of(value));
    }

    /** Copies the chunks; those that hold nothing but the fill value are in neither. */
    private void copy(ZarrArray array, NetcdfWriter writer) throws IOException {
        if (array.rank() == 0) {
            writer.put(
                    array.path(), store.read(array, Window.whole(array.shape())).values());
            return;
        }
        ChunkGrid grid = array.grid();
        for (long number = 0; number < grid.count(); number++) {
            Optional<byte[]> bytes = store.objects().read(array.chunkKey(grid.index(number)), Integer.MAX_VALUE - 8L);
            if (bytes.isPresent()) {
                writer.put(array.path(), number, bytes.get());
            }
        }
    }
}
