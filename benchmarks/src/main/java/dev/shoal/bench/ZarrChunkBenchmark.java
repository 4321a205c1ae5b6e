package dev.shoal.bench;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Writing and reading a Zarr chunk of four megabytes, shuffle and zstd 3, on local disk; the time is of one value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class ZarrChunkBenchmark {

    private static final int SIDE = 1024;
    private static final int VALUES = SIDE * SIDE;
    private static final long[] ORIGIN = {0, 0};

    private final Path folder;
    private final ZarrArray array =
            ZarrArray.of("sst", new long[] {SIDE, SIDE}, new long[] {SIDE, SIDE}, ElementType.FLOAT);
    private final ZarrStore store;
    private final float[] values = Samples.floats(SIDE, SIDE);

    /** Makes the store, with the chunk in it. */
    public ZarrChunkBenchmark() {
        try {
            folder = Files.createTempDirectory("shoal-bench");
            store = ZarrStore.create(folder.toString(), new Configuration(), Attributes.NONE, List.of(array));
            store.writeChunk(array, ORIGIN, values);
        } catch (IOException error) {
            throw new IllegalStateException("Cannot make the store to write to: " + error.getMessage(), error);
        }
    }

    /** Shuffles, compresses, and puts the object in its place. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public void encode() throws IOException {
        store.writeChunk(array, ORIGIN, values);
    }

    /** Reads the chunk back. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public ArrayBlock decode() throws IOException {
        return store.read(array, Window.whole(array.shape()));
    }

    /** Removes the store. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
