package dev.shoal.zarr;

import dev.shoal.netcdf.ElementType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the arrays of a new store are written, whatever they hold: version, codec, and the shards their chunks lie in.
 *
 * @param format version of the store
 * @param shards lengths of shards by the name of a dimension, in cells; none where chunks are objects of their own
 * @param codec as {@code shuffle,zstd:3}; empty for the standard one of the version
 */
public record StoreForm(ZarrFormat format, Map<String, Long> shards, String codec) implements Serializable {

    /** Zarr v2 with the standard codec: what all readers of Zarr open. */
    public static final StoreForm STANDARD = new StoreForm(ZarrFormat.V2, Map.of(), "");

    /** What may be said of a codec, for messages and help. */
    public static final String CODECS = CodecText.EXPECTED;

    /**
     * Copies its arguments.
     *
     * @throws IllegalArgumentException where no array can be written so
     */
    public StoreForm {
        shards = new LinkedHashMap<>(shards);
        if (format == ZarrFormat.V2 && !shards.isEmpty()) {
            throw new IllegalArgumentException("shards " + shards + " in Zarr v2, expected none: only v3 has them");
        }
        for (Map.Entry<String, Long> shard : shards.entrySet()) {
            if (shard.getValue() < 1) {
                throw new IllegalArgumentException(
                        "shards of " + shard.getValue() + " along " + shard.getKey() + ", expected 1 and more");
            }
        }
        if (!codec.isEmpty()) {
            for (ElementType type : List.of(ElementType.BYTE, ElementType.INT, ElementType.FLOAT)) {
                requireFor(format, CodecText.codec(codec, DataType.of(type)));
            }
        }
    }

    private static void requireFor(ZarrFormat format, Codec codec) {
        if (!codec.isFor(format)) {
            throw new IllegalArgumentException("codec steps " + codec.steps() + " in Zarr v" + format.number()
                    + ", expected filters before the compressor, and checksums behind it in v3 alone");
        }
    }

    /**
     * Returns the array in this form. Shards are for arrays of two axes and more; an axis that no shard length is asked
     * for has shards of one chunk.
     *
     * @throws IllegalArgumentException where a shard would not hold whole chunks
     */
    public ZarrArray of(ZarrArray array) {
        ZarrArray formed = array.withFormat(format);
        if (!codec.isEmpty()) {
            formed = formed.withCodec(CodecText.codec(codec, formed.dataType()));
            formed = formed.dataType().varies() ? formed : formed.withOrder(CodecText.order(codec));
        }
        boolean asked = formed.dimensions().stream().anyMatch(shards::containsKey);
        return asked && formed.rank() > 1 ? formed.withShards(shard(formed)) : formed;
    }

    private long[] shard(ZarrArray array) {
        long[] shard = array.chunk().clone();
        List<String> names = new ArrayList<>(array.dimensions());
        for (int axis = 0; axis < shard.length; axis++) {
            long chunk = array.chunk()[axis];
            long asked = shards.getOrDefault(names.get(axis), chunk);
            boolean whole = asked >= array.shape()[axis];
            if (asked % chunk != 0 && !whole) {
                throw new IllegalArgumentException("shards of " + asked + " along " + names.get(axis) + " of array "
                        + array.path() + " in chunks of " + chunk + ", expected a multiple of that");
            }
            shard[axis] = (asked + chunk - 1) / chunk * chunk;
        }
        return shard;
    }
}
