package dev.shoal.zarr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Zstd;
import java.util.Map;

/**
 * The {@code codecs} of a v3 document: {@code transpose} where the first axis runs fastest, filters that change
 * numbers, {@code bytes}, then steps on bytes; all of it inside {@code sharding_indexed} where there are shards. Steps
 * that the specification does not name go by the names numcodecs gives them to zarr-python.
 */
final class CodecNodesDocument {

    private CodecNodesDocument() {}

    static ArrayNode of(ZarrArray array) {
        ArrayNode chunk = ofChunk(array);
        if (!array.sharded()) {
            return chunk;
        }
        ArrayNode codecs = JsonNodeFactory.instance.arrayNode();
        ObjectNode configuration = named(codecs, "sharding_indexed");
        configuration.set("chunk_shape", NodeDocument.lengths(array.inner()));
        configuration.set("codecs", chunk);
        ArrayNode index = configuration.putArray("index_codecs");
        named(index, "bytes").put("endian", "little");
        index.addObject().put("name", "crc32c");
        configuration.put("index_location", "end");
        return codecs;
    }

    private static ArrayNode ofChunk(ZarrArray array) {
        ArrayNode codecs = JsonNodeFactory.instance.arrayNode();
        if (array.order() == AxisOrder.COLUMN_MAJOR && array.rank() > 1) {
            ArrayNode order = named(codecs, "transpose").putArray("order");
            for (int axis : AxisOrder.COLUMN_MAJOR.axes(array.rank())) {
                order.add(axis);
            }
        }
        array.codec().steps().stream().filter(Codec::onNumbers).forEach(step -> add(codecs, step));
        if (array.dataType().varies()) {
            codecs.addObject().put("name", "vlen-utf8");
        } else {
            named(codecs, "bytes").put("endian", array.dataType().endian() == Endian.BIG ? "big" : "little");
        }
        array.codec().steps().stream().filter(step -> !Codec.onNumbers(step)).forEach(step -> add(codecs, step));
        return codecs;
    }

    private static ObjectNode named(ArrayNode codecs, String name) {
        return codecs.addObject().put("name", name).putObject("configuration");
    }

    private static void add(ArrayNode codecs, BytesCodec step) {
        if (step instanceof Blosc blosc) {
            blosc(named(codecs, "blosc"), blosc);
        } else if (step instanceof Zstd zstd) {
            named(codecs, "zstd").put("level", zstd.level()).put("checksum", true);
        } else if (step instanceof Gzip gzip) {
            named(codecs, "gzip").put("level", gzip.level());
        } else if (step.id().equals("crc32c")) {
            codecs.addObject().put("name", "crc32c");
        } else {
            ObjectNode configuration = named(codecs, "numcodecs." + step.id());
            for (Map.Entry<String, Object> parameter : step.parameters().entrySet()) {
                configuration.set(parameter.getKey(), value(parameter.getValue()));
            }
        }
    }

    private static JsonNode value(Object value) {
        return JsonNodeFactory.instance.pojoNode(value);
    }

    private static void blosc(ObjectNode configuration, Blosc blosc) {
        String shuffle = switch (blosc.appliedShuffle()) {
            case Blosc.NO_SHUFFLE -> "noshuffle";
            case Blosc.BIT_SHUFFLE -> "bitshuffle";
            default -> "shuffle";
        };
        configuration.put("cname", blosc.name());
        configuration.put("clevel", blosc.level());
        configuration.put("shuffle", shuffle);
        configuration.put("typesize", blosc.elementBytes());
        configuration.put("blocksize", blosc.blockBytes());
    }
}
