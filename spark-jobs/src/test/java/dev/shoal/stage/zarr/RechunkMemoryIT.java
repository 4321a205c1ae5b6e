package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.RechunkWay;
import dev.shoal.plan.Window;
import dev.shoal.stage.Progress;
import dev.shoal.testing.OwnProcess;
import dev.shoal.zarr.ChunkReader;
import dev.shoal.zarr.ChunkWriter;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores of more than a process has memory for, in other chunks. */
final class RechunkMemoryIT {

    private static final String HEAP = "-Xmx192m";
    private static final int STEPS = 96;
    private static final int SIDE = 1024;
    private static final ZarrArray MAPS = ZarrArray.of(
                    "sst", new long[] {STEPS, SIDE, SIDE}, new long[] {1, 512, SIDE}, ElementType.FLOAT)
            .withDimensions("time", "lat", "lon");
    private static final Map<String, Long> SERIES = Map.of("time", (long) STEPS, "lat", 64L, "lon", 64L);

    /** Runs in a process of its own: makes 400 MB of maps, and series of them by two ways. */
    static final class Turn {

        private Turn() {}

        public static void main(String[] arguments) throws IOException {
            SparkSession spark = SparkSession.builder()
                    .master("local[2]")
                    .config("spark.ui.enabled", "false")
                    .config("spark.driver.host", "localhost")
                    .config("spark.testing.memory", "536870912")
                    .getOrCreate();
            Configuration conf = spark.sparkContext().hadoopConfiguration();
            String maps = arguments[0] + "/maps.zarr";
            make(ZarrStore.create(maps, conf, Attributes.NONE, List.of(MAPS)));
            for (RechunkWay way : List.of(RechunkWay.DIRECT, RechunkWay.SHUFFLE)) {
                String target = arguments[0] + "/" + way;
                RechunkRequest request =
                        new RechunkRequest(maps, target, SERIES, List.of(), 24L << 20, Optional.of(way));
                new RechunkStage(spark, Progress.NONE).run(RechunkLayout.plan(request, conf, 2));
                System.out.println(way + " differs in " + different(ZarrStore.open(target, conf)) + " cells");
            }
            spark.stop();
        }

        private static float value(long time, long lat, long lon) {
            return time * 1000 + lat % 32 + lon % 16 / 16f;
        }

        private static void make(ZarrStore store) throws IOException {
            float[] cells = new float[512 * SIDE];
            try (ChunkWriter writer = store.writer()) {
                for (long ordinal = 0; ordinal < MAPS.grid().count(); ordinal++) {
                    long[] index = MAPS.grid().index(ordinal);
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = value(index[0], index[1] * 512 + i / SIDE, i % SIDE);
                    }
                    writer.write(MAPS, index, cells);
                }
            }
            store.consolidate();
        }

        private static long different(ZarrStore store) throws IOException {
            ZarrArray series = store.array("sst").orElseThrow();
            long different = 0;
            try (ChunkReader reader = store.reader()) {
                for (long ordinal = 0; ordinal < series.grid().count(); ordinal++) {
                    Window window = series.grid().window(series.grid().index(ordinal));
                    float[] cells = (float[]) reader.read(series, window).values();
                    for (int i = 0; i < cells.length; i++) {
                        long lat = window.start(1) + i / 64 % 64;
                        different += cells[i] == value(i / 4096, lat, window.start(2) + i % 64) ? 0 : 1;
                    }
                }
            }
            return different;
        }
    }

    @Test
    void fourHundredMegabytesComeThroughATenthOfThat(@TempDir Path folder) throws Exception {
        String output = OwnProcess.run(HEAP, Turn.class, folder.toString());

        assertThat(output).as(output).contains("DIRECT differs in 0 cells", "SHUFFLE differs in 0 cells");
    }
}
