package dev.shoal.stage.zarr;

import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrFile;
import dev.shoal.zarr.icechunk.CommitName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What a store says of itself and what lies in it.
 *
 * @param store its folder
 * @param dimensions lengths by name
 * @param arrays in stored order
 * @param attributes of the root group
 * @param unfinished what was begun in it and not finished; empty where nothing is
 */
public record StoreSummary(
        String store,
        Map<String, Long> dimensions,
        List<ArraySummary> arrays,
        Map<String, String> attributes,
        String unfinished) {

    /** Shards are asked for their indexes, a request each, where they are no more than these. */
    private static final long MOST_INDEXES = 1024;

    /**
     * One array.
     *
     * @param name its path
     * @param type of its elements
     * @param dimensions names of its axes
     * @param shape lengths of its axes
     * @param chunk lengths of what is read at once
     * @param shards objects that chunks lie in
     * @param codec names of filters and compressor
     * @param chunks that it has
     * @param objects that lie in its folder, documents left out; -1 where they were not counted
     * @param storedBytes of those objects; -1 where they were not counted
     * @param bytes of its values, decoded
     * @param range first and last value for people, of coordinates with one axis; empty for others
     */
    public record ArraySummary(
            String name,
            String type,
            List<String> dimensions,
            List<Long> shape,
            List<Long> chunk,
            Shards shards,
            List<String> codec,
            long chunks,
            long objects,
            long storedBytes,
            long bytes,
            String range) {}

    /**
     * The shards of an array.
     *
     * @param shape lengths of a shard, in cells; empty where chunks are objects of their own
     * @param count of shards that the array has room for
     * @param held chunks that lie in them; -1 where they were not counted
     */
    public record Shards(List<Long> shape, long count, long held) {

        /** No shards. */
        public static final Shards NONE = new Shards(List.of(), 0, 0);

        /** Tells whether chunks lie in shards. */
        public boolean exist() {
            return !shape.isEmpty();
        }
    }

    /**
     * Looks into a store; no chunk but of coordinates is read, of shards the indexes where they are not too many.
     *
     * @throws UnreadableException where it is none
     * @throws IOException where the storage fails
     */
    public static StoreSummary of(String store, Configuration conf) throws IOException {
        String unfinished = CommitName.isNamed(store) ? "" : unfinished(store, conf);
        try (ArrayFile file = ArrayStores.open(store, conf)) {
            Map<String, Long> dimensions = new LinkedHashMap<>();
            file.header().dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension.length()));
            List<ArraySummary> arrays = new ArrayList<>();
            for (VariableHeader variable : file.header().variables()) {
                arrays.add(summary(file, variable, conf));
            }
            Map<String, String> attributes = new LinkedHashMap<>();
            for (Attribute attribute : file.header().attributes().list()) {
                attributes.put(attribute.name(), attribute.text().orElse(""));
            }
            return new StoreSummary(store, dimensions, arrays, attributes, unfinished);
        }
    }

    /** Commits are never unfinished. */
    private static String unfinished(String store, Configuration conf) throws IOException {
        return new StoreJournal(store, conf)
                .unfinished().stream()
                        .map(entry -> entry.job() + " of " + entry.text() + ", " + entry.phase())
                        .collect(Collectors.joining("; "));
    }

    private static ArraySummary summary(ArrayFile file, VariableHeader variable, Configuration conf)
            throws IOException {
        long[] chunk = variable.storage().chunk();
        boolean chunked = chunk.length == variable.rank();
        long[] objects = objects(new Path(file.location(), variable.name()), conf);
        return new ArraySummary(
                variable.name(),
                variable.type().toString(),
                variable.dimensions(),
                list(variable.shape()),
                list(chunk),
                shards(file, variable),
                variable.storage().filters(),
                chunked ? new ChunkGrid(variable.shape(), chunk).count() : 1,
                objects[0],
                objects[1],
                variable.size() * variable.type().bytes(),
                range(file, variable));
    }

    private static Shards shards(ArrayFile file, VariableHeader variable) throws IOException {
        Optional<ChunkGrid> shards = file instanceof ZarrFile store ? store.shards(variable.name()) : Optional.empty();
        return shards.isEmpty()
                ? Shards.NONE
                : new Shards(
                        list(shards.get().chunk()),
                        shards.get().count(),
                        held((ZarrFile) file, variable.name(), shards.get()));
    }

    private static long held(ZarrFile store, String name, ChunkGrid shards) throws IOException {
        if (shards.count() > MOST_INDEXES) {
            return -1;
        }
        long held = 0;
        try {
            for (long ordinal = 0; ordinal < shards.count(); ordinal++) {
                held += store.held(name, shards.index(ordinal));
            }
            return held;
        } catch (UnreadableException damaged) { // The rest is shown all the same; 'check' names what is damaged.
            return -1;
        }
    }

    private static List<Long> list(long[] lengths) {
        List<Long> list = new ArrayList<>();
        for (long length : lengths) {
            list.add(length);
        }
        return list;
    }

    /** Counts objects and their bytes; documents begin with a point or end in .json. */
    private static long[] objects(Path folder, Configuration conf) throws IOException {
        FileSystem system = folder.getFileSystem(conf);
        long[] sums = new long[2];
        try {
            RemoteIterator<LocatedFileStatus> files = system.listFiles(folder, true);
            while (files.hasNext()) {
                LocatedFileStatus status = files.next();
                String name = status.getPath().getName();
                if (!name.startsWith(".") && !name.endsWith(".json")) {
                    sums[0]++;
                    sums[1] += status.getLen();
                }
            }
            return sums;
        } catch (FileNotFoundException references) { // Arrays of references have no folder.
            return new long[] {-1, -1};
        }
    }

    private static String range(ArrayFile file, VariableHeader variable) throws IOException {
        boolean coordinate = variable.rank() == 1
                && variable.type().isNumeric()
                && variable.size() > 0
                && variable.dimensions().get(0).equals(variable.name());
        if (!coordinate) {
            return "";
        }
        long last = variable.shape()[0] - 1;
        ArrayBlock low = file.read(variable, new Window(new long[] {0}, new long[] {1}));
        ArrayBlock high = file.read(variable, new Window(new long[] {last}, new long[] {last + 1}));
        Optional<TimeUnits> units = Conversion.units(variable);
        return label(low, units) + " to " + label(high, units);
    }

    private static String label(ArrayBlock block, Optional<TimeUnits> units) {
        double number = block.toDoubles()[0];
        return units.map(known -> known.label(number).replaceFirst("\\.000000$", ""))
                .filter(text -> !text.isEmpty())
                .orElse(String.valueOf(number));
    }
}
