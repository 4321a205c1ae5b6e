package dev.shoal.job;

import dev.shoal.stage.StageException;
import dev.shoal.zarr.StoreForm;
import dev.shoal.zarr.ZarrFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a new store is written: version of the format, shards and codec. */
final class ZarrForm {

    @Option(
            names = {"-zv", "--zarr-version"},
            paramLabel = "2|3",
            description = "Version of the format (default: 2, which all readers open; 3 where shards are asked for).")
    private String version = "";

    @Option(
            names = "--shards",
            split = ",",
            paramLabel = "NAME=LENGTH",
            description = "Lengths of shards, multiples of the chunks: one object holds all chunks of a shard. For"
                    + " version 3.")
    private Map<String, Long> shards = new LinkedHashMap<>();

    @Option(
            names = "--codec",
            paramLabel = "STEPS",
            description = "What is done to chunks: none, or some of shuffle, delta, zlib[:LEVEL], gzip[:LEVEL],"
                    + " zstd[:LEVEL], lz4, blosc[:CODEC[:LEVEL[:SHUFFLE]]], crc32c, transpose, with commas between"
                    + " (default: shuffled zstd of level 3).")
    private String codec = "";

    /**
     * Returns what is asked for.
     *
     * @throws StageException where it is nothing that can be written
     */
    StoreForm form() {
        try {
            return new StoreForm(format(), shards, codec);
        } catch (IllegalArgumentException unfit) {
            throw StageException.configuration(
                    "Cannot write a store of Zarr: found " + unfit.getMessage()
                            + ". Correct --zarr-version, --shards or --codec.",
                    unfit);
        }
    }

    private ZarrFormat format() {
        return switch (version) {
            case "" -> shards.isEmpty() ? ZarrFormat.V2 : ZarrFormat.V3;
            case "2" -> ZarrFormat.V2;
            case "3" -> ZarrFormat.V3;
            default ->
                throw StageException.configuration("Cannot write a store of Zarr: found version '" + version
                        + "', expected 2 or 3. Correct --zarr-version.");
        };
    }
}
