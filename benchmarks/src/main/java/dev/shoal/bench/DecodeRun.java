package dev.shoal.bench;

import dev.shoal.codec.Inflation;
import dev.shoal.netcdf.ArrayBlock;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ChunkTable;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads one variable step by step, again and again, and inflates its chunks without doing anything else; what
 * {@code compare/decode.sh} starts. The library is set by {@link Inflation#PROPERTY}.
 */
public final class DecodeRun {

    private final VariableHeader variable;
    private final ArrayFile file;
    private final String path;

    private DecodeRun(ArrayFile file, VariableHeader variable) {
        this.file = file;
        this.path = file.location();
        this.variable = variable;
    }

    /**
     * Prints a line for each run: the library, the megabytes (10^6 bytes of values) read in a second, and those
     * inflated.
     *
     * @param arguments file, variable whose chunks are shuffled and deflated, number of runs
     */
    public static void main(String[] arguments) throws IOException {
        try (ArrayFile file = ArrayFiles.open(arguments[0], new Configuration())) {
            DecodeRun run =
                    new DecodeRun(file, file.header().variable(arguments[1]).orElseThrow());
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                System.out.printf(
                        Locale.ROOT, "%s %.1f %.1f%n", Inflation.backend().title(), run.read(), run.inflate());
            }
        }
    }

    private double megabytes() {
        return variable.size() * variable.type().bytes() / 1e6;
    }

    private double read() throws IOException {
        long begin = System.nanoTime();
        long elements = 0;
        for (long step = 0; step < variable.shape()[0]; step++) {
            ArrayBlock block =
                    file.read(variable, Window.whole(variable.shape()).with(0, step, step + 1));
            elements += block.size();
        }
        if (elements != variable.size()) {
            throw new IllegalStateException("read " + elements + " elements of " + variable.size());
        }
        return megabytes() / seconds(begin, System.nanoTime());
    }

    private double inflate() throws IOException {
        ChunkTable chunks = file.chunks(variable).orElseThrow();
        long size = variable.type().bytes();
        for (long length : chunks.grid().chunk()) {
            size *= length;
        }
        byte[] plain = new byte[Math.toIntExact(size)];
        long nanos = 0;
        try (RandomAccessFile in = new RandomAccessFile(path, "r")) {
            for (int at = 0; at < chunks.size(); at++) {
                byte[] stored = new byte[Math.toIntExact(chunks.storedBytes(at))];
                in.seek(chunks.address(at));
                in.readFully(stored);
                long begin = System.nanoTime();
                Inflation.inflate(stored, 0, stored.length, plain, 0, plain.length);
                nanos += System.nanoTime() - begin;
            }
        }
        return megabytes() / (nanos / 1e9);
    }

    private static double seconds(long begin, long end) {
        return (end - begin) / 1e9;
    }
}
