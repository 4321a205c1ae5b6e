package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The real files beside the repository. Their absence is a skip for a person and a failure where CI=true. */
public final class Corpus {

    private static final Path ROOT = Path.of("../../shared/corpus");

    private Corpus() {}

    /** Returns a file or folder of the corpus. */
    public static Path path(String name) {
        return present(ROOT.resolve(name));
    }

    /** Returns all files below some folders of the corpus, in order of name. */
    public static List<Path> files(String... folders) {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> found = Files.walk(path(folder))) {
                found.filter(Files::isRegularFile).forEach(files::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Collections.sort(files);
        return files;
    }

    /** Returns a path that has to be there. */
    static Path present(Path path) {
        if (!Files.exists(path)) {
            String message = "Cannot check real files: found no " + path + ".";
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        return path;
    }
}
