package dev.shoal.zarr;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Lz4;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/** Arrays whose every element follows from its position, so that programs in other languages know it too. */
final class Samples {

    static final Configuration CONF = new Configuration();

    static final List<ElementType> NUMBERS = List.of(
            ElementType.BYTE,
            ElementType.UBYTE,
            ElementType.SHORT,
            ElementType.USHORT,
            ElementType.INT,
            ElementType.UINT,
            ElementType.LONG,
            ElementType.ULONG,
            ElementType.FLOAT,
            ElementType.DOUBLE);

    private Samples() {}

    static List<Codec> codecs(ElementType type) {
        Shuffle shuffle = new Shuffle(type.bytes());
        return List.of(
                Codec.NONE,
                Codec.of(new Zlib(1)),
                Codec.of(new Gzip(5)),
                Codec.of(new Zstd(3)),
                Codec.of(new Lz4()),
                Codec.of(shuffle),
                Codec.of(shuffle, new Zlib(6)),
                Codec.of(shuffle, new Gzip(1)),
                Codec.of(shuffle, new Lz4()),
                Codec.of(shuffle, new Zstd(3)),
                Codec.of(new Blosc("zstd", 2, Blosc.BYTE_SHUFFLE, type.bytes())),
                Codec.of(new Blosc("lz4", 5, Blosc.BIT_SHUFFLE, type.bytes())),
                Codec.of(new Blosc("lz4hc", 9, -1, type.bytes())),
                Codec.of(new Blosc("zlib", 1, Blosc.NO_SHUFFLE, type.bytes())),
                Codec.of(new Blosc("blosclz", 5, Blosc.BYTE_SHUFFLE, type.bytes())));
    }

    /**
     * Element n: (37 n + 11) mod 101, for integers with their highest bits set where n is a multiple of 7, for others
     * halved, NaN where n mod 13 is 5.
     */
    static Object values(ElementType type, int size) {
        Object values = ElementBytes.allocate(type, size);
        for (int n = 0; n < size; n++) {
            set(values, n);
        }
        return values;
    }

    private static void set(Object values, int n) {
        int small = (37 * n + 11) % 101;
        boolean high = n % 7 == 0;
        if (values instanceof byte[] bytes) {
            bytes[n] = (byte) (high ? small | 0x80 : small);
        } else if (values instanceof short[] shorts) {
            shorts[n] = (short) (high ? small | 0x8000 : small);
        } else if (values instanceof int[] ints) {
            ints[n] = high ? small | 0x80000000 : small;
        } else if (values instanceof long[] longs) {
            longs[n] = high ? small | 0x8000000000000000L : small;
        } else if (values instanceof float[] floats) {
            floats[n] = n % 13 == 5 ? Float.NaN : small * 0.5f;
        } else {
            Array.setDouble(values, n, n % 13 == 5 ? Double.NaN : small * 0.5);
        }
    }

    /** Cuts a box out of a whole array, cell by cell. */
    static Object slice(ElementType type, Object whole, long[] shape, Window window) {
        Object out = ElementBytes.allocate(type, (int) window.size());
        ChunkGrid cells = new ChunkGrid(shape, ones(shape.length));
        int at = 0;
        for (long[] cell : ChunkGrid.walk(window)) {
            Array.set(out, at++, Array.get(whole, (int) cells.ordinal(cell)));
        }
        return out;
    }

    private static long[] ones(int rank) {
        long[] ones = new long[rank];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    /** Writes every chunk of an array, each cut off at the array's end. */
    static void write(ZarrStore store, ZarrArray array, Object whole) throws IOException {
        ChunkGrid grid = array.grid();
        for (long n = 0; n < grid.count(); n++) {
            long[] index = grid.index(n);
            store.writeChunk(array, index, slice(array.type(), whole, array.shape(), grid.window(index)));
        }
    }

    /**
     * One array for each number type, byte order, codec and separator, 7 x 10 in chunks of 3 x 4, with a fill value.
     */
    static List<ZarrArray> everyKind() {
        List<ZarrArray> arrays = new ArrayList<>();
        for (ElementType type : NUMBERS) {
            for (Codec codec : codecs(type)) {
                for (Endian endian : type.bytes() == 1 ? List.of(Endian.LITTLE) : List.of(Endian.values())) {
                    for (String separator : List.of(".", "/")) {
                        arrays.add(kind(type, codec, endian, separator));
                    }
                }
            }
        }
        return arrays;
    }

    private static String name(BytesCodec step) {
        return step instanceof Blosc blosc ? "blosc." + blosc.name() + "." + blosc.shuffle() : step.id();
    }

    private static ZarrArray kind(ElementType type, Codec codec, Endian endian, String separator) {
        String steps = codec.steps().stream().map(Samples::name).collect(Collectors.joining("-"));
        String path = String.join(
                "_",
                new DataType(type, endian).kindAndBytes(),
                endian.name(),
                steps.isEmpty() ? "none" : steps,
                separator.equals("/") ? "nested" : "flat");
        boolean decimal = type == ElementType.FLOAT || type == ElementType.DOUBLE;
        return ZarrArray.of(path, new long[] {7, 10}, new long[] {3, 4}, type)
                .withCodec(codec)
                .withEndian(endian)
                .withSeparator(separator)
                .withDimensions("y", "x")
                .withFill(decimal ? Double.NaN : 101);
    }
}
