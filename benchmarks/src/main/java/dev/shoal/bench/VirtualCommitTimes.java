package dev.shoal.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.zarr.icechunk.IcechunkRepository;
import dev.shoal.zarr.icechunk.IcechunkSession;
import dev.shoal.zarr.icechunk.ManifestPart;
import dev.shoal.zarr.icechunk.ManifestWriter;
import dev.shoal.zarr.icechunk.SourceFile;
import dev.shoal.zarr.icechunk.VirtualRefs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Commits virtual references that were made up to an Icechunk repository: one array of one chunk a step and 200 x 100
 * chunks a step in space, so many steps as there are files. Prints a line of JSON: references, seconds, of processors
 * too, the most memory of the process, and the bytes of the manifests.
 */
public final class VirtualCommitTimes implements Callable<Integer> {

    private static final int ROWS = 200;
    private static final int COLUMNS = 100;
    private static final int CHUNK_BYTES = 123_457;

    @Option(names = "--cores", description = "Manifests written at once.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--files", description = "Files, of 20,000 chunks each.")
    private int files = 5000;

    @Option(names = "--files-a-manifest", description = "Files of one manifest.")
    private int filesOfOne = 25;

    @Parameters(description = "Folder of the repository, which is made.")
    private String root = "";

    /** Runs the program. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VirtualCommitTimes()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Configuration conf = new Configuration();
        ProcessCost before = ProcessCost.sofar();
        IcechunkSession session = IcechunkRepository.create(root, conf).session(IcechunkRepository.MAIN);
        session.array("/sst", document());
        ManifestWriter writer = session.writer("/sst");
        long bytes = 0;
        for (ManifestPart part : written(writer, conf)) {
            session.add("/sst", part);
            bytes += part.file().bytes();
        }
        session.commit("made up");
        ProcessCost cost = ProcessCost.sofar().minus(before);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("references", (long) files * ROWS * COLUMNS);
        line.put("seconds", cost.seconds());
        line.put("cpuSeconds", cost.cpuSeconds());
        line.put("peakBytes", peakBytes());
        line.put("manifestBytes", bytes);
        System.out.println(new ObjectMapper().writeValueAsString(line));
        return 0;
    }

    private byte[] document() {
        return ("{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[" + files + "," + ROWS + "," + COLUMNS
                        + "],\"data_type\":\"int16\",\"chunk_grid\":{\"name\":\"regular\",\"configuration\":"
                        + "{\"chunk_shape\":[1,1,1]}},\"chunk_key_encoding\":{\"name\":\"default\","
                        + "\"configuration\":{\"separator\":\"/\"}},\"fill_value\":0,\"codecs\":[{\"name\":\"bytes\","
                        + "\"configuration\":{\"endian\":\"little\"}}],\"attributes\":{}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<ManifestPart> written(ManifestWriter writer, Configuration conf)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(cores);
        try {
            List<Future<ManifestPart>> parts = new ArrayList<>();
            for (int first = 0; first < files; first += filesOfOne) {
                int start = first;
                parts.add(pool.submit(() ->
                        writer.write(references(start, Math.min(files, start + filesOfOne)), conf)));
            }
            List<ManifestPart> done = new ArrayList<>();
            for (Future<ManifestPart> part : parts) {
                done.add(part.get());
            }
            return done;
        } finally {
            pool.shutdownNow();
        }
    }

    private static VirtualRefs references(int start, int end) {
        int count = (end - start) * ROWS * COLUMNS;
        SourceFile[] sources = new SourceFile[end - start];
        int[] indices = new int[3 * count];
        int[] file = new int[count];
        long[] offsets = new long[count];
        long[] lengths = new long[count];
        for (int step = start, at = 0; step < end; step++) {
            sources[step - start] =
                    SourceFile.withEtag("s3://archive/l4/2001/sst-" + step + ".nc", "0123456789abcdef" + step);
            for (int chunk = 0; chunk < ROWS * COLUMNS; chunk++, at++) {
                indices[3 * at] = step;
                indices[3 * at + 1] = chunk / COLUMNS;
                indices[3 * at + 2] = chunk % COLUMNS;
                file[at] = step - start;
                lengths[at] = CHUNK_BYTES + (chunk * 7919L + step) % 9973;
                offsets[at] = 40_000 + chunk * (long) (CHUNK_BYTES + 9973);
            }
        }
        return new VirtualRefs(count, indices, sources, file, offsets, lengths);
    }

    private static long peakBytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("Cannot tell the most memory: no line VmHWM in /proc/self/status."));
    }
}
