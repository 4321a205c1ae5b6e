package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ElementType;
import dev.shoal.zarr.ZarrArray;
import dev.shoal.zarr.ZarrFormat;
import org.junit.jupiter.api.Test;

class SweepJobTest {

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
