package dev.shoal.job.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.FileFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ucar.nc2.NetcdfFile;
import ucar.nc2.NetcdfFiles;
import ucar.nc2.Variable;

class DemoArchiveTest {

    @TempDir
    Path folder;

    @Test
    void givesTheSameBytesForTheSameSeed() throws IOException {
        Archive one = DemoArchive.write(folder.resolve("one"), 7, Scale.TINY);
        Archive two = DemoArchive.write(folder.resolve("two"), 7, Scale.TINY);
        assertThat(two.files()).isEqualTo(one.files());
        assertThat(two.faults()).isEqualTo(one.faults());
        for (String file : one.files()) {
            assertThat(two.folder().resolve(file))
                    .hasSameBinaryContentAs(one.folder().resolve(file));
        }
    }

    @Test
    void givesOtherDataForAnotherSeed() throws IOException {
        Archive one = DemoArchive.write(folder.resolve("one"), 7, Scale.TINY);
        Archive two = DemoArchive.write(folder.resolve("two"), 8, Scale.TINY);
        String day = "sst/2023/02/sst_20230202.nc";
        assertThat(Files.mismatch(one.folder().resolve(day), two.folder().resolve(day)))
                .isNotEqualTo(-1);
    }

    @Test
    void leavesFilesAloneThatAreThereAlready() throws IOException {
        Archive archive = DemoArchive.write(folder, 7, Scale.TINY);
        FileTime longAgo = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        for (String file : archive.files()) {
            Files.setLastModifiedTime(folder.resolve(file), longAgo);
        }
        assertThat(DemoArchive.write(folder, 7, Scale.TINY)).isEqualTo(archive);
        for (String file : archive.files()) {
            assertThat(Files.getLastModifiedTime(folder.resolve(file))).isEqualTo(longAgo);
        }
    }

    @Test
    void writesEvenMonthsAsNetcdf3AndOddOnesAsNetcdf4() throws IOException {
        DemoArchive.write(folder, 7, Scale.TINY);
        assertThat(format("sst/2023/01/sst_20230131.nc")).isEqualTo(FileFormat.HDF5);
        assertThat(format("sst/2023/02/sst_20230201.nc")).isEqualTo(FileFormat.NETCDF3_CLASSIC);
        assertThat(format("model/gyre_his_0001.nc")).isEqualTo(FileFormat.NETCDF3_64BIT_OFFSET);
        assertThat(format("model/gyre_his_0002.nc")).isEqualTo(FileFormat.HDF5);
        assertThat(format("moorings/44103/44103_d1.nc")).isEqualTo(FileFormat.NETCDF3_CLASSIC);
        assertThat(format("moorings/44103/44103_d2.nc")).isEqualTo(FileFormat.HDF5);
    }

    @Test
    void saysWhatItIsInTheWordsOfCf() throws IOException {
        DemoArchive.write(folder, 7, Scale.TINY);
        try (NetcdfFile file =
                NetcdfFiles.open(folder.resolve("gliders/4803902.nc").toString())) {
            assertThat(file.getRootGroup().findAttributeString("Conventions", ""))
                    .isEqualTo("CF-1.8, ACDD-1.3");
            assertThat(file.getRootGroup().findAttributeString("featureType", ""))
                    .isEqualTo("trajectoryProfile");
        }
        try (NetcdfFile file =
                NetcdfFiles.open(folder.resolve("sst/2023/02/sst_20230201.nc").toString())) {
            Variable sst = Objects.requireNonNull(file.findVariable("analysed_sst"));
            assertThat(sst.findAttributeString("units", "")).isEqualTo("kelvin");
            assertThat(sst.findAttributeString("standard_name", "")).isEqualTo("sea_surface_temperature");
            assertThat(sst.getDimensionsString()).isEqualTo("time lat lon");
        }
    }

    @Test
    void countsWhatIsWrongInIt() throws IOException {
        Archive archive = DemoArchive.write(folder, 7, Scale.TINY);
        for (Fault.Kind kind : Fault.Kind.values()) {
            assertThat(archive.values(kind)).as(kind.name()).isPositive();
        }
        assertThat(archive.faults())
                .filteredOn(fault -> fault.kind() == Fault.Kind.TRUNCATED)
                .extracting(Fault::file)
                .containsExactly("moorings/44101/44101_d3.nc", "sst/2023/02/sst_20230204.nc");
        assertThat(archive.files()).hasSize(6 + 1 + 20 + 1 + 2 + 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 1234567})
    void keepsInstrumentsInTheWater(long seed) {
        Ocean ocean = new Ocean(seed, 0, 365);
        assertThat(Mooring.all(ocean.geography()))
                .hasSize(10)
                .allMatch(mooring -> !ocean.geography().land(mooring.lat(), mooring.lon()));
        for (int glider = 0; glider < 2; glider++) {
            GliderTrack track = GliderTrack.flown(glider, Scale.TINY);
            for (int i = 0; i < track.times().length; i++) {
                assertThat(ocean.geography().floorMetres(track.lat()[i], track.lon()[i]))
                        .isGreaterThan(track.depth()[i]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42})
    void hasPlausibleWaterEverywhere(long seed) {
        Ocean ocean = new Ocean(seed, 0, 365);
        for (double day : new double[] {0.5, 100.5, 230.5, 364.5}) {
            Surface surface = ocean.surface(day);
            for (double lat = Geography.SOUTH; lat <= Geography.NORTH; lat += 0.5) {
                for (double lon = Geography.WEST; lon <= Geography.EAST; lon += 0.5) {
                    double temperature = surface.water(lat, lon);
                    assertThat(temperature).isBetween(-1.75, 36.0);
                    assertThat(Ocean.salinity(temperature, 0)).isBetween(32.0, 37.5);
                    assertThat(Ocean.temperature(temperature, 900, day)).isBetween(-1.0, 20.0);
                }
            }
        }
    }

    @Test
    void refusesAnArchiveOfNothing() {
        assertThatThrownBy(() -> new Scale(Scale.TINY.start(), 0, 1, 10, 10, 1, 1, 1800, 4, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale of 0 days");
        assertThatThrownBy(() -> new Scale(Scale.TINY.start(), 9, 0, 10, 10, 1, 1, 1800, 4, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grid step 0.0 degrees");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> DemoArchive.write(inTheWay, 7, Scale.TINY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Cannot write the archive to " + inTheWay);
    }

    @Test
    void spoilsOnlyWhatItCounts() {
        Faults faults = new Faults(new Random(3));
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 0.001f;
        }
        float[] before = values.clone();
        int counted = faults.spikes(values, 2, 5);
        int changed = 0;
        for (int i = 0; i < values.length; i++) {
            changed += values[i] == before[i] ? 0 : 1;
        }
        assertThat(changed).isEqualTo(counted).isPositive();
    }

    private FileFormat format(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        return FileFormat.of(Arrays.copyOf(bytes, FileFormat.MAGIC_BYTES)).orElseThrow();
    }
}
