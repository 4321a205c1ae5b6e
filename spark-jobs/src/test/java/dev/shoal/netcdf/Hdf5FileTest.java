package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.plan.Window;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.filter.Filter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5FileTest {

    @TempDir
    Path folder;

    @Test
    void showsDatasetsOfAllGroupsWithTheirStorage() throws IOException {
        Path path = TinyFiles.hdf5(folder, 1);
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            Header header = file.header();
            VariableHeader chunked = header.variable("chunked").orElseThrow();
            VariableHeader line = header.variable("deep/line").orElseThrow();

            assertThat(header.variables())
                    .extracting(VariableHeader::name)
                    .containsExactlyInAnyOrder("chunked", "plain", "texts", "deep/line");
            assertThat(chunked.type()).isEqualTo(ElementType.INT);
            assertThat(chunked.shape()).containsExactly(5, 7, 11);
            assertThat(chunked.storage().chunked()).isTrue();
            assertThat(chunked.storage().chunk()).containsExactly(2, 3, 4);
            assertThat(chunked.storage().filters()).containsExactly("shuffle", "deflate");
            assertThat(chunked.attributes().text("units")).contains("m");
            assertThat(chunked.attributes().find("valid_range").orElseThrow().values())
                    .isEqualTo(List.of(0, 999));
            assertThat(line.dimensions()).allMatch(name -> name.startsWith("deep/phony_dim_"));
            assertThat(header.variable("plain").orElseThrow().storage().chunked())
                    .isFalse();
            assertThat(file.read(header.variable("texts").orElseThrow()).values())
                    .isEqualTo(new String[] {"sea", "", "Größe"});
        }
    }

    @Test
    void listsAVariableBehindAnUnknownFilterAndRefusesToReadIt() throws IOException {
        Path path = folder.resolve("zfp.h5");
        try (WritableHdfFile file = HdfFile.write(path)) {
            file.putDataset(
                    "ice",
                    new int[8],
                    DatasetCreationOptions.builder()
                            .chunkDimensions(4)
                            .filter(new Zfp())
                            .build());
        }
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            VariableHeader ice = file.header().variable("ice").orElseThrow();

            assertThatThrownBy(() -> file.read(ice))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage(
                            "Cannot read " + path + ", variable ice: found the filter zfp (number"
                                    + " 32013), expected deflate, shuffle, fletcher32, szip, nbit, scaleoffset, bzip2, lzf,"
                                    + " blosc, lz4, bitshuffle or zstd. Rewrite the file with h5repack -f GZIP=4 where the filter's plugin is installed.");
        }
    }

    @Test
    void refusesWindowsOutsideTheVariable() throws IOException {
        Path path = TinyFiles.hdf5(folder, 2);
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            VariableHeader plain = file.header().variable("plain").orElseThrow();

            assertThatThrownBy(() -> file.read(plain, Window.whole(6, 10)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Cannot read " + path + ", variable plain: the window is [0:6, 0:10], expected one"
                            + " inside [0:6, 0:9].");
        }
    }

    /** Writes zfp's number over bytes that it leaves alone. */
    private static final class Zfp implements Filter {
        @Override
        public int getId() {
            return 32013;
        }

        @Override
        public String getName() {
            return "zfp";
        }

        @Override
        public byte[] decode(byte[] encoded, int[] data) {
            return encoded;
        }

        @Override
        public byte[] encode(byte[] plain, int[] data) {
            return plain;
        }
    }
}
