package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No chunk is decoded twice in a scan, nor one that no kept cell lies in. */
class ChunkLawIT extends SourceSession {

    private static final long CELLS = Arrays.stream(ChunkedStores.SHAPE).reduce(1, Math::multiplyExact);
    private static final long[][] LENGTHS = {{1, 2, 4}, {30, 60, 70}, {50, 100, 150}};

    private static long[] chunk(Random random) {
        return Arrays.stream(LENGTHS)
                .mapToLong(axis -> axis[random.nextInt(axis.length)])
                .toArray();
    }

    private Dataset<Row> table(Path store, String target) {
        return spark().read().format("zarr").option("targetBytes", target).load(store.toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void decodesEveryTouchedChunkOnce(long seed) throws IOException {
        Random random = new Random(seed);
        long[][] chunks = {chunk(random), chunk(random), chunk(random)};
        Path store = ChunkedStores.write(folder.resolve("law-" + seed + ".zarr"), chunks);
        Dataset<Row> whole = table(store, "1m").selectExpr("sum(v0)", "sum(v1 - v0)", "sum(v2 - v1)");
        assertThat(whole.first().toString())
                .isEqualTo("[" + CELLS * (CELLS - 1.0) / 2 + "," + (double) CELLS + "," + (double) CELLS + "]");
        Dataset<Row> read = table(store, "1m").select("v0", "v1", "v2", "_chunk");
        assertThat(read.rdd().getNumPartitions()).isGreaterThan(1);
        long rows = read.toJavaRDD().count();
        assertThat(rows).isEqualTo(CELLS);
        for (int i = 0; i < 6; i++) {
            int variable = random.nextInt(3);
            int[][] box = box(random);
            Dataset<Row> rowsOfBox = table(store, "300k")
                    .where("day(time) BETWEEN 0 AND 99 AND time >= timestampadd(DAY, " + box[0][0]
                            + ", TIMESTAMP '2020-01-01') AND time < timestampadd(DAY, " + box[0][1]
                            + ", TIMESTAMP '2020-01-01')")
                    .where("lat >= " + box[1][0] * 0.25 + " AND lat < " + box[1][1] * 0.25)
                    .where("lon >= " + box[2][0] + " AND lon < " + box[2][1])
                    .select("v" + variable);
            assertThat(rowsOfBox.collectAsList()).hasSize((int) size(box, 0, 1, 2));
            assertThat(counted(rowsOfBox, ScanMetric.VALUES))
                    .as("chunks %s, box %s", Arrays.toString(chunks[variable]), Arrays.deepToString(box))
                    .isEqualTo(touched(box, chunks[variable]));
        }
    }

    private static int[][] box(Random random) {
        int[][] box = new int[3][];
        for (int axis = 0; axis < 3; axis++) {
            int length = (int) ChunkedStores.SHAPE[axis];
            int start = random.nextInt(length);
            box[axis] = new int[] {start, start + 1 + random.nextInt(Math.min(length - start, length / 2))};
        }
        return box;
    }

    private static long size(int[][] box, int... axes) {
        return Arrays.stream(axes)
                .mapToLong(axis -> box[axis][1] - box[axis][0])
                .reduce(1, Math::multiplyExact);
    }

    private static long touched(int[][] box, long[] chunk) {
        long values = 1;
        for (int axis = 0; axis < 3; axis++) {
            long first = box[axis][0] / chunk[axis] * chunk[axis];
            long end = (box[axis][1] + chunk[axis] - 1) / chunk[axis] * chunk[axis];
            values *= Math.min(end, ChunkedStores.SHAPE[axis]) - first;
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void decodesEveryChunkOnceForSeveralVariables(long seed) throws IOException {
        Random random = new Random(seed + 100);
        long[][] chunks = {chunk(random), chunk(random)};
        Path store = ChunkedStores.write(folder.resolve("pair-" + seed + ".zarr"), chunks);
        Dataset<Row> rows = table(store, "1m").where("v0 >= 0").select("v0", "v1");
        assertThat(rows.collectAsList()).hasSize((int) CELLS);
        assertThat(counted(rows, ScanMetric.VALUES)).isEqualTo(2 * CELLS);
    }
}
