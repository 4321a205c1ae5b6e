package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.codec.Delta;
import dev.shoal.codec.Shuffle;
import dev.shoal.codec.Zlib;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZarrStoreOfV3Test {

    private static final Attributes GLOBAL = new Attributes(List.of(Attribute.of("title", "Température")));

    private static final ZarrArray SST = ZarrArray.of("g/sst", new long[] {5, 6}, new long[] {1, 3}, ElementType.FLOAT)
            .withFormat(ZarrFormat.V3)
            .withShards(2, 6)
            .withFill(Double.NaN)
            .withDimensions("time", "lon")
            .withAttributes(new Attributes(List.of(Attribute.of("units", "°C"))));

    @TempDir
    Path folder;

    private String root = "";

    @BeforeEach
    void nameTheRoot() {
        root = folder.resolve("s.zarr").toString();
    }

    private ZarrStore create(ZarrArray... arrays) throws IOException {
        return ZarrStore.create(root, Samples.CONF, GLOBAL, List.of(arrays));
    }

    private JsonNode json(String key) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(Path.of(root, key)));
    }

    @Test
    void saysWhatTheSpecificationAsksFor() throws Exception {
        create(SST).consolidate();

        assertThat(json("g/sst/zarr.json")).isEqualTo(new ObjectMapper().readTree("""
                {"zarr_format": 3, "node_type": "array", "shape": [5, 6], "data_type": "float32",
                 "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2, 6]}},
                 "chunk_key_encoding": {"name": "default", "configuration": {"separator": "/"}},
                 "fill_value": "NaN",
                 "codecs": [{"name": "sharding_indexed", "configuration": {"chunk_shape": [1, 3],
                   "codecs": [{"name": "bytes", "configuration": {"endian": "little"}},
                     {"name": "blosc", "configuration": {"cname": "zstd", "clevel": 2, "shuffle": "shuffle",
                       "typesize": 4, "blocksize": 1048576}}],
                   "index_codecs": [{"name": "bytes", "configuration": {"endian": "little"}}, {"name": "crc32c"}],
                   "index_location": "end"}}],
                 "attributes": {"units": "°C", "_FillValue": "AAAAAAAA+H8="}, "dimension_names": ["time", "lon"]}"""));
        JsonNode consolidated = json("zarr.json").path("consolidated_metadata");
        assertThat(consolidated.path("kind").asText()).isEqualTo("inline");
        assertThat(consolidated.path("must_understand").booleanValue()).isFalse();
        assertThat(consolidated.path("metadata").fieldNames()).toIterable().containsExactly("g", "g/sst");
        assertThat(consolidated.path("metadata").path("g/sst")).isEqualTo(json("g/sst/zarr.json"));
    }

    @Test
    void isNoStoreForReadersBeforeItIsConsolidated() throws Exception {
        ZarrStore store = create(SST);
        store.writeChunk(SST, new long[] {0, 0}, new float[12]);

        assertThatThrownBy(() -> ZarrFile.open(root, Samples.CONF)).isInstanceOf(UnreadableException.class);
        ZarrStore.open(root, Samples.CONF).consolidate();

        try (ArrayFile file = ZarrFile.open(root, Samples.CONF)) {
            assertThat(file.header().attributes()).isEqualTo(GLOBAL);
            assertThat((float[]) file.read(file.header().variables().get(0)).values())
                    .contains(0f, Float.NaN)
                    .hasSize(30);
        }
        assertThat(Path.of(root, LayoutOfV3.DRAFT)).doesNotExist();
        assertThat(ZarrStore.open(root, Samples.CONF).arrays()).containsExactly(SST);
    }

    @Test
    void growsByChunksFirstAndShowsItselfLast() throws Exception {
        ZarrStore store = create(SST);
        store.writeChunk(SST, new long[] {2, 0}, new float[6]);
        store.consolidate();
        ZarrArray longer = SST.withShape(8, 6);

        ZarrStore.of(root, Samples.CONF, GLOBAL, List.of(longer)).writeChunk(longer, new long[] {3, 0}, new float[12]);
        assertThat(rows()).isEqualTo(5);
        ZarrStore grown = store.resize("g/sst", 8, 6);
        assertThat(rows()).isEqualTo(5);
        grown.consolidate();
        assertThat(rows()).isEqualTo(8);

        assertThat((float[]) grown.read(longer, Window.at(new long[] {4, 0}, new long[] {4, 1}))
                        .values())
                .containsExactly(0, Float.NaN, 0, 0);
        assertThat(ZarrStore.open(root, Samples.CONF).arrays()).containsExactly(longer);
    }

    private long rows() throws IOException {
        try (ArrayFile file = ZarrFile.open(root, Samples.CONF)) {
            return file.header().variables().get(0).shape()[0];
        }
    }

    @Test
    void leavesOutChunksAndShardsOfNothingButFill() throws Exception {
        ZarrStore store = create(SST);
        float[] values = new float[12];
        java.util.Arrays.fill(values, Float.NaN);
        store.writeChunk(SST, new long[] {0, 0}, values);
        assertThat(Path.of(root, "g/sst/c/0/0")).doesNotExist();

        values[11] = 1;
        store.writeChunk(SST, new long[] {0, 0}, values);
        assertThat(Files.size(Path.of(root, "g/sst/c/0/0"))).isEqualTo(4 * 16 + 4 + 12 + 16);
        store.withEmptyChunks(EmptyChunks.WRITE).writeChunk(SST, new long[] {2, 0}, new float[6]);
        assertThat(Files.size(Path.of(root, "g/sst/c/2/0"))).isEqualTo(4 * 16 + 4 + 2 * (12 + 16));
    }

    @Test
    void refusesAnotherVersionAndAnotherHeader() throws Exception {
        create(SST).consolidate();

        assertThatThrownBy(() -> create(SST.withFormat(ZarrFormat.V2)))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("Cannot create arrays of Zarr v2 in Zarr store")
                .hasMessageContaining("it is of Zarr v3");
        assertThatThrownBy(() -> create(SST.withShards(4, 6)))
                .hasMessageContaining("in chunks of [1, 3] in shards of [2, 6]), expected");
        assertThatThrownBy(() -> create(SST, ZarrArray.of("x", new long[] {1}, new long[] {1}, ElementType.INT)))
                .hasMessageContaining("it is of Zarr v2, expected v3");
        assertThatThrownBy(() -> SST.withShards(2, 5)).hasMessageContaining("lengths that divide the shard [2, 5]");
        assertThat(create().arrays()).containsExactly(SST);
    }

    @Test
    void namesStepsOutsideTheSpecificationAsZarrPythonDoes() throws Exception {
        ZarrArray array = ZarrArray.of("a", new long[] {50}, new long[] {50}, ElementType.INT)
                .withFormat(ZarrFormat.V3)
                .withEndian(Endian.BIG)
                .withCodec(Codec.of(new Delta(">i4", ">i4"), new Shuffle(4), new Zlib(5)));
        ZarrStore store = create(array);
        Object values = Samples.values(ElementType.INT, 50);
        store.writeChunk(array, new long[] {0}, values);
        store.consolidate();

        assertThat(json("a/zarr.json").path("codecs"))
                .extracting(codec -> codec.path("name").asText())
                .containsExactly("numcodecs.delta", "bytes", "numcodecs.shuffle", "numcodecs.zlib");
        assertThat(json("a/zarr.json").path("fill_value").asInt()).isZero();
        try (ArrayFile file = ZarrFile.open(root, Samples.CONF)) {
            assertThat(file.read(file.header().variables().get(0)).values()).isEqualTo(values);
        }
        assertThat(ZarrStore.open(root, Samples.CONF).arrays()).containsExactly(array);
    }
}
