package dev.shoal.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.stage.zarr.StoreSummary;
import dev.shoal.stage.zarr.StoreSummary.ArraySummary;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code info} and {@code list} say of shards: the objects, and the chunks inside. */
class ShardedStoreTextTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    private Path folder;

    /**
     * Shards of 2 x 2 chunks of 2 x 3 cells: of four, one is whole, one holds one chunk, one is at the edge, one not.
     */
    private StoreSummary summary() throws IOException {
        ZarrArray sst = ZarrArray.of("sst", new long[] {6, 12}, new long[] {2, 3}, ElementType.FLOAT)
                .withFormat(ZarrFormat.V3)
                .withFill(Float.NaN)
                .withDimensions("lat", "lon")
                .withShards(4, 6);
        ZarrArray lat = ZarrArray.of("lat", new long[] {6}, new long[] {6}, ElementType.DOUBLE)
                .withFormat(ZarrFormat.V3)
                .withDimensions("lat");
        ZarrStore store = ZarrStore.create(root(), CONF, Attributes.NONE, List.of(sst, lat));
        float[] whole = new float[24];
        store.writeChunk(sst, new long[] {0, 0}, whole);
        float[] one = new float[24];
        Arrays.fill(one, Float.NaN);
        one[23] = 1;
        store.writeChunk(sst, new long[] {0, 1}, one);
        store.writeChunk(sst, new long[] {1, 1}, whole);
        store.writeChunk(lat, new long[] {0}, new double[] {1, 2, 3, 4, 5, 6});
        store.consolidate();
        return StoreSummary.of(root(), CONF);
    }

    private String root() {
        return folder.resolve("s.zarr").toString();
    }

    private static ArraySummary array(StoreSummary summary, String name) {
        return summary.arrays().stream()
                .filter(array -> array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsShardsAndTheChunksInThem() throws IOException {
        ArraySummary sst = array(summary(), "sst");
        assertThat(sst.chunk()).containsExactly(2L, 3L);
        assertThat(sst.shards()).isEqualTo(new StoreSummary.Shards(List.of(4L, 6L), 4, 4 + 1 + 2));
        assertThat(sst.chunks()).isEqualTo(12);
        assertThat(sst.objects()).isEqualTo(3);
        ArraySummary lat = array(summary(), "lat");
        assertThat(lat.shards()).isEqualTo(StoreSummary.Shards.NONE);
        assertThat(lat.objects()).isEqualTo(1);
    }

    @Test
    void showsThemToPeople() throws IOException {
        StoreSummary summary = summary();
        String[] lines = ZarrInfo.table(summary).toString().split("\\R", -1);
        assertThat(lines[0]).contains("chunk   shard   codec");
        assertThat(lines[3]).contains("[2, 3]  [4, 6]").contains("7 of 12  3 of 4 shards");
        assertThat(lines[2]).doesNotContain(" of ");
        assertThat(ZarrList.table(List.of(summary)).toString()).contains("4, 3 shards for 12 chunks");
    }

    @Test
    void showsAStoreWithADamagedShard() throws IOException {
        summary();
        Files.write(folder.resolve("s.zarr/sst/c/0/0"), new byte[] {1, 2, 3});
        ArraySummary sst = array(StoreSummary.of(root(), CONF), "sst");
        assertThat(sst.shards().held()).isEqualTo(-1);
        assertThat(ZarrInfo.table(StoreSummary.of(root(), CONF)).toString()).contains(" 12  3 of 4 shards");
    }
}
