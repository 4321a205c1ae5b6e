package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HDF5 files that are sound to the letter and hard on readers: circles, depths, bombs and absurd shapes. */
class HostileStructuresIT {

    private static final long MOST_BYTES = 1L << 30;

    @TempDir
    static Path folder;

    @BeforeAll
    static void write() throws IOException, InterruptedException {
        Scripts.python("write_hostile_hdf5.py", folder);
    }

    @Test
    void everyOneIsReadOrRefusedInBounds() throws Exception {
        Map<String, String> outcomes = new TreeMap<>();
        List<HostileRun.Task> tasks = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path path : files.filter(file -> file.toString().endsWith(".h5"))
                    .sorted()
                    .toList()) {
                String name = path.getFileName().toString();
                byte[] bytes = Files.readAllBytes(path);
                tasks.add(new HostileRun.Task(name, MOST_BYTES, () -> read(name, bytes, outcomes)));
            }
        }
        HostileRun run = new HostileRun(tasks);

        List<String> faults = run.run(1);

        System.out.println("Hostile structures: " + run + " " + outcomes);
        assertThat(faults).isEmpty();
        assertThat(outcomes).hasSize(tasks.size());
    }

    private static String read(String name, byte[] bytes, Map<String, String> outcomes) throws IOException {
        try {
            Map<String, String> read = HostileReading.read(bytes);
            outcomes.put(name, read.size() < 9 ? read.toString() : read.size() + " variables");
            return "read";
        } catch (UnreadableException e) {
            outcomes.put(name, String.valueOf(e.getMessage()));
            throw e;
        }
    }
}
