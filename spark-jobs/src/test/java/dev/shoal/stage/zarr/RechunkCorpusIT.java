package dev.shoal.stage.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shoal.plan.RechunkWay;
import dev.shoal.stage.Progress;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NetCDF files of others, in other chunks: xarray reads the same from file and store. */
final class RechunkCorpusIT {

    private static final Path CORPUS = Path.of("../../shared/corpus/gridded");
    private static final long MEMORY = 8L << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "SciTools__iris-sample-data/ostia_monthly.nc, longitude, 50, SHUFFLE",
        "NOAA-ORR-ERD__PyGnome/wa_RTOFS_global.nc, lat, 5, SHUFFLE",
        "Unidata__tds/1day.nc, time, 44, INTERMEDIATE",
        "coecms__xmhw/oisst_2003_2004.nc, time, 100, SHUFFLE",
        "fsspec__kerchunk/air.nc, lat, 4, DIRECT",
        "stactools-packages__noaa-cdr/seaice_conc_daily_nh_20211231_f17_v04r00.nc, x, 30, SHUFFLE",
    })
    void xarrayReadsTheSame(String name, String dimension, long length, RechunkWay way) throws Exception {
        Path source = CORPUS.resolve(name);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(source).exists();
        }
        assumeTrue(Files.exists(source), source + " is not there");
        OutsideProgram.requirePython();
        String target = folder.resolve("target.zarr").toString();
        RechunkRequest request = new RechunkRequest(
                source.toString(), target, Map.of(dimension, length), List.of(), MEMORY, Optional.of(way));
        new RechunkStage(SharedSpark.session(), Progress.NONE).run(RechunkLayout.plan(request, new Configuration(), 4));
        OutsideProgram.python(
                Path.of("src/test/resources/dev/shoal/stage/zarr/check_rechunked.py"), source.toString(), target, "{}");
    }
}
