package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Packing in every combination of its attributes, and as real files have it, against netCDF4-python and xarray. Where
 * they differ from us, or from each other, {@link PackingDifference} says why and whose reading we take; there is no
 * other difference.
 */
class PackingPeersIT {

    private static final Configuration CONF = new Configuration();
    private static final int VARIABLES = 3000;
    private static final int FILES_AT_ONCE = 100;
    private static final int MOST_CELLS = 100_000;

    private final Map<String, Integer> table = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();
    private int variables;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void differsFromThePeersOnlyWhereItIsSaidWhy(int seed) throws IOException, InterruptedException {
        Path path = folder.resolve("packings.nc");
        Judge.pack(path, seed, VARIABLES);
        compare(List.of(path));
        assertThat(variables).isEqualTo(VARIABLES);
        assertThat(unexplained).isEmpty();
    }

    @Test
    void differsSoInRealFilesToo() throws IOException, InterruptedException {
        List<Path> files = Judge.corpusFiles(
                List.of("gridded", "curvilinear", "dsg", "profile", "timeseries", "trajectory", "swath", "formats"));
        for (int start = 0; start < files.size(); start += FILES_AT_ONCE) {
            compare(files.subList(start, Math.min(files.size(), start + FILES_AT_ONCE)));
        }
        assertThat(variables).isGreaterThan(2000);
        assertThat(unexplained).isEmpty();
    }

    @AfterEach
    void printTable() {
        System.out.println(variables + " variables");
        table.forEach((what, count) -> System.out.printf("%9d values: %s%n", count, what));
    }

    private void compare(List<Path> files) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<PackingComparison> comparisons = new ArrayList<>();
        for (Path path : files) {
            try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
                for (VariableHeader variable : file.header().variables()) {
                    if (variable.type().isNumeric() && variable.size() <= MOST_CELLS) {
                        comparisons.add(new PackingComparison(variable, file.read(variable)));
                        lines.add(path + "|" + variable.name());
                    }
                }
            } catch (UnreadableException refused) {
                assertThat(refused).hasMessageContaining(path.getFileName().toString());
            }
        }
        List<Optional<double[]>> peers = Judge.unpack(lines);
        assertThat(peers).hasSize(2 * lines.size());
        for (int v = 0; v < comparisons.size(); v++) {
            comparisons.get(v).check(PackingDifference.Peer.NETCDF4, peers.get(2 * v), table, unexplained);
            comparisons.get(v).check(PackingDifference.Peer.XARRAY, peers.get(2 * v + 1), table, unexplained);
        }
        variables += lines.size();
    }
}
