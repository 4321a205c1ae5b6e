package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.Corpus;
import dev.shoal.netcdf.UnreadableException;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.zarr.ArrayStores;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.Combination;
import dev.shoal.zarr.virtual.ConflictException;
import dev.shoal.zarr.virtual.Copying;
import dev.shoal.zarr.virtual.ScanRequest;
import dev.shoal.zarr.virtual.VirtualFile;
import dev.shoal.zarr.virtual.VirtualPlan;
import dev.shoal.zarr.virtual.VirtualScan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/** Real files of every kind as commits of Icechunk repositories: what tasks do, one after the other. */
final class VirtualCommitIT {

    private static final Configuration CONF = new Configuration();
    private static final long MOST_VALUES = 1 << 18;

    @TempDir
    Path folder;

    @Test
    void everyVariableReadsAsInItsFileWhateverItsTypeAndFillValue() throws Exception {
        int same = 0;
        int others = 0;
        List<String> refused = new ArrayList<>();
        for (Path path : Corpus.files("formats", "dsg", "profile", "trajectory")) {
            try {
                VirtualFile file = VirtualScan.scan(path.toAbsolutePath().toString(), CONF, ScanRequest.ofOne());
                String root = folder.resolve(path.getFileName() + "-" + same).toString();
                same += requireSame(path, root, committed(file, root));
            } catch (ConflictException conflict) {
                refused.add(conflict.conflicts().get(0).variable());
            } catch (UnreadableException notAFileOfArrays) {
                others++; // The corpus holds others too.
            }
        }
        assertThat(same).isGreaterThan(1000);
        assertThat(refused).containsExactly("x");
        assertThat(others).isLessThan(same);
    }

    private static VirtualPlan committed(VirtualFile file, String root) throws IOException {
        VirtualPlan plan = Combination.plan(List.of(file), "time", new VirtualTimes(), Copying.CONFLICTS);
        VirtualCommit output = new VirtualCommit(root, "main", "one file", CONF);
        VirtualWriter writer = new VirtualWriter(plan, output.begin(plan));
        Map<Long, List<byte[]>> parts = new TreeMap<>();
        List<byte[]> found = List.of(PackedObjects.bytes(file));
        collect(writer.staying(found.iterator()), parts);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < plan.arrays().size(); i++) {
            for (long row : plan.arrays().get(i).copiedRows()) {
                rows.add(new long[] {i, row});
            }
        }
        collect(writer.copied(rows.iterator(), CONF, count -> {}), parts);
        List<byte[]> answers = new ArrayList<>();
        for (Map.Entry<Long, List<byte[]>> part : parts.entrySet()) {
            answers.add(writer.write(part.getKey(), part.getValue(), CONF));
        }
        output.finish(plan, answers);
        return plan;
    }

    private static void collect(Iterator<Tuple2<Long, byte[]>> pieces, Map<Long, List<byte[]>> parts) {
        while (pieces.hasNext()) {
            Tuple2<Long, byte[]> piece = pieces.next();
            parts.computeIfAbsent(piece._1(), added -> new ArrayList<>()).add(piece._2());
        }
    }

    private static int requireSame(Path path, String root, VirtualPlan plan) throws IOException {
        int same = 0;
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF);
                ArrayFile store = ArrayStores.open(root, CONF)) {
            for (ArrayPlan array : plan.arrays()) {
                String name = array.array().path();
                VariableHeader expected = file.header().variable(name).orElseThrow();
                VariableHeader found = store.header().variable(name).orElseThrow();
                for (String attribute : List.of("_FillValue", "scale_factor", "add_offset", "missing_value")) {
                    assertThat(found.attributes().number(attribute))
                            .as("%s %s %s", path, name, attribute)
                            .isEqualTo(expected.attributes().number(attribute));
                }
                assertThat(found.shape()).isEqualTo(expected.shape());
                if (expected.size() <= MOST_VALUES) {
                    assertThat(store.read(found).values())
                            .as("%s %s", path, name)
                            .isEqualTo(file.read(expected).values());
                    same++;
                }
            }
        }
        return same;
    }
}
