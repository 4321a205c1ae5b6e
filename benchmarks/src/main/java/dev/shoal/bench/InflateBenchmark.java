package dev.shoal.bench;

import dev.shoal.codec.ByteShuffle;
import dev.shoal.codec.InflateBackend;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Inflating a shuffled chunk of a megabyte of floats by each library; the time is of one value. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
public class InflateBenchmark {

    private static final int SIDE = 512;
    private static final int VALUES = SIDE * SIDE;
    private static final int DEFLATE = 4;

    /** Library to use; Java's own takes the place of one that is not here. */
    @Param
    InflateBackend backend = InflateBackend.JAVA;

    private byte[] stream = new byte[0];
    private final byte[] plain = new byte[VALUES * Float.BYTES];

    /** Deflates the chunk. */
    @Setup
    public void deflate() {
        ByteBuffer floats = ByteBuffer.allocate(plain.length).order(ByteOrder.LITTLE_ENDIAN);
        floats.asFloatBuffer().put(Samples.floats(SIDE, SIDE));
        byte[] shuffled = new byte[plain.length];
        ByteShuffle.apply(floats.array(), 0, shuffled, 0, plain.length, Float.BYTES);
        Deflater deflater = new Deflater(DEFLATE);
        deflater.setInput(shuffled);
        deflater.finish();
        byte[] out = new byte[2 * plain.length];
        stream = Arrays.copyOf(out, deflater.deflate(out));
        deflater.end();
    }

    /** Inflates it. */
    @Benchmark
    @OperationsPerInvocation(VALUES)
    public int inflate() throws IOException {
        return backend.inflate(stream, 0, stream.length, plain, 0, plain.length);
    }
}
