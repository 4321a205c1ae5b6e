package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store shows before it is consolidated, and what goes on from there. */
final class UnpublishedStoreTest {

    @TempDir
    Path folder;

    private static ZarrArray array(ZarrFormat format, String path) {
        return ZarrArray.of(path, new long[] {4}, new long[] {2}, ElementType.INT)
                .withFormat(format);
    }

    private ZarrStore create(ZarrArray... arrays) throws Exception {
        return ZarrStore.create(root(), Samples.CONF, Attributes.NONE, List.of(arrays));
    }

    private String root() {
        return folder.resolve("s.zarr").toString();
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void doesNotOpenForReaders(ZarrFormat format) throws Exception {
        ZarrStore store = create(array(format, "group/a"));
        store.writeChunk(array(format, "group/a"), new long[] {0}, new int[] {1, 2});

        assertThatThrownBy(() -> ZarrFile.open(root(), Samples.CONF))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("it has none of .zmetadata, zarr.json and .zgroup");
        assertThat(ZarrStore.open(root(), Samples.CONF).array("group/a")).contains(array(format, "group/a"));

        store.consolidate();

        try (ZarrFile file = ZarrFile.open(root(), Samples.CONF)) {
            assertThat((int[]) file.read(file.header().variables().get(0)).values())
                    .containsExactly(1, 2, 0, 0);
        }
        try (java.util.stream.Stream<Path> files = Files.list(Path.of(root()))) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains("unpublished"));
        }
    }

    @Test
    void opensForThoseWhoWalkOnceItIsConsolidated() throws Exception {
        create(array(ZarrFormat.V2, "group/a")).consolidate();
        Files.delete(Path.of(root(), ".zmetadata"));

        try (ZarrFile file = ZarrFile.open(root(), Samples.CONF)) {
            assertThat(file.header().variables()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void refusesAnotherHeaderThatWasNotShownYet(ZarrFormat format) throws Exception {
        create(array(format, "a")).consolidate();
        create(array(format, "a"), array(format, "late"));

        assertThatThrownBy(() -> create(array(format, "late").withShape(6)))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("an array with another header is there (late")
                .hasMessageContaining("not yet shown to readers");

        create(array(format, "late")).consolidate();
        assertThat(ZarrStore.open(root(), Samples.CONF).arrays())
                .containsExactly(array(format, "a"), array(format, "late"));
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void refusesTheOldLengthOfAnArrayThatWasMadeLonger(ZarrFormat format) throws Exception {
        create(array(format, "a")).consolidate();
        ZarrStore.open(root(), Samples.CONF).resize("a", 9);

        assertThatThrownBy(() -> create(array(format, "a"))).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> create(array(format, "a").withShape(9)))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @ParameterizedTest
    @EnumSource(ZarrFormat.class)
    void putsAHeaderThatIsMissingInItsFolder(ZarrFormat format) throws Exception {
        create(array(format, "a")).consolidate();
        Path header = Path.of(root(), "a", format == ZarrFormat.V2 ? ".zarray" : "zarr.json");
        Files.delete(header);

        create(array(format, "a"));

        assertThat(header).exists();
    }
}
