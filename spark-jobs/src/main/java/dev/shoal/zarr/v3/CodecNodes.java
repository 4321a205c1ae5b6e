package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shoal.codec.BitRound;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Cast;
import dev.shoal.codec.CodecChain;
import dev.shoal.codec.Delta;
import dev.shoal.codec.FixedScaleOffset;
import dev.shoal.codec.PackBits;
import dev.shoal.zarr.array.ChunkCodec;
import dev.shoal.zarr.array.KnownCodecs;
import dev.shoal.zarr.array.StoredType;
import dev.shoal.zarr.array.WholeChunk;
import java.util.ArrayList;
import java.util.List;

/**
 * How an array, or the chunks in a shard, are coded: first the steps from array to array, then the one from an array to
 * bytes, then those from bytes to bytes.
 *
 * @param type of the elements, in the order of bytes that the document says
 * @param codec of a chunk
 */
record CodecNodes(StoredType type, ChunkCodec codec) {

    private static final String NUMCODECS = "numcodecs.";

    /**
     * Reads codecs.
     *
     * @param type of the elements
     * @param chunk lengths of the axes of what they code
     */
    static CodecNodes parse(JsonNode json, StoredType type, long[] chunk) {
        List<Extension> codecs = new ArrayList<>();
        json.forEach(codec -> codecs.add(Extension.of(codec, "codec")));
        int serializer = 0;
        while (serializer < codecs.size() && isOnArrays(codecs.get(serializer).name())) {
            serializer++;
        }
        if (serializer == codecs.size()) {
            throw new IllegalArgumentException("codecs " + json + ", expected one that makes bytes of an array");
        }
        List<Extension> before = codecs.subList(0, serializer);
        List<Extension> behind = codecs.subList(serializer + 1, codecs.size());
        Extension serializing = codecs.get(serializer);
        if (serializing.name().equals("sharding_indexed")) {
            if (!before.isEmpty() || !behind.isEmpty()) {
                throw new IllegalArgumentException("codecs " + json + ", expected sharding_indexed alone");
            }
            return ShardNode.parse(serializing.configuration(), type, chunk);
        }
        StoredType ordered = serialized(serializing, type);
        List<BytesCodec> steps = new ArrayList<>();
        for (Extension filter : before) {
            if (!filter.name().equals("transpose")) {
                steps.add(step(filter, ordered));
            }
        }
        behind.forEach(codec -> steps.add(step(codec, ordered)));
        int[] order = TransposeNodes.order(before, chunk.length);
        return new CodecNodes(ordered, WholeChunk.of(ordered, chunk, order, new CodecChain(steps)));
    }

    private static boolean isOnArrays(String name) {
        return switch (name) {
            case "transpose" -> true;
            case NUMCODECS + "delta",
                    NUMCODECS + "fixedscaleoffset",
                    NUMCODECS + "quantize",
                    NUMCODECS + "bitround",
                    NUMCODECS + "astype",
                    NUMCODECS + "packbits" -> true;
            default -> false;
        };
    }

    private static StoredType serialized(Extension codec, StoredType type) {
        boolean texts = type.varies();
        if (codec.name().equals("vlen-utf8") && texts) {
            return type;
        }
        if (!codec.name().equals("bytes") || texts) {
            throw new IllegalArgumentException("codec \"" + codec.name() + "\" for elements of " + type.element()
                    + ", expected \"" + (texts ? "vlen-utf8" : "bytes") + "\" or sharding_indexed");
        }
        return switch (codec.configuration().path("endian").asText("")) {
            case "little" -> type;
            case "big" -> type.bigEndian();
            default -> {
                if (type.bytes() > 1 && type.form() != StoredType.Form.BYTES) {
                    throw new IllegalArgumentException(
                            "codec bytes " + codec.configuration() + ", expected endian \"little\" or \"big\"");
                }
                yield type;
            }
        };
    }

    private static BytesCodec step(Extension codec, StoredType type) {
        String name = codec.name();
        String id = name.startsWith(NUMCODECS) ? name.substring(NUMCODECS.length()) : name;
        boolean known = name.startsWith(NUMCODECS) || CORE.contains(name);
        if (!known) {
            throw unknown(name);
        }
        ObjectNode configuration = codec.configuration().deepCopy();
        for (String field : List.of("dtype", "astype", "encode_dtype", "decode_dtype")) {
            if (configuration.path(field).isTextual()) {
                configuration.put(field, inOrder(configuration.path(field).textValue(), type));
            }
        }
        BytesCodec step = KnownCodecs.find(id, configuration).orElseThrow(() -> unknown(name));
        if (isOnArrays(name) != isFilter(step)) {
            throw unknown(name);
        }
        return step;
    }

    private static final List<String> CORE = List.of("blosc", "crc32c", "gzip", "zstd");

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException(
                "codec \"" + name + "\", expected transpose, bytes, vlen-utf8," + " sharding_indexed, "
                        + String.join(", ", CORE) + " or numcodecs. with one of " + KnownCodecs.names());
    }

    private static boolean isFilter(BytesCodec step) {
        return step instanceof BitRound
                || step instanceof Cast
                || step instanceof Delta
                || step instanceof FixedScaleOffset
                || step instanceof PackBits;
    }

    /** In memory the numbers have the machine's order; in the chunk they have the one of {@code bytes}. */
    private static String inOrder(String dtype, StoredType type) {
        String plain = dtype.replaceFirst("^[<>=|]", "");
        return plain.length() == 2 ? (type.littleEndian() ? "<" : ">") + plain : plain;
    }
}
