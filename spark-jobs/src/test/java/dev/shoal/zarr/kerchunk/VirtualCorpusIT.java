package dev.shoal.zarr.kerchunk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.Conflict;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualScan;
import dev.shoal.zarr.virtual.VirtualStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Every real file as a virtual store: each variable either reads as in its file, or is refused with a reason. */
final class VirtualCorpusIT {

    /** Values of one variable that are compared, from its first and its last rows. */
    private static final long MOST_VALUES = 1 << 18;

    @TempDir
    Path folder;

    @Test
    void readsOrRefusesEveryVariableOfEveryFile(TestReporter report) throws Exception {
        List<String> wrong = new ArrayList<>();
        List<Conflict> refused = new ArrayList<>();
        int same = 0;
        Map<String, int[]> families = new TreeMap<>();
        for (Path file : Corpus.files(
                "gridded", "curvilinear", "dsg", "formats", "profile", "swath", "timeseries", "trajectory")) {
            VirtualFile found;
            try {
                found = VirtualScan.scan(file.toAbsolutePath().toString(), VirtualReading.CONF, ScanRequest.ofOne());
            } catch (UnreadableException notAFileOfArrays) { // The corpus holds others too.
                continue;
            }
            refused.addAll(found.refused());
            VirtualStore store =
                    new VirtualStore(List.of(found.source()), found.attributes(), found.arrays(), List.of());
            String references = folder.resolve("refs.json").toString();
            JsonReferences.write(store, references, VirtualReading.CONF);
            int equal = compare(file, references, found, wrong);
            same += equal;
            String family = file.getName(file.getNameCount() - 3).toString();
            int[] counts = families.computeIfAbsent(family, added -> new int[3]);
            counts[0]++;
            counts[1] += equal;
            counts[2] += found.refused().size();
        }
        families.forEach((family, counts) -> report.publishEntry(
                family, counts[0] + " files, " + counts[1] + " variables equal, " + counts[2] + " refused"));
        refused.forEach(conflict -> report.publishEntry("refused", conflict.message()));
        assertThat(wrong).isEmpty();
        assertThat(same).isGreaterThan(3000);
        assertThat(refused).extracting(Conflict::variable).containsExactlyInAnyOrder("x", "plankton.taxa_name_bio");
    }

    private static int compare(Path path, String references, VirtualFile found, List<String> wrong) throws IOException {
        int same = 0;
        try (ArrayFile file = ArrayFiles.open(path.toString(), VirtualReading.CONF);
                ArrayFile store = ArrayStores.open(references, VirtualReading.CONF)) {
            for (VariableHeader variable : file.header().variables()) {
                if (found.array(variable.name()).isPresent()) {
                    try {
                        VariableHeader other =
                                store.header().variable(variable.name()).orElseThrow();
                        assertThat(other.shape()).isEqualTo(variable.shape());
                        for (Window window : ends(variable)) {
                            assertThat(store.read(other, window).values())
                                    .isEqualTo(file.read(variable, window).values());
                        }
                        same++;
                    } catch (AssertionError | IOException | RuntimeException difference) {
                        wrong.add(path + " " + variable.name() + ": " + difference);
                    }
                }
            }
        } catch (IOException | RuntimeException failure) {
            wrong.add(path + ": " + failure);
        }
        return same;
    }

    private static List<Window> ends(VariableHeader variable) {
        Window whole = Window.whole(variable.shape());
        if (variable.rank() == 0 || variable.size() <= MOST_VALUES) {
            return List.of(whole);
        }
        Window first = whole;
        Window last = whole;
        for (int axis = 0; axis < variable.rank() && first.size() > MOST_VALUES; axis++) {
            long length = variable.shape()[axis];
            long kept = Math.max(1, Math.min(length, MOST_VALUES / Math.max(1, first.size() / length)));
            first = first.with(axis, 0, kept);
            last = last.with(axis, length - kept, length);
        }
        return List.of(first, last);
    }
}
