package dev.shoal.bench;

import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/** Reading a netCDF-4 chunk of a megabyte, shuffled and deflated, from the page cache; the time is of one value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class Hdf5ChunkBenchmark {

    private static final int SIDE = 512;
    private static final int CHUNKS = 8;
    private static final int VALUES = SIDE * SIDE;
    private static final int DEFLATE = 4;

    private final Path path;
    private final ArrayFile file;
    private final VariableHeader variable;
    private int next;

    /** Writes the file and opens it. */
    public Hdf5ChunkBenchmark() {
        try {
            path = Files.createTempFile("shoal-bench", ".nc");
            write(path);
            file = ArrayFiles.open(path.toString(), new Configuration());
        } catch (IOException error) {
            throw new IllegalStateException("Cannot make the file to read: " + error.getMessage(), error);
        }
        variable = file.header().variable("sst").orElseThrow();
    }

    private static void write(Path path) {
        float[] field = Samples.floats(SIDE, SIDE);
        float[][][] steps = new float[CHUNKS][SIDE][SIDE];
        for (int step = 0; step < CHUNKS; step++) {
            for (int row = 0; row < SIDE; row++) {
                System.arraycopy(field, row * SIDE, steps[step][row], 0, SIDE);
            }
        }
        try (WritableHdfFile out = HdfFile.write(path)) {
            DatasetCreationOptions chunks = DatasetCreationOptions.builder()
                    .chunkDimensions(new int[] {1, SIDE, SIDE})
                    .shuffle()
                    .deflate(DEFLATE)
                    .build();
            out.putDataset("sst", steps, chunks);
        }
    }

    /** Reads a chunk: inflates, puts the bytes back in order, and lays the values out. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public ArrayBlock decode() throws IOException {
        long step = next++ % CHUNKS;
        return file.read(variable, new Window(new long[] {step, 0, 0}, new long[] {step + 1, SIDE, SIDE}));
    }

    /** Removes the file. */
    @TearDown(Level.Trial)
    public void remove() throws IOException {
        file.close();
        Files.delete(path);
    }
}
