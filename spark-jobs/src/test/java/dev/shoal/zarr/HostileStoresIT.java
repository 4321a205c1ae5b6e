package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.HostileReading;
import dev.shoal.netcdf.HostileRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small real Zarr stores of both versions and kerchunk references whose documents and chunks are damaged: each is read,
 * or refused by name, in little time and little memory. More variants than usual are read with
 * {@code -Dshoal.hostile.stores=20000}.
 */
final class HostileStoresIT {

    private static final int VARIANTS = Integer.getInteger("shoal.hostile.stores", 1_200);
    private static final long SEED = Long.getLong("shoal.hostile.seed", 1);
    private static final Path CORPUS = Path.of("../../shared/corpus/zarr");
    private static final long MOST_BYTES = 512L << 20;
    private static final List<String> STORES = List.of(
            "trajectory.zarr",
            "derived_oisst_2003_2004_v3.zarr",
            "derived_ostia_monthly_v3_sharded.zarr",
            "titiler_v3_synthetic.zarr",
            "derived_roms_ocean_his_0001_v3.zarr",
            "roms_ocean_his_0001.zarr");

    private static final List<String> REFERENCES =
            List.of("derived_ostia_monthly.json", "derived_ostia_2days_netcdf3_combined.json");

    /** Words, numbers and brackets of a document. */
    private static final Pattern TOKENS = Pattern.compile("\"[^\"]*\"|-?[0-9.]+|[a-z]+|[\\[\\]{}:,]");

    private static final List<String> OTHERS = List.of(
            "0",
            "-1",
            "1",
            "2147483647",
            "2147483648",
            "-2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "0.5",
            "null",
            "true",
            "\"\"",
            "\"x\"",
            "[]",
            "{}",
            "\"NaN\"",
            "\"<f8\"",
            "\">i2\"",
            "\"|S9999999\"",
            "\"../..\"",
            "[[1]]",
            "\"blosc\"",
            "\"gzip\"",
            "\"bytes\"",
            "[".repeat(20_000));

    @TempDir
    Path folder;

    /** A copy of a store, one object of which is damaged at a time. */
    private record Store(Path root, List<Path> documents, List<Path> chunks) {

        static Store copy(Path from, Path to) throws IOException {
            List<Path> documents = new ArrayList<>();
            List<Path> chunks = new ArrayList<>();
            try (Stream<Path> files = Files.walk(from)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                    String name = copy.getFileName().toString();
                    (name.startsWith(".z") || name.endsWith(".json") ? documents : chunks).add(copy);
                }
            }
            return new Store(to, documents, chunks);
        }

        /** References into files of the corpus are one document, which is damaged as a text and as bytes. */
        static Store references(Path from, Path folder) throws IOException {
            String text =
                    Files.readString(from).replace("../", CORPUS.getParent().toRealPath() + "/");
            Path copy = Files.writeString(folder.resolve("damaged-" + from.getFileName()), text);
            return new Store(copy, List.of(copy), List.of(copy));
        }

        /** Damages an object, reads the store and mends the object. */
        synchronized String read(long seed) throws IOException {
            Random random = new Random(seed);
            boolean document = random.nextInt(3) > 0;
            List<Path> paths = document ? documents : chunks;
            Path path = paths.get(random.nextInt(paths.size()));
            byte[] sound = Files.readAllBytes(path);
            byte[] other = Files.readAllBytes(chunks.get(random.nextInt(chunks.size())));
            Files.write(path, document ? reworded(sound, random) : damaged(sound, other, random));
            try (ArrayFile file = ArrayStores.open(root.toString(), Samples.CONF)) {
                return new TreeMap<>(HostileReading.read(file)).containsValue("refused")
                        ? "values of some variables"
                        : "values";
            } finally {
                Files.write(path, sound);
            }
        }
    }

    @Test
    void everyVariantIsReadOrRefused() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS) || OutsideProgram.isCi(), "the corpus is not there");
        List<HostileRun.Task> tasks = new ArrayList<>();
        for (String name : STORES) {
            Store store = Store.copy(CORPUS.resolve(name), folder.resolve("damaged-" + name));
            int most = VARIANTS * 3 / (STORES.size() * (STORES.indexOf(name) < 3 ? 2 : 8));
            for (long seed = SEED * 1_000_000; seed < SEED * 1_000_000 + most; seed++) {
                long number = seed;
                tasks.add(new HostileRun.Task(name + " " + seed, MOST_BYTES, () -> store.read(number)));
            }
        }
        for (String name : REFERENCES) {
            Store store = Store.references(CORPUS.resolveSibling("kerchunk").resolve(name), folder);
            for (long seed = SEED * 1_000_000; seed < SEED * 1_000_000 + VARIANTS / 8; seed++) {
                long number = seed;
                tasks.add(new HostileRun.Task(name + " " + seed, MOST_BYTES, () -> store.read(number)));
            }
        }
        Collections.shuffle(tasks, new Random(SEED));
        HostileRun run = new HostileRun(tasks);

        List<String> faults = run.run(2);

        System.out.println("Hostile stores: " + tasks.size() + " variants, " + run);
        assertThat(faults).as("%s", run).isEmpty();
    }

    /** Puts other words in place of one or a few, or damages the bytes. */
    private static byte[] reworded(byte[] sound, Random random) {
        if (random.nextInt(4) == 0) {
            return damaged(sound, sound, random);
        }
        String text = new String(sound, StandardCharsets.UTF_8);
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            List<MatchResult> tokens = TOKENS.matcher(text).results().toList();
            MatchResult one = tokens.get(random.nextInt(tokens.size()));
            String word = random.nextInt(4) == 0
                    ? tokens.get(random.nextInt(tokens.size())).group()
                    : OTHERS.get(random.nextInt(OTHERS.size()));
            text = text.substring(0, one.start()) + word + text.substring(one.end());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] damaged(byte[] sound, byte[] other, Random random) {
        byte[] bytes = sound.clone();
        int at = bytes.length == 0
                ? 0
                : random.nextInt(Math.min(bytes.length, random.nextBoolean() ? 64 : bytes.length));
        switch (random.nextInt(6)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
            }
            case 2 -> {
                return other;
            }
            case 3 ->
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(16)), (byte) -random.nextInt(2));
            default -> {
                for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
                    bytes[Math.min(bytes.length - 1, at + random.nextInt(8))] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return bytes;
    }
}
