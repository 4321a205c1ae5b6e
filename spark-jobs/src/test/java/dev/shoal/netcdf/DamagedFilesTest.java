package dev.shoal.netcdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ucar.nc2.write.NetcdfFileFormat;

class DamagedFilesTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Path path = Files.createFile(folder.resolve("empty.nc"));

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read " + path + ": found an empty file, expected netCDF-3 (CDF), netCDF-4 or HDF5."
                        + " Fetch the file again, or leave it out.");
    }

    @Test
    void anotherKindOfFileIsNamedWithItsFirstBytes() throws IOException {
        Path path = Files.write(folder.resolve("page.nc"), "<html>no such".getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("page.nc: found a file that begins with bytes 3c 68 74 6d 6c 3e 6e 6f, expected");
    }

    @Test
    void aFolderAndAMissingFileAreNamed() {
        assertThatThrownBy(() -> open(folder))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read " + folder + ": found a folder, expected a file. Name a file.");
        assertThatThrownBy(() -> open(folder.resolve("none.nc")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageEndingWith("none.nc: found no such file, expected a file. Correct the path.");
        assertThatThrownBy(() -> ArrayFiles.open("sea://bucket/a.nc", new Configuration()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("found a scheme without a file system")
                .hasMessageEndingWith("expected file:, hdfs: or s3a:. Correct the path or add the file system's jar.");
    }

    @Test
    void aCutClassicFileTellsBothLengths() throws IOException {
        Path whole = TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, 1);
        byte[] bytes = Files.readAllBytes(whole);
        Path path = Files.write(folder.resolve("cut.nc"), Arrays.copyOf(bytes, bytes.length - 60));

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(UnreadableException.class)
                .hasMessageMatching("Cannot read .*cut.nc: found " + (bytes.length - 60)
                        + " bytes, expected \\d+ by the netCDF-3 classic header. The file was cut; fetch it again.");
    }

    @Test
    void aCutHdf5FileTellsBothLengths() throws IOException {
        byte[] bytes = Files.readAllBytes(TinyFiles.hdf5(folder, 1));
        Path path = Files.write(folder.resolve("cut.h5"), Arrays.copyOf(bytes, bytes.length - 1));

        assertThatThrownBy(() -> open(path))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("Cannot read " + path + ": found " + (bytes.length - 1) + " bytes, expected " + bytes.length
                        + " by the HDF5 header. The file was cut; fetch it again.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyDamageIsReadOrRefusedButNeverEscapesOrHangs(long seed) throws IOException {
        Random random = new Random(seed);
        byte[][] sound = {
            Files.readAllBytes(TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3, seed)),
            Files.readAllBytes(TinyFiles.classic(folder, NetcdfFileFormat.NETCDF3_64BIT_OFFSET, seed)),
            Files.readAllBytes(TinyFiles.hdf5(folder, seed)),
            Cdf5Files.cdf5()
        };
        for (int round = 0; round < 200; round++) {
            byte[] bytes = sound[round % sound.length].clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : 255);
            }
            byte[] damaged = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> readAll(damaged));
        }
    }

    private static void readAll(byte[] bytes) throws IOException {
        try (ArrayFile file = ArrayFiles.open(new CachedBytes(new MemoryBytes("damaged", bytes)))) {
            for (VariableHeader variable : file.header().variables()) {
                if (small(variable)) {
                    file.read(variable);
                }
            }
        } catch (UnreadableException e) {
            assertThat(e).hasMessageStartingWith("Cannot read damaged").hasMessageEndingWith(".");
        }
    }

    private static boolean small(VariableHeader variable) {
        double size = 1;
        for (long length : variable.shape()) {
            size *= length;
        }
        return size < 1e6;
    }

    private static void open(Path path) throws IOException {
        ArrayFiles.open(path.toString(), new Configuration()).close();
    }
}
