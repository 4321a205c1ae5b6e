package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.cf.CfFlagRules;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.Header;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** The files of a Zarr store by their names, for comparing stores to the byte. */
final class StoreFiles {

    private StoreFiles() {}

    /**
     * Returns the bytes of every file, but not of the root's attributes, which name run and dataset; checks the rules
     * of CF for flags on the way.
     */
    static Map<String, String> bytes(String store) {
        assertThat(CfFlagRules.problems(header(store))).isEmpty();
        return of(
                store,
                file -> name(store, file).equals(".zattrs") || name(store, file).equals(".zmetadata")
                        ? ""
                        : HexFormat.of().formatHex(read(file)));
    }

    private static Header header(String store) {
        try (ArrayFile file = ArrayStores.open(root(store).toString(), new Configuration())) {
            return file.header();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Returns when each file was written. */
    static Map<String, FileTime> times(String store) {
        return of(store, StoreFiles::time);
    }

    /** Returns the consolidated document. */
    static String consolidated(String store) {
        return new String(read(root(store).resolve(".zmetadata")), StandardCharsets.UTF_8);
    }

    static Path root(String store) {
        return Path.of(new org.apache.hadoop.fs.Path(store).toUri().getPath());
    }

    private static <T> Map<String, T> of(String store, Function<Path, T> value) {
        Map<String, T> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(root(store))) {
            found.filter(Files::isRegularFile).forEach(file -> files.put(name(store, file), value.apply(file)));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return files;
    }

    private static String name(String store, Path file) {
        return root(store).relativize(file).toString();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
