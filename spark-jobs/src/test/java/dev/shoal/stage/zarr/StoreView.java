package dev.shoal.stage.zarr;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;

/**
 * All that a reader sees of a store: shape, type, attributes and a number that stands for the values of each array.
 *
 * @param arrays by name
 */
record StoreView(Map<String, String> arrays) {

    /** Reads a store; nothing where there is none that opens. */
    static Optional<StoreView> of(String store, Configuration conf) throws IOException {
        try (ArrayFile file = ArrayStores.open(store, conf)) {
            Map<String, String> arrays = new TreeMap<>();
            arrays.put("", file.header().attributes().toString());
            for (VariableHeader variable : file.header().variables()) {
                ArrayBlock block = file.read(variable);
                String values = variable.type().isNumeric()
                        ? String.valueOf(Arrays.hashCode(ArrayBlock.bytes(block.values(), ByteOrder.LITTLE_ENDIAN)))
                        : Arrays.deepToString(new Object[] {block.values()});
                arrays.put(
                        variable.name(),
                        variable.type() + Arrays.toString(variable.shape()) + variable.attributes() + values);
            }
            return Optional.of(new StoreView(arrays));
        } catch (UnreadableException none) { // What cannot be opened is what the law allows.
            return Optional.empty();
        }
    }

    /** Reads a store as those do who pass over the consolidated document of v2 and walk through folders. */
    static Optional<StoreView> walked(Path store, Path room) throws IOException {
        FileUtils.deleteDirectory(room.toFile());
        if (!Files.exists(store)) {
            return Optional.empty();
        }
        Files.walkFileTree(store, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.getFileName().toString().equals(".zmetadata")) {
                    Path copy = room.resolve(store.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.createLink(copy, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return Files.exists(room) ? of(room.toString(), new Configuration()) : Optional.empty();
    }

    /** Tells whether each array is as in one of the two. */
    boolean mixes(StoreView one, StoreView other) {
        return arrays.keySet().equals(one.arrays.keySet())
                && arrays.entrySet().stream()
                        .allMatch(array -> array.getValue().equals(one.arrays.get(array.getKey()))
                                || array.getValue().equals(other.arrays.get(array.getKey())));
    }
}
