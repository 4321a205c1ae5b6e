package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdCompressCtx;
import dev.shoal.codec.DamageException;
import dev.shoal.codec.InflateBackend;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The limit of the codecs: reads shuffled and deflated chunks, inflates them, joins the first bytes of the elements of
 * several, their second bytes and so on as they are in the shuffled chunk of a Zarr store, compresses that with
 * Zstandard, and drops it. What is to be read is a list of lines {@code GROUP PATH OFFSET STORED-BYTES DECODED-BYTES};
 * chunks of one group make one chunk, and those of a group are all of one size.
 */
public final class CodecLimit implements Callable<Integer> {

    @Option(names = "--threads", description = "Chunks made at once.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--runs", description = "Times to do all.")
    private int runs = 1;

    @Option(names = "--element-bytes", description = "Bytes of an element.")
    private int elementBytes = Float.BYTES;

    @Option(names = "--level", description = "Zstandard's level.")
    private int level = 3;

    @Option(names = "--inflate", description = "Library that inflates: java, isal or libdeflate.")
    private String inflate = "java";

    @Parameters(description = "The list of chunks.")
    private Path list = Path.of("chunks.txt");

    private record Chunk(String group, String path, long offset, int stored, int decoded) {

        static Chunk of(String line) {
            String[] words = line.split(" ", 5);
            return new Chunk(
                    words[0],
                    words[1],
                    Long.parseLong(words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]));
        }
    }

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CodecLimit()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Map<String, List<Chunk>> groups = new LinkedHashMap<>();
        for (String line : Files.readAllLines(list)) {
            Chunk chunk = Chunk.of(line);
            groups.computeIfAbsent(chunk.group(), group -> new ArrayList<>()).add(chunk);
        }
        InflateBackend backend = InflateBackend.valueOf(inflate.toUpperCase(Locale.ROOT));
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        ThreadLocal<Bench> benches = ThreadLocal.withInitial(() -> new Bench(backend, elementBytes, level));
        for (int run = 0; run < runs; run++) {
            ProcessCost before = ProcessCost.sofar();
            List<Future<Long>> made = new ArrayList<>();
            groups.values()
                    .forEach(group -> made.add(pool.submit(() -> benches.get().make(group))));
            long bytes = 0;
            for (Future<Long> one : made) {
                bytes += one.get();
            }
            ProcessCost cost = ProcessCost.sofar().minus(before);
            System.out.println(new ObjectMapper()
                    .writeValueAsString(Map.of(
                            "seconds", cost.seconds(), "cpuSeconds", cost.cpuSeconds(), "compressedBytes", bytes)));
        }
        pool.shutdown();
        return 0;
    }

    /** What one thread uses again from chunk to chunk. */
    private static final class Bench {

        private final InflateBackend backend;
        private final int elementBytes;
        private final ZstdCompressCtx zstd;
        private byte[] stored = new byte[0];
        private byte[] plain = new byte[0];
        private byte[] joined = new byte[0];
        private byte[] packed = new byte[0];

        Bench(InflateBackend backend, int elementBytes, int level) {
            this.backend = backend;
            this.elementBytes = elementBytes;
            this.zstd = new ZstdCompressCtx().setLevel(level);
        }

        long make(List<Chunk> group) throws IOException {
            int decoded = group.get(0).decoded();
            int all = decoded * group.size();
            plain = plain.length == decoded ? plain : new byte[decoded];
            if (joined.length != all) {
                joined = new byte[all];
                packed = new byte[Math.toIntExact(com.github.luben.zstd.Zstd.compressBound(all))];
            }
            for (int i = 0; i < group.size(); i++) {
                inflate(group.get(i));
                int lane = decoded / elementBytes;
                for (int part = 0; part < elementBytes; part++) {
                    System.arraycopy(plain, part * lane, joined, part * lane * group.size() + i * lane, lane);
                }
            }
            return zstd.compressByteArray(packed, 0, packed.length, joined, 0, all);
        }

        private void inflate(Chunk chunk) throws IOException {
            stored = stored.length >= chunk.stored() ? stored : new byte[chunk.stored()];
            try (RandomAccessFile file = new RandomAccessFile(chunk.path(), "r")) {
                file.seek(chunk.offset());
                file.readFully(stored, 0, chunk.stored());
            }
            int done = inflated(chunk);
            if (done != chunk.decoded()) {
                throw new IOException("Cannot inflate a chunk of " + chunk.path() + ": found " + done
                        + " bytes, expected " + chunk.decoded() + ".");
            }
        }

        private int inflated(Chunk chunk) throws DamageException {
            return backend.inflate(stored, 0, chunk.stored(), plain, 0, chunk.decoded());
        }
    }
}
