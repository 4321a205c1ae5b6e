package dev.shoal.zarr;

import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Zstd;
import dev.shoal.netcdf.ElementType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Arrays of version 3 with the values of {@link Samples}. */
final class SamplesOfV3 {

    private static final Checksum CRC32C = new Checksum(Checksum.Kind.CRC32C, Checksum.Place.END);

    private SamplesOfV3() {}

    private static List<Codec> codecs(ElementType type) {
        return List.of(
                Codec.NONE,
                Codec.of(new Gzip(5)),
                Codec.of(new Zstd(3)),
                Codec.of(CRC32C),
                Codec.of(new Zstd(1), CRC32C),
                Codec.standard(type),
                Codec.of(new Blosc("lz4", 5, Blosc.BIT_SHUFFLE, type.bytes())),
                Codec.of(new Blosc("blosclz", 9, Blosc.NO_SHUFFLE, type.bytes())));
    }

    /** One array for each type, codec, byte order, order of axes and way of sharding; 7 x 10 in chunks of 3 x 4. */
    static List<ZarrArray> everyKind() {
        List<ZarrArray> arrays = new ArrayList<>();
        for (ElementType type : Samples.NUMBERS) {
            int number = 0;
            for (Codec codec : codecs(type)) {
                for (Endian endian : type.bytes() == 1 ? List.of(Endian.LITTLE) : List.of(Endian.values())) {
                    for (AxisOrder order : AxisOrder.values()) {
                        arrays.addAll(kinds(type, codec, endian, order, number));
                    }
                }
                number++;
            }
        }
        return arrays;
    }

    private static List<ZarrArray> kinds(ElementType type, Codec codec, Endian endian, AxisOrder order, int number) {
        String path = String.join(
                "_",
                new DataType(type, endian).kindAndBytes(),
                endian.name().toLowerCase(Locale.ROOT),
                order.letter(),
                number
                        + String.join(
                                "-", codec.steps().stream().map(BytesCodec::id).toList()));
        boolean decimal = type == ElementType.FLOAT || type == ElementType.DOUBLE;
        ZarrArray array = ZarrArray.of(path, new long[] {7, 10}, new long[] {3, 4}, type)
                .withFormat(ZarrFormat.V3)
                .withCodec(codec)
                .withEndian(endian)
                .withOrder(order)
                .withDimensions("y", "x")
                .withFill(decimal ? Double.NaN : 101);
        return List.of(
                array,
                at(array.withSeparator("."), path + "_flat"),
                at(array.withShards(6, 8), "deep/group/" + path + "_sharded"),
                at(array.withShards(9, 12).withSeparator("."), path + "_oneshard"));
    }

    private static ZarrArray at(ZarrArray array, String path) {
        return new ZarrArray(
                path,
                array.format(),
                array.shape(),
                array.chunk(),
                array.inner(),
                array.dataType(),
                array.order(),
                array.fill(),
                array.codec(),
                array.separator(),
                array.dimensions(),
                array.attributes());
    }
}
