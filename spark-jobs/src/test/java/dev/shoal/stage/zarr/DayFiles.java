package dev.shoal.stage.zarr;

import dev.shoal.zarr.OutsideProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Daily netCDF-4 files that Debian's Python makes, and what it says of stores made of them. */
final class DayFiles {

    /** Where the scripts of these tests lie. */
    static final Path SCRIPTS = Path.of("src/test/resources/dev/shoal/stage/zarr");

    private DayFiles() {}

    /** Makes files; further words are the units of time and the scale of sst. */
    static List<String> make(Path folder, int first, int days, int files, String... words) throws Exception {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(
                List.of(folder.toString(), String.valueOf(first), String.valueOf(days), String.valueOf(files)));
        arguments.addAll(Arrays.asList(words));
        OutsideProgram.python(SCRIPTS.resolve("make_days.py"), arguments.toArray(String[]::new));
        List<String> paths = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            paths.add(folder.resolve(String.format("day-%04d.nc", first + file * days))
                    .toString());
        }
        return paths;
    }

    /** Has xarray compare a store with the files. */
    static void check(Path store, List<String> files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(store.toString()));
        arguments.addAll(files);
        OutsideProgram.python(SCRIPTS.resolve("check_days.py"), arguments.toArray(String[]::new));
    }

    /** Returns what a store holds, by key, without what is written of its history. */
    static Map<String, String> contents(Path store) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(store)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                String key = store.relativize(file).toString();
                if (!key.startsWith(StoreJournal.FOLDER)) {
                    contents.put(key, text(file));
                }
            });
        }
        return contents;
    }

    /** Returns the bytes of a file, for comparison. */
    static String text(Path file) {
        try {
            return Arrays.toString(Files.readAllBytes(file));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Returns a request with these chunks of time. */
    static StoreRequest request(List<String> files, String store, long timeChunk) {
        Map<String, Long> chunks = new LinkedHashMap<>();
        chunks.put("time", timeChunk);
        StoreRequest plain = StoreRequest.of(files, store);
        return new StoreRequest(
                files,
                store,
                "",
                List.of(),
                List.of(),
                List.of(),
                chunks,
                "",
                plain.coordinates(),
                plain.renames(),
                plain.attributes(),
                StoreRequest.Verification.READ_BACK,
                plain.form());
    }
}
