package dev.shoal.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.Dimension;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.FileFormat;
import dev.shoal.netcdf.Storage;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZarrFileTest {

    private static final ZarrArray SST = ZarrArray.of(
                    "model/sst", new long[] {5, 6}, new long[] {2, 4}, ElementType.SHORT)
            .withFill(-999)
            .withDimensions("lat", "lon")
            .withAttributes(new Attributes(List.of(Attribute.of("units", "K"))));

    private static final ZarrArray TIME = ZarrArray.of("time", new long[] {}, new long[] {}, ElementType.DOUBLE);

    private static final ZarrArray BARE = ZarrArray.of("bare", new long[] {3}, new long[] {3}, ElementType.INT);

    @TempDir
    Path folder;

    private ZarrFile open(ZarrArray... arrays) throws Exception {
        String root = folder.resolve("s.zarr").toString();
        ZarrStore store = ZarrStore.create(
                root, Samples.CONF, new Attributes(List.of(Attribute.of("title", "t"))), List.of(arrays));
        for (ZarrArray array : arrays) {
            Samples.write(store, array, Samples.values(array.type(), (int)
                    Window.whole(array.shape()).size()));
        }
        store.consolidate();
        Files.delete(Path.of(root, ".zmetadata"));
        return ZarrFile.open(root, Samples.CONF);
    }

    @Test
    void showsAStoreAsAFile() throws Exception {
        try (ZarrFile file = open(SST, TIME, BARE)) {
            assertThat(file.header().format()).isEqualTo(FileFormat.ZARR);
            assertThat(file.header().attributes().text("title")).contains("t");
            assertThat(file.header().dimensions())
                    .containsExactly(
                            new Dimension("model/lat", 5, false),
                            new Dimension("model/lon", 6, false),
                            new Dimension("phony_dim_2", 3, false));
            assertThat(file.header().variables())
                    .extracting(VariableHeader::name)
                    .containsExactly("bare", "model/sst", "time");
            assertThat(file.header().variable("bare").orElseThrow().dimensions())
                    .containsExactly("phony_dim_2");
            assertThat(file.header().variable("model/sst").orElseThrow())
                    .usingRecursiveComparison()
                    .isEqualTo(new VariableHeader(
                            "model/sst",
                            ElementType.SHORT,
                            List.of("model/lat", "model/lon"),
                            new long[] {5, 6},
                            new Attributes(List.of(
                                    Attribute.of("units", "K"),
                                    new Attribute("_FillValue", ElementType.SHORT, List.of((short) -999)))),
                            new Storage(true, new long[] {2, 4}, List.of("blosc"))));
        }
    }

    @Test
    void readsVariables() throws Exception {
        try (ZarrFile file = open(SST, TIME)) {
            VariableHeader sst = file.header().variable("model/sst").orElseThrow();
            assertThat(file.read(sst).values()).isEqualTo(Samples.values(ElementType.SHORT, 30));
            assertThat(file.read(file.header().variable("time").orElseThrow()).values())
                    .isEqualTo(new double[] {5.5});
        }
    }

    @Test
    void showsAnArrayItCannotReadBesideTheOthers() throws Exception {
        open(SST, BARE).close();
        Path header = folder.resolve("s.zarr/bare/.zarray");
        Files.writeString(header, Files.readString(header).replace("\"blosc\"", "\"zfpy\""));

        try (ZarrFile file = ZarrFile.open(folder.resolve("s.zarr").toString(), Samples.CONF)) {
            VariableHeader bare = file.header().variable("bare").orElseThrow();
            assertThat(bare.type()).isEqualTo(ElementType.OTHER);
            assertThat(bare.shape()).containsExactly(3);
            assertThatThrownBy(() -> file.read(bare))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("Cannot read array bare of Zarr store")
                    .hasMessageContaining("compressor {\"id\":\"zfpy\",\"cname\":\"zstd\",");
            assertThat(file.read(file.header().variable("model/sst").orElseThrow())
                            .size())
                    .isEqualTo(30);
        }
    }

    @Test
    void showsAnArrayWhoseAxesAreMisnamedBesideTheOthers() throws Exception {
        open(SST, BARE.withDimensions("x")).close();
        Files.writeString(folder.resolve("s.zarr/bare/.zattrs"), "{\"_ARRAY_DIMENSIONS\": [\"x\", \"y\"]}");

        try (ZarrFile file = ZarrFile.open(folder.resolve("s.zarr").toString(), Samples.CONF)) {
            VariableHeader bare = file.header().variable("bare").orElseThrow();
            assertThatThrownBy(() -> file.read(bare))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("_ARRAY_DIMENSIONS [x, y], expected 1 names");
        }
    }

    @Test
    void refusesOneDimensionOfTwoLengths() {
        assertThatThrownBy(() -> open(
                        BARE.withDimensions("x"),
                        ZarrArray.of("other", new long[] {4}, new long[] {4}, ElementType.INT)
                                .withDimensions("x")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("Cannot read array other of Zarr store")
                .hasMessageContaining("its dimension x has length 4, expected 3 as in another array");
    }
}
