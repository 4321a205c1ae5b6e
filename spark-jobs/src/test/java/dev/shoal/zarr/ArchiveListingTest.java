package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveListingTest {

    private final Configuration conf = new Configuration();

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void writeFiles() throws IOException {
        for (String name :
                List.of("b/two.nc", "a/one.nc4", "a/readme.txt", "_work/three.nc", "a/.four.nc.part", "odd.bin")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "12345");
        }
    }

    private List<String> names(String... paths) throws IOException {
        return ArchiveListing.of(List.of(paths), conf).stream()
                .map(entry -> entry.path()
                        .substring(entry.path().indexOf(folder.toString())
                                + folder.toString().length()))
                .toList();
    }

    @Test
    void walksAFolderForFilesThatEndAsNetcdfDoes() throws IOException {
        assertThat(names(folder.toString())).containsExactly("/a/one.nc4", "/b/two.nc");
    }

    @Test
    void takesANamedFileWhateverItIsCalled() throws IOException {
        assertThat(names(folder + "/odd.bin")).containsExactly("/odd.bin");
    }

    @Test
    void takesAFileOnceThoughTwoPathsNameIt() throws IOException {
        assertThat(names(folder + "/*/*.nc", folder + "/b")).containsExactly("/_work/three.nc", "/b/two.nc");
    }

    @Test
    void takesAStoreAsOneEntry() throws IOException {
        Files.createDirectories(folder.resolve("a/cube.zarr/sst"));
        Files.writeString(folder.resolve("a/cube.zarr/.zgroup"), "{}");
        Files.writeString(folder.resolve("a/cube.zarr/.zmetadata"), "{\"metadata\": {}}");
        Files.writeString(folder.resolve("a/cube.zarr/sst/odd.nc"), "");
        ArchiveEntry entry = ArchiveListing.of(List.of(folder + "/a"), conf).get(0);
        assertThat(entry.path()).endsWith("/a/cube.zarr");
        assertThat(entry.kind()).isEqualTo(ArchiveEntry.Kind.STORE);
        assertThat(entry.size()).isEqualTo(16);
    }

    @Test
    void takesAStoreOfVersionThreeAsOneEntry() throws IOException {
        Files.createDirectories(folder.resolve("a/v3/sst"));
        Files.writeString(folder.resolve("a/v3/zarr.json"), "{}");
        Files.writeString(folder.resolve("a/v3/sst/zarr.json"), "{}");
        assertThat(names(folder + "/a")).containsExactly("/a/one.nc4", "/a/v3");
    }

    @Test
    void takesReferencesThatAreNamedOrLieAlone() throws IOException {
        Files.writeString(folder.resolve("a/refs.json"), "{\"version\": 1, \"refs\": {}}");
        Files.createDirectories(folder.resolve("alone/below"));
        Files.writeString(folder.resolve("alone/below/refs.JSON"), " {\".zgroup\": {}}");
        Files.writeString(folder.resolve("alone/map.json"), "{\"type\": \"Feature\"}");

        assertThat(names(folder + "/a")).containsExactly("/a/one.nc4");
        assertThat(names(folder + "/a/*.json")).containsExactly("/a/refs.json");
        assertThat(names(folder + "/alone")).containsExactly("/alone/below/refs.JSON");
        assertThat(ArchiveListing.of(List.of(folder + "/alone"), conf).get(0).kind())
                .isEqualTo(ArchiveEntry.Kind.REFERENCES);
    }

    @Test
    void tellsSizeAndTimeOfChange() throws IOException {
        ArchiveEntry entry =
                ArchiveListing.of(List.of(folder + "/b/two.nc"), conf).get(0);
        assertThat(entry.size()).isEqualTo(5);
        assertThat(entry.modifiedMillis())
                .isEqualTo(Files.getLastModifiedTime(folder.resolve("b/two.nc")).toMillis());
    }

    @Test
    void saysThatNothingIsThere() {
        assertThatThrownBy(() -> ArchiveListing.of(List.of(folder + "/none"), conf))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none': found nothing there")
                .hasMessageContaining("Check the path");
    }

    @Test
    void saysThatAGlobMatchesNothing() {
        assertThatThrownBy(() -> ArchiveListing.of(List.of(folder + "/b/*.grib"), conf))
                .hasMessageContaining("*.grib': found nothing there");
    }

    @Test
    void saysThatAFolderHoldsNoFileOfTheKind() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() -> ArchiveListing.of(List.of(folder + "/empty"), conf))
                .hasMessageContaining(
                        "found no file there, expected Zarr stores, kerchunk references, or files ending in .nc");
    }
}
