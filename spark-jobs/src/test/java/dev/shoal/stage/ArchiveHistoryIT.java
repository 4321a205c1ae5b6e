package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws 2 and 3 as one: whatever happens to an archive, and wherever runs are stopped, the next run that comes to its
 * end leaves what a first run over the same files makes, in the product and in the catalogue.
 */
class ArchiveHistoryIT {

    private static final String GRIDS = """
            qc: {sst: {gross_range: {fail_span: [0, 40], suspect_span: [5, 30]}}}
            output: {codec: zlib:1, chunks: {time: 2, lat: 7, lon: 9}}
            """;
    private static final String MOORINGS = """
            qc:
              sea_water_temperature:
                gross_range: {fail_span: [0, 22], suspect_span: [12, 20]}
                spike: {suspect_threshold: 2, fail_threshold: 4}
                flat_line: {tolerance: 0.01, suspect_threshold: 600, fail_threshold: 1800}
            """;
    private static final int SLOTS = 6;
    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    private int files;

    /** Writes the file of one stretch of time with values that a seed decides. */
    private interface Writer {
        void write(Path file, long seed, int slot) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void gridsAreAsIfMadeAtOnce(long seed) throws IOException {
        history("history-grids" + seed, new Random(seed), GRIDS, ArchiveHistoryIT::days);
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void observationsAreAsIfMadeAtOnce(long seed) throws IOException {
        history("history-moorings" + seed, new Random(seed), MOORINGS, ArchiveHistoryIT::mooring);
    }

    private static void days(Path file, long seed, int slot) throws IOException {
        if (seed % 3 == 0) {
            SmallFiles.sst(file, seed, 2 * slot, 2 * slot + 2, "degree_Celsius");
        } else {
            SmallFiles.grids(file, seed, 2 * slot, 2 * slot + 2, "degree_Celsius");
        }
    }

    private static void mooring(Path file, long seed, int slot) throws IOException {
        SmallFiles.mooring(file, "M" + slot % 2, SmallFiles.series(seed, 20 * SLOTS), 20 * slot, 20 * slot + 20);
    }

    private void history(String name, Random random, String spec, Writer writer) throws IOException {
        ArchiveRuns runs = new ArchiveRuns(name, folder.resolve("archive"));
        Files.createDirectories(runs.archive());
        write(runs.archive().resolve("slot0.nc"), random, 0, writer);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> story = new ArrayList<>();
            if (random.nextBoolean()) {
                story.addAll(happen(runs.archive(), random, writer));
                String now = random.nextInt(3) == 0 ? spec.replace("[0, ", "[1, ") : spec;
                story.add(runs.stopped("Registering", now) ? "stopped" : "went on");
            }
            story.addAll(happen(runs.archive(), random, writer));
            runs.run(spec);
            Published.of(name).isLike(fresh(runs, spec), "round " + round + ": " + story);
            assertThat(runs.run(spec).action()).as("%s", story).isEqualTo(RunOutcome.Action.NOTHING);
        }
    }

    private Published fresh(ArchiveRuns runs, String spec) {
        ArchiveRuns fresh = new ArchiveRuns(runs.name() + "-fresh" + files++, runs.archive());
        fresh.run(spec);
        return Published.of(fresh.name());
    }

    private List<String> happen(Path archive, Random random, Writer writer) throws IOException {
        List<String> story = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int slot = random.nextInt(SLOTS);
            Path file = archive.resolve("slot" + slot + ".nc");
            Path elsewhere = archive.resolve("again" + slot + ".nc");
            int what = random.nextInt(5);
            if (!Files.exists(file) && !Files.exists(elsewhere)) {
                write(file, random, slot, writer);
                story.add("added " + slot);
            } else if (what == 0 && count(archive) > 1) {
                Files.deleteIfExists(file);
                Files.deleteIfExists(elsewhere);
                story.add("removed " + slot);
            } else if (what == 1 && Files.exists(file) && count(archive) > 1) {
                Files.write(file, new byte[] {'C', 'D', 'F', 1, 0});
                story.add("damaged " + slot);
            } else if (what == 2 && Files.exists(file)) {
                Files.move(file, elsewhere);
                story.add("renamed " + slot);
            } else {
                write(Files.exists(file) ? file : elsewhere, random, slot, writer);
                story.add("changed " + slot);
            }
        }
        return story;
    }

    private void write(Path file, Random random, int slot, Writer writer) throws IOException {
        writer.write(file, 1 + random.nextInt(1000), slot);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_600_000_000_000L + 1000L * files++));
    }

    private static long count(Path archive) throws IOException {
        try (Stream<Path> found = Files.list(archive)) {
            return found.filter(file -> file.toFile().length() > 100).count();
        }
    }
}
