package dev.shoal.zarr.v3;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shoal.codec.BytesCodec;
import dev.shoal.codec.Checksum;
import dev.shoal.codec.CodecChain;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.zarr.array.KnownCodecs;
import dev.shoal.zarr.array.Lengths;
import dev.shoal.zarr.array.Shard;
import dev.shoal.zarr.array.StoredType;
import java.util.ArrayList;
import java.util.List;

/** The codec {@code sharding_indexed}. */
final class ShardNode {

    private ShardNode() {}

    /**
     * Reads its configuration.
     *
     * @param type of the elements
     * @param outer lengths of the shard's axes
     */
    static CodecNodes parse(JsonNode json, StoredType type, long[] outer) {
        ChunkGrid grid = new ChunkGrid(outer, Lengths.of(json.path("chunk_shape"), "chunk_shape of sharding_indexed"));
        CodecNodes inner = CodecNodes.parse(json.path("codecs"), type, grid.chunk());
        Checksum.Place place = switch (json.path("index_location").asText("end")) {
            case "end" -> Checksum.Place.END;
            case "start" -> Checksum.Place.START;
            default ->
                throw new IllegalArgumentException(
                        "index_location " + json.path("index_location") + ", expected \"start\" or \"end\"");
        };
        return new CodecNodes(inner.type(), index(json.path("index_codecs"), grid, inner, place));
    }

    private static Shard index(JsonNode json, ChunkGrid grid, CodecNodes inner, Checksum.Place place) {
        List<BytesCodec> checks = new ArrayList<>();
        String endian = "";
        for (JsonNode node : json) {
            Extension codec = Extension.of(node, "index codec");
            if (codec.name().equals("bytes") && checks.isEmpty()) {
                endian = codec.configuration().path("endian").asText("little");
            } else if (codec.name().equals("crc32c") && !endian.isEmpty()) {
                checks.add(KnownCodecs.find("crc32c", codec.configuration()).orElseThrow());
            } else {
                endian = "none";
            }
        }
        if (!endian.equals("little") && !endian.equals("big")) {
            throw new IllegalArgumentException("index_codecs " + json + ", expected bytes, then crc32c or nothing");
        }
        return new Shard(grid, inner.codec(), place, endian.equals("little"), new CodecChain(checks));
    }
}
