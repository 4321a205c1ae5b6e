package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The limit of zlib: reads deflated chunks and inflates them with Java's {@link Inflater}, and does nothing with the
 * bytes. What is to be read is a list of lines {@code PATH OFFSET STORED-BYTES DECODED-BYTES}, files in sequence.
 */
public final class InflateLimit implements Callable<Integer> {

    @Option(names = "--threads", description = "Files inflated at once.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Times to do all.")
    private int runs = 1;

    @Parameters(description = "The list of chunks.")
    private Path list = Path.of("chunks.txt");

    private record Chunk(String path, long offset, int stored, int decoded) {

        static Chunk of(String line) {
            String[] words = line.split(" ", 4);
            return new Chunk(
                    words[0], Long.parseLong(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new InflateLimit()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Map<String, List<Chunk>> files =
                Files.readAllLines(list).stream().map(Chunk::of).collect(Collectors.groupingBy(Chunk::path));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        for (int run = 0; run < runs; run++) {
            ProcessCost before = ProcessCost.sofar();
            List<Future<Long>> inflated = new ArrayList<>();
            files.forEach((path, chunks) -> inflated.add(pool.submit(() -> inflate(path, chunks))));
            long bytes = 0;
            for (Future<Long> file : inflated) {
                bytes += file.get();
            }
            ProcessCost cost = ProcessCost.sofar().minus(before);
            System.out.println(new ObjectMapper()
                    .writeValueAsString(
                            Map.of("seconds", cost.seconds(), "cpuSeconds", cost.cpuSeconds(), "decodedBytes", bytes)));
        }
        pool.shutdown();
        return 0;
    }

    private static long inflate(String path, List<Chunk> chunks) throws IOException, DataFormatException {
        Inflater inflater = new Inflater();
        byte[] decoded = new byte[0];
        long bytes = 0;
        try (RandomAccessFile file = new RandomAccessFile(path, "r")) {
            for (Chunk chunk : chunks) {
                byte[] stored = new byte[chunk.stored()];
                file.seek(chunk.offset());
                file.readFully(stored);
                decoded = decoded.length == chunk.decoded() ? decoded : new byte[chunk.decoded()];
                inflater.reset();
                inflater.setInput(stored);
                int length = inflater.inflate(decoded);
                if (length != chunk.decoded()) {
                    throw new IOException("Cannot inflate a chunk of " + path + ": found " + length
                            + " bytes, expected " + chunk.decoded() + ".");
                }
                bytes += length;
            }
        } finally {
            inflater.end();
        }
        return bytes;
    }
}
