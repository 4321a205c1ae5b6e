import dev.zarr.zarrjava.store.FilesystemStore;
import dev.zarr.zarrjava.v3.DataType;
import dev.zarr.zarrjava.v3.Group;
import dev.zarr.zarrjava.v3.codec.CodecBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import ucar.ma2.Array;

/**
 * Made zarr_java_shards.zip with zarr-java 0.0.9: java -cp ... MakeShards.java STORE
 *
 * <p>Every array: float32 of shape (10, 9, 8); element n is (37 n + 11) mod 101 halved; the last two of the first axis
 * never written; fill value -1.
 */
final class MakeShards {

    public static void main(String[] arguments) throws Exception {
        Group root = Group.create(new FilesystemStore(Path.of(arguments[0])).resolve());
        Map<String, Function<CodecBuilder, CodecBuilder>> kinds = new TreeMap<>();
        int[] inner = {2, 3, 4};
        kinds.put("end", c -> c.withSharding(inner, i -> i.withBytes("LITTLE").withZstd(3)));
        kinds.put("start", c -> c.withSharding(inner, i -> i.withBytes("LITTLE").withGzip(5), "start"));
        kinds.put("plain", c -> c.withSharding(inner, i -> i.withBytes("BIG")));
        kinds.put("checked", c -> c.withSharding(inner, i -> i.withBytes("LITTLE").withGzip(1).withCrc32c()));
        kinds.put("blosc", c -> c.withSharding(inner, i -> i.withBytes("LITTLE").withBlosc("zstd", "bitshuffle", 5)));
        kinds.put("turned", c -> c.withSharding(inner, i -> i.withTranspose(new int[] {1, 2, 0}).withBytes("LITTLE")));
        kinds.put(
                "nested",
                c -> c.withSharding(
                        new int[] {4, 3, 4}, s -> s.withSharding(inner, i -> i.withBytes("LITTLE").withGzip(1))));
        kinds.put("gzip", c -> c.withBytes("LITTLE").withGzip(5));
        kinds.put("crc32c", c -> c.withBytes("LITTLE").withCrc32c());
        kinds.put("transposed", c -> c.withTranspose(new int[] {2, 0, 1}).withBytes("BIG").withGzip(1));
        for (Map.Entry<String, Function<CodecBuilder, CodecBuilder>> kind : kinds.entrySet()) {
            write(root, kind.getKey(), kind.getValue());
        }
    }

    private static void write(Group root, String name, Function<CodecBuilder, CodecBuilder> codecs) throws Exception {
        float[] values = new float[8 * 9 * 8];
        for (int n = 0; n < values.length; n++) {
            values[n] = (37 * n + 11) % 101 * 0.5f;
        }
        root.createArray(name, b -> b.withShape(10, 9, 8)
                        .withDataType(DataType.FLOAT32)
                        .withChunkShape(4, 6, 8)
                        .withFillValue(-1f)
                        .withDimensionNames("t", "y", "x")
                        .withCodecs(codecs))
                .write(new long[] {0, 0, 0}, Array.factory(ucar.ma2.DataType.FLOAT, new int[] {8, 9, 8}, values));
    }
}
