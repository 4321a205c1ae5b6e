package dev.shoal.job.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.FeatureType;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationReader;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.ElementType;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the archive back through the project's own readers. */
class DemoArchiveReadTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    static Path folder;

    private static List<Fault> faults = List.of();

    @BeforeAll
    static void write() throws IOException {
        faults = DemoArchive.write(folder, 7, Scale.TINY).faults();
    }

    @Test
    void readsEveryVariableAsItWasDrafted() throws IOException {
        for (Member member : DemoArchive.members(7, Scale.TINY)) {
            if (member.kept() < 1) {
                continue;
            }
            FileDraft draft = member.draft().get();
            try (ArrayFile file = open(member.path())) {
                for (VariableHeader drafted : draft.header().variables()) {
                    String where = member.path() + " " + drafted.name();
                    VariableHeader read = file.header().variable(drafted.name()).orElseThrow();
                    assertThat(read.dimensions()).as(where).isEqualTo(drafted.dimensions());
                    assertThat(read.shape()).as(where).isEqualTo(drafted.shape());
                    assertThat(read.attributes().text("units"))
                            .as(where)
                            .isEqualTo(drafted.attributes().text("units"));
                    if (drafted.type() != ElementType.CHAR) {
                        assertThat(Objects.deepEquals(file.read(read).values(), draft.values(drafted.name())))
                                .as(where)
                                .isTrue();
                    }
                }
            }
        }
    }

    @Test
    void seesGridsSeriesAndTrajectories() throws IOException {
        assertThat(featureType("sst/2023/01/sst_20230129.nc")).isEqualTo(FeatureType.GRID);
        assertThat(featureType("sst/2023/02/sst_20230201.nc")).isEqualTo(FeatureType.GRID);
        assertThat(featureType("model/gyre_his_0001.nc")).isEqualTo(FeatureType.GRID);
        assertThat(featureType("model/gyre_his_0002.nc")).isEqualTo(FeatureType.GRID);
        assertThat(featureType("moorings/44104/44104_d1.nc")).isEqualTo(FeatureType.TIME_SERIES);
        assertThat(featureType("moorings/44104/44104_d2.nc")).isEqualTo(FeatureType.TIME_SERIES);
        assertThat(featureType("gliders/4803901.nc")).isEqualTo(FeatureType.TRAJECTORY);
        assertThat(featureType("gliders/4803902.nc")).isEqualTo(FeatureType.TRAJECTORY_PROFILE);
    }

    @Test
    void namesPlatformsAlikeInBothFormats() throws IOException {
        assertThat(platforms("moorings/44104/44104_d1.nc")).containsExactly("44104");
        assertThat(platforms("moorings/44104/44104_d2.nc")).containsExactly("44104");
        assertThat(platforms("gliders/4803901.nc")).containsExactly("4803901");
        assertThat(platforms("gliders/4803902.nc")).containsExactly("4803902");
    }

    @Test
    void refusesTheFilesCutShort() {
        List<String> cut = faults.stream()
                .filter(fault -> fault.kind() == Fault.Kind.TRUNCATED)
                .map(Fault::file)
                .toList();
        assertThat(cut).hasSize(2);
        for (String path : cut) {
            assertThatThrownBy(() -> readAll(path))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private static void readAll(String path) throws IOException {
        try (ArrayFile file = open(path)) {
            for (VariableHeader variable : file.header().variables()) {
                file.read(variable);
            }
        }
    }

    private static FeatureType featureType(String path) throws IOException {
        try (ArrayFile file = open(path)) {
            return CfDataset.of(file).featureType();
        }
    }

    private static Set<String> platforms(String path) throws IOException {
        Set<String> names = new TreeSet<>();
        try (ArrayFile file = open(path);
                ObservationReader reader = ObservationReader.open(file, CfDataset.of(file))) {
            while (reader.next()) {
                ObservationBatch batch = reader.batch();
                names.addAll(Arrays.asList(batch.platform()).subList(0, batch.size()));
            }
        }
        return names;
    }

    private static ArrayFile open(String path) throws IOException {
        return ArrayFiles.open(folder.resolve(path).toString(), CONF);
    }
}
