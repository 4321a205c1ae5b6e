package dev.shoal.zarr.array;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.codec.BitRound;
import dev.shoal.codec.Blosc;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Bz2;
import dev.shoal.codec.Cast;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.Delta;
import dev.shoal.codec.FixedScaleOffset;
import dev.shoal.codec.Gzip;
import dev.shoal.codec.Lz4;
import dev.shoal.codec.Lzma;
import dev.shoal.codec.PackBits;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.codec.Zstd;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The codecs of numcodecs that are known, by their names and configurations. */
public final class KnownCodecs {

    private static final String LEVEL = "level";

    private static final Map<String, Function<JsonNode, BytesCodec>> KNOWN = new TreeMap<>(Map.ofEntries(
            Map.entry("adler32", json -> checksum(Checksum.Kind.ADLER32, Checksum.Place.START, json)),
            Map.entry("astype", json -> new Cast("astype", text(json, "decode_dtype"), text(json, "encode_dtype"))),
            Map.entry("bitround", json -> new BitRound(json.path("keepbits").asInt())),
            Map.entry("blosc", KnownCodecs::blosc),
            Map.entry("bz2", json -> new Bz2(json.path(LEVEL).asInt(1))),
            Map.entry("crc32", json -> checksum(Checksum.Kind.CRC32, Checksum.Place.START, json)),
            Map.entry("crc32c", json -> checksum(Checksum.Kind.CRC32C, Checksum.Place.END, json)),
            Map.entry("delta", json -> new Delta(text(json, "dtype"), stored(json))),
            Map.entry("fixedscaleoffset", KnownCodecs::scaled),
            Map.entry("fletcher32", json -> new Checksum(Checksum.Kind.FLETCHER32, Checksum.Place.END)),
            Map.entry("gzip", json -> new Gzip(level(json))),
            Map.entry("lz4", json -> new Lz4()),
            Map.entry("lzma", json -> new Lzma(json.path("format").asInt(1))),
            Map.entry("packbits", json -> new PackBits()),
            Map.entry("quantize", json -> new Cast("quantize", text(json, "dtype"), stored(json))),
            Map.entry("shuffle", json -> new Shuffle(json.path("elementsize").asInt(4))),
            Map.entry("zlib", json -> new Zlib(level(json))),
            Map.entry("zstd", json -> new Zstd(json.path(LEVEL).asInt(1)))));

    private KnownCodecs() {}

    /**
     * Makes a codec.
     *
     * @param id as numcodecs names it
     * @param configuration its parameters
     * @return nothing where the name is not known
     * @throws IllegalArgumentException where a parameter is not one that can be read
     */
    public static Optional<BytesCodec> find(String id, JsonNode configuration) {
        return Optional.ofNullable(KNOWN.get(id)).map(maker -> maker.apply(configuration));
    }

    /** Returns the names that are known, for messages. */
    public static String names() {
        return String.join(", ", KNOWN.keySet());
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asText();
    }

    private static String stored(JsonNode json) {
        return json.hasNonNull("astype") ? text(json, "astype") : text(json, "dtype");
    }

    /** Level -1 is zlib's way to say 6. */
    private static int level(JsonNode json) {
        int level = json.path(LEVEL).asInt(1);
        return level == -1 ? 6 : level;
    }

    private static BytesCodec scaled(JsonNode json) {
        return new FixedScaleOffset(
                json.path("scale").asDouble(), json.path("offset").asDouble(), text(json, "dtype"), stored(json));
    }

    private static BytesCodec checksum(Checksum.Kind kind, Checksum.Place usual, JsonNode json) {
        return switch (json.path("location").asText("")) {
            case "start" -> new Checksum(kind, Checksum.Place.START);
            case "end" -> new Checksum(kind, Checksum.Place.END);
            case "" -> new Checksum(kind, usual);
            default ->
                throw new IllegalArgumentException(
                        kind.id() + " with location " + json.path("location") + ", expected \"start\" or \"end\"");
        };
    }

    /** Version 3 names the shuffle, version 2 numbers it. */
    private static int shuffle(JsonNode json) {
        return switch (json.asText()) {
            case "noshuffle" -> Blosc.NO_SHUFFLE;
            case "bitshuffle" -> Blosc.BIT_SHUFFLE;
            default -> json.asInt(Blosc.BYTE_SHUFFLE);
        };
    }

    private static BytesCodec blosc(JsonNode json) {
        return new Blosc(
                json.path("cname").asText("lz4"),
                json.path("clevel").asInt(5),
                shuffle(json.path("shuffle")),
                json.path("blocksize").asInt(),
                json.path("typesize").asInt());
    }
}
