package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.Attributes;
import dev.shoal.netcdf.ElementType;
import dev.shoal.plan.ChunkGrid;
import dev.shoal.stage.Progress;
import dev.shoal.stage.Workers;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import dev.shoal.zarr.virtual.ArrayPlan;
import dev.shoal.zarr.virtual.ChunkReferences;
import dev.shoal.zarr.virtual.VirtualArray;
import dev.shoal.zarr.virtual.VirtualPlan;
import dev.shoal.zarr.virtual.VirtualType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepJobTest {

    private static final Configuration CONF = new Configuration();

    @TempDir
    Path folder;

    private SweepJob sweep(String references) {
        Workers workers = Workers.opening(CONF, () -> {
            throw new IllegalStateException("A session was asked for.");
        });
        return new SweepJob(workers, folder.resolve(references).toString(), Progress.NONE);
    }

    private Path copies(String name) throws Exception {
        Path copies = folder.resolve(name);
        Files.createDirectories(copies.resolve("sst"));
        Files.write(copies.resolve("sst/0.0"), new byte[100]);
        return copies;
    }

    @Test
    void takesTheCopiesOfRunsThatWereKilledAndNoOthers() throws Exception {
        Path whole = copies("refs.json.chunks-1");
        Path killed = copies("refs.json.chunks-2");
        Files.createFile(killed.resolve(".unfinished"));
        Path other = copies("other.json.chunks-3");
        Files.createFile(other.resolve(".unfinished"));
        SweepJob.Litter litter = sweep("refs.json").plan();
        assertThat(litter.objects()).isEqualTo(2);
        assertThat(litter.bytes()).isEqualTo(100);
        assertThat(litter.folders()).containsExactly("file:" + killed);
        assertThat(sweep("refs.json").run()).isEqualTo(litter);
        assertThat(killed).doesNotExist();
        assertThat(whole).exists();
        assertThat(other).exists();
        assertThat(sweep("refs.json").plan()).isEqualTo(SweepJob.Litter.NONE);
    }

    @Test
    void aFolderOfCopiesIsUnfinishedUntilItsReferencesAreShown() throws Exception {
        String references = folder.resolve("refs.parquet").toString();
        VirtualArray array = new VirtualArray(
                "sst",
                new VirtualType(ElementType.BYTE, false),
                new ChunkGrid(new long[] {1}, new long[] {1}),
                List.of(),
                List.of(),
                List.of("time"),
                Attributes.NONE,
                ChunkReferences.none(),
                "");
        ArrayPlan copied = new ArrayPlan(
                0, array, "", new long[0], new boolean[] {false}, ArrayPlan.Copied.AS_STORED, List.of(List.of()));
        CopiedFolder copies = CopiedFolder.beside(references, 10, CONF);
        copies.begin(new VirtualPlan(List.of(), Attributes.NONE, List.of(copied), List.of()), CONF);
        assertThat(CopiedFolder.unfinished(references, CONF)).hasSize(1);
        copies.put(copied, "0", new byte[] {1}, CONF);
        copies.finish(CONF);
        assertThat(CopiedFolder.unfinished(references, CONF)).isEmpty();
        assertThat(folder.resolve("refs.parquet.chunks-a/sst/0")).exists();
    }

    @Test
    void knowsChunksOfTheDocumentsFromOthers() {
        ZarrArray array = ZarrArray.of("g/sst", new long[] {5, 4}, new long[] {2, 2}, ElementType.FLOAT);
        assertThat(SweepJob.isLitter(array, "2.1")).isFalse();
        assertThat(SweepJob.isLitter(array, "2/1")).isTrue();
        assertThat(SweepJob.isLitter(array, "3.1")).isTrue();
        assertThat(SweepJob.isLitter(array, "2.1.0")).isTrue();
        assertThat(SweepJob.isLitter(array, ".zarray")).isFalse();
        assertThat(SweepJob.isLitter(array, ".2.1.4cb2.part")).isTrue();
        assertThat(SweepJob.isLitter(array, "notes.txt")).isFalse();
        ZarrArray third = array.withFormat(ZarrFormat.V3);
        assertThat(SweepJob.isLitter(third, "c/2/1")).isFalse();
        assertThat(SweepJob.isLitter(third, "c.2.1")).isTrue();
        assertThat(SweepJob.isLitter(third, "2/1")).isTrue();
        assertThat(SweepJob.isLitter(third, "zarr.json")).isFalse();
        assertThat(SweepJob.isLitter(third, "c/2/.1.4cb2.part")).isTrue();
        ZarrArray scalar = ZarrArray.of("crs", new long[0], new long[0], ElementType.INT);
        assertThat(SweepJob.isLitter(scalar, "0")).isFalse();
        assertThat(SweepJob.isLitter(scalar.withFormat(ZarrFormat.V3), "c")).isFalse();
        assertThat(SweepJob.isLitter(scalar.withFormat(ZarrFormat.V3), "0")).isTrue();
    }
}
