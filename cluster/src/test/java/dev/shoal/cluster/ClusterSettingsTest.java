package dev.shoal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSettingsTest {
    @TempDir
    Path folder;

    @Test
    void theDefaultFitsAMachineOfFourCores() {
        assertThat(ClusterSettings.DEFAULT)
                .isEqualTo(new ClusterSettings(2, 2, "2g", "1g", "512m", 0, 0, 0, new AccessKeys("", "")));
    }

    @Test
    void everySettingCanBeChangedByItsName() {
        Map<String, String> changes = Map.of(
                "workers", "1",
                "cores", "3",
                "memory", "4g",
                "executor-memory", "2g",
                "daemon-memory", "256m",
                "master-port", "7077",
                "web-port", "8080",
                "s3-port", "9000");
        assertThat(ClusterSettings.DEFAULT.with(changes))
                .isEqualTo(new ClusterSettings(1, 3, "4g", "2g", "256m", 7077, 8080, 9000, new AccessKeys("", "")));
    }

    @Test
    void aStartGetsOtherPortsAndOtherKeysEveryTime() throws Exception {
        ClusterSettings first =
                ClusterSettings.DEFAULT.with(Map.of("web-port", "8080")).resolved();
        assertThat(first.webPort()).isEqualTo(8080);
        assertThat(first.masterPort()).isNotZero().isNotEqualTo(first.objectStorePort());
        assertThat(first.keys().access()).hasSize(20);
        assertThat(first.keys().secret()).hasSize(40);
        assertThat(ClusterSettings.DEFAULT.resolved().keys()).isNotEqualTo(first.keys());
        assertThat(first.toString()).doesNotContain(first.keys().secret());
    }

    @Test
    void whatIsWrittenIsReadBackAndForTheOwnerOnly() throws Exception {
        Path file = folder.resolve("cluster.properties");
        assertThat(ClusterSettings.read(file)).isEmpty();
        ClusterSettings settings = ClusterSettings.DEFAULT.resolved();
        settings.write(file);
        assertThat(ClusterSettings.read(file)).contains(settings);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileWithoutASettingIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("cluster.properties"), "workers=2\n");
        assertThatThrownBy(() -> ClusterSettings.read(file))
                .hasMessage("Cannot read the cluster's settings: cores is not there.");
    }
}
