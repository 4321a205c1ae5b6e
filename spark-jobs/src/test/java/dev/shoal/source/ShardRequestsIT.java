package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.plan.Window;
import dev.shoal.testing.FaultyNetwork;
import dev.shoal.testing.FaultyNetwork.Request;
import dev.shoal.testing.ObjectStore;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What a store of version 3 with shards in S3 is asked for: requests and bytes on the way to the server. */
class ShardRequestsIT extends SourceSession {

    private static final int STEPS = 16;
    private static final int SIDE = 256;
    private static final int CHUNK = 64;
    private static final long CHUNK_BYTES = (long) CHUNK * CHUNK * Float.BYTES;
    private static final long CHUNKS_OF_SHARD = (long) STEPS / 2 * SIDE / CHUNK * SIDE / CHUNK;
    private static final long INDEX_BYTES = 2 * Long.BYTES * CHUNKS_OF_SHARD + Integer.BYTES;

    private static final ZarrArray SST = ZarrArray.of(
                    "sst", new long[] {STEPS, SIDE, SIDE}, new long[] {1, CHUNK, CHUNK}, ElementType.FLOAT)
            .withFormat(ZarrFormat.V3)
            .withDimensions("time", "lat", "lon")
            .withShards(STEPS / 2, SIDE, SIDE);

    private static ZarrArray line(String name, int length, String units) {
        return ZarrArray.of(name, new long[] {length}, new long[] {length}, ElementType.DOUBLE)
                .withFormat(ZarrFormat.V3)
                .withDimensions(name)
                .withAttributes(new Attributes(List.of(Attribute.of("units", units))));
    }

    /** Values that no codec makes much smaller. */
    private static void make(String root, Configuration conf) throws IOException {
        ZarrArray time = line("time", STEPS, "days since 2020-01-01");
        ZarrArray lat = line("lat", SIDE, "degrees_north");
        ZarrArray lon = line("lon", SIDE, "degrees_east");
        ZarrStore store = ZarrStore.create(root, conf, Attributes.NONE, List.of(time, lat, lon, SST));
        Random random = new Random(1);
        for (long[] shard : ChunkGrid.walk(SST.grid().touching(Window.whole(SST.shape())))) {
            float[] cells = new float[STEPS / 2 * SIDE * SIDE];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = random.nextFloat();
            }
            store.writeChunk(SST, shard, cells);
        }
        for (ZarrArray line : List.of(time, lat, lon)) {
            double[] values = new double[(int) line.shape()[0]];
            for (int at = 0; at < values.length; at++) {
                values[at] = at * 0.25;
            }
            store.writeChunk(line, new long[] {0}, values);
        }
        store.consolidate();
    }

    private static long bytes(List<Request> requests) {
        return requests.stream().mapToLong(Request::bytes).sum();
    }

    /** Returns the requests for bytes of a shard. */
    private static List<Request> ofShards(List<Request> requests) {
        return requests.stream()
                .filter(request ->
                        request.method().equals("GET") && request.target().contains("/sst/c/"))
                .toList();
    }

    @Test
    void readsWhatIsAskedForAndNotMuchMore() throws Exception {
        Configuration conf = spark().sparkContext().hadoopConfiguration();
        try (ObjectStore objects = ObjectStore.start(Files.createDirectories(folder.resolve("shards")));
                FaultyNetwork network = FaultyNetwork.to(objects.endpoint(), 0)) {
            Map<String, String> properties = objects.hadoopProperties();
            properties.forEach(conf::set);
            conf.set("fs.s3a.impl.disable.cache", "false");
            conf.set("fs.s3a.endpoint", network.endpoint());
            String root = objects.s3Uri("shard-requests") + "/s.zarr";
            make(root, conf);
            long shard = Files.size(folder.resolve("shards/shard-requests/s.zarr/sst/c/1/0/0"));
            network.taken();
            byTheReader(root, conf, network, shard);
            bySql(root, network, shard);
            properties.keySet().forEach(conf::unset);
        }
    }

    private static void byTheReader(String root, Configuration conf, FaultyNetwork network, long shard)
            throws IOException {
        try (ArrayFile file = ArrayStores.open(root, conf)) {
            List<Request> opening = network.taken();
            assertThat(opening)
                    .as("a folder, of v3, whose document holds all others")
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(bytes(opening)).isLessThan(8_000);
            VariableHeader sst = file.header().variable("sst").orElseThrow();
            file.read(sst, Window.at(new long[] {3, CHUNK, 2 * CHUNK}, new long[] {1, CHUNK, CHUNK}));
            requireChunk(network.taken(), 3);
            file.read(sst, Window.at(new long[] {4, CHUNK, 2 * CHUNK}, new long[] {1, CHUNK, CHUNK}));
            List<Request> next = network.taken();
            assertThat(next).as("another chunk of the same shard").hasSize(1);
            assertThat(bytes(next)).isLessThan(CHUNK_BYTES);
            file.read(sst, Window.at(new long[] {STEPS / 2, 0, 0}, new long[] {STEPS / 2, SIDE, SIDE}));
            List<Request> whole = network.taken();
            assertThat(ofShards(whole)).as("its index, and all chunks at once").hasSize(2);
            assertThat(bytes(whole)).isEqualTo(shard);
        }
    }

    private static void requireChunk(List<Request> requests, int most) {
        assertThat(requests).hasSizeLessThanOrEqualTo(most);
        assertThat(ofShards(requests)).as("the index of a shard and one chunk").hasSize(2);
        assertThat(ofShards(requests).get(0).bytes()).isEqualTo(INDEX_BYTES);
        assertThat(ofShards(requests).get(1).bytes()).isLessThan(CHUNK_BYTES);
    }

    /** Planning reads the documents and coordinates, and so does the task. */
    private void bySql(String root, FaultyNetwork network, long shard) {
        Dataset<Row> sea = spark().read().format("zarr").load(root);
        List<Request> opening = network.taken();
        assertThat(opening).hasSizeLessThanOrEqualTo(8);
        assertThat(ofShards(opening)).isEmpty();
        Dataset<Row> chunk = sea.where("time = TIMESTAMP '2020-01-01 18:00:00'"
                        + " AND lat >= 16 AND lat < 32 AND lon >= 32 AND lon < 48")
                .select("sst");
        assertThat(chunk.collectAsList()).hasSize(CHUNK * CHUNK);
        requireChunk(network.taken(), 16);
        assertThat(sea.where("time >= TIMESTAMP '2020-01-03'")
                        .select("sst")
                        .toLocalIterator()
                        .hasNext())
                .isTrue();
        List<Request> half = network.taken();
        assertThat(ofShards(half))
                .hasSize(2)
                .allMatch(request -> request.target().contains("/sst/c/1/"));
        assertThat(bytes(ofShards(half))).isEqualTo(shard);
    }
}
