package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.Corpus;
import dev.shoal.spec.RunSpec;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real fields, gridded and curvilinear, through the whole main job: every cell, time, coordinate and attribute of the
 * stores held against netCDF4-python through zarr-python and xarray, and every cell again through zarrita.
 */
class CorpusGridsIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/dev/shoal/stage");

    /**
     * Files that make one store.
     *
     * @param name of the dataset
     * @param variable that is compared
     * @param time the files' time coordinate; empty for none
     * @param positions the files' latitude and longitude
     * @param files of the corpus, in order of time
     */
    private record Fields(String name, String variable, String time, List<String> positions, List<String> files) {}

    private static final List<String> LAT_LON = List.of("lat", "lon");
    private static final List<String> LATITUDE_LONGITUDE = List.of("latitude", "longitude");
    private static final Fields OSTIA = new Fields(
            "corpus-ostia",
            "analysed_sst",
            "time",
            LAT_LON,
            List.of(
                    "gridded/xcube-dev__xcube/20170605120000-UKMO-L4_GHRSST-SSTfnd-OSTIAanom-GLOB-v02.0-fv02.0.nc",
                    "gridded/xcube-dev__xcube/20170606120000-UKMO-L4_GHRSST-SSTfnd-OSTIAanom-GLOB-v02.0-fv02.0.nc"));
    private static final Fields OSTIA_MONTHLY = new Fields(
            "corpus-ostia-monthly",
            "surface_temperature",
            "time",
            LATITUDE_LONGITUDE,
            List.of("gridded/SciTools__iris-sample-data/ostia_monthly.nc"));
    private static final Fields OISST =
            new Fields("corpus-oisst", "sst", "time", LAT_LON, List.of("gridded/coecms__xmhw/oisst_2003_2004.nc"));
    private static final Fields MODIS = new Fields(
            "corpus-modis", "sst", "time", LATITUDE_LONGITUDE, List.of("gridded/ropensci__rerddap/MWsstd1day.nc"));
    private static final Fields ROMS = new Fields(
            "corpus-roms",
            "zeta",
            "ocean_time",
            List.of("lat_rho", "lon_rho"),
            List.of(
                    "curvilinear/xoceanmodel__xroms/ocean_his_0001.nc",
                    "curvilinear/xoceanmodel__xroms/ocean_his_0002.nc"));
    private static final Fields ROMS_LEVELS =
            new Fields("corpus-roms-salt", "salt", "ocean_time", ROMS.positions(), ROMS.files());
    private static final Fields NEMO = new Fields(
            "corpus-nemo",
            "sst",
            "time_counter",
            List.of("nav_lat", "nav_lon"),
            List.of("curvilinear/rcaneill__xnemogcm/GYRE_1y_00010101_00011230_surface_grid_T.nc"));
    private static final Fields ORCA = new Fields(
            "corpus-orca",
            "votemper",
            "time_counter",
            List.of("nav_lat", "nav_lon"),
            List.of("curvilinear/SciTools__iris-sample-data/orca2_votemper.nc"));
    private static final Fields RADAR = new Fields(
            "corpus-radar",
            "UCUR",
            "TIME",
            List.of("LATITUDE", "LONGITUDE"),
            List.of(
                    "curvilinear/aodn__aodn_cloud_optimised/IMOS_ACORN_V_20240101T000000Z_TURQ_FV01_1-hour-avg.nc",
                    "curvilinear/aodn__aodn_cloud_optimised/IMOS_ACORN_V_20240101T010000Z_TURQ_FV01_1-hour-avg.nc"));
    private static final Fields BROKEN = new Fields(
            "corpus-broken",
            "UCUR",
            "TIME",
            List.of("LATITUDE", "LONGITUDE"),
            List.of("broken/aodn__aodn_cloud_optimised/radar_CoffsHarbour_velocity_hourly_averaged_realtime_nonqc.nc"));

    @TempDir
    private Path folder;

    private final List<Map<String, Object>> cases = new ArrayList<>();

    @Test
    void everyStoreHoldsWhatTheFilesHold() throws Exception {
        OutsideProgram.requirePython();
        OutsideProgram.requireZarrita();
        check(OSTIA, "output: {codec: zlib:1}\n");
        check(OSTIA_MONTHLY, "output: {chunks: {time: 20, lon: 100}}\n");
        check(OISST, "qc: {sst: {gross_range: {fail_span: [12, 24]}}}\noutput: {failed: keep, codec: gzip:1}\n")
                .put("fail", List.of(12, 24));
        check(MODIS, "output: {codec: lz4}\n");
        check(ROMS, "");
        check(ROMS_LEVELS, "output: {codec: none}\n");
        check(NEMO, "");
        check(ORCA, "");
        check(RADAR, "");
        checkNearest(ROMS, "{lat: {start: 27.2, end: 28.3, step: 0.1}, lon: {start: -95.8, end: -94.2, step: 0.1}}");
        checkNearest(NEMO, "{lat: {start: 20, end: 45, step: 1}, lon: {start: -75, end: -50, step: 1}}");
        Path list = folder.resolve("cases.json");
        new ObjectMapper().writeValue(list.toFile(), cases);
        String python = OutsideProgram.python(SCRIPTS.resolve("check_stores.py"), list.toString());
        assertThat(python.lines()).hasSize(cases.size());
        assertThat(OutsideProgram.node(SCRIPTS.resolve("read_stores.mjs"), list.toString()))
                .isEqualTo(python);
    }

    @Test
    void brokenFilesAreNamedAndTheOthersAreDone() throws Exception {
        OutsideProgram.requirePython();
        RunOutcome outcome = run("corpus-broken", List.of("broken"), "  variables: [UCUR]\n  kind: grids\n", "");
        assertThat(outcome.action()).isEqualTo(RunOutcome.Action.CREATED);
        assertThat(outcome.rejected()).hasSize((int) outcome.files() - 1);
        assertThat(outcome.rejected().values())
                .anyMatch(reason -> reason.contains("bad_cdf5_begin.nc") && reason.contains("ends at byte 8589934810"))
                .anyMatch(reason -> reason.contains("zeroLengthFile.nc: found an empty file"))
                .anyMatch(reason -> reason.contains("bad_data_type.nc") && reason.contains("holds no field"));
        cases.add(entry(BROKEN, outcome));
        Path list = folder.resolve("cases.json");
        new ObjectMapper().writeValue(list.toFile(), cases);
        OutsideProgram.python(SCRIPTS.resolve("check_stores.py"), list.toString());
    }

    private Map<String, Object> check(Fields fields, String more) {
        String source = "  variables: [" + fields.variable() + "]\n  kind: grids\n";
        RunOutcome outcome = run(fields.name(), fields.files(), source, more);
        assertThat(outcome.rejected()).isEmpty();
        Map<String, Object> entry = entry(fields, outcome);
        cases.add(entry);
        return entry;
    }

    private void checkNearest(Fields fields, String grid) {
        Fields regridded = new Fields(
                fields.name() + "-regridded", fields.variable(), fields.time(), fields.positions(), fields.files());
        check(regridded, "regrid: {method: nearest, grid: " + grid + "}\n").put("nearest", true);
    }

    private static RunOutcome run(String name, List<String> files, String source, String more) {
        String paths = String.join(
                ", ",
                files.stream()
                        .map(file -> "\"" + Corpus.path(file).toAbsolutePath().normalize() + "\"")
                        .toList());
        String spec = "dataset: " + name + "\nsource:\n  paths: [" + paths + "]\n" + source + more;
        return new Reprocessing(
                        SharedSpark.session(), RunSpec.parse(spec, "spec.yaml"), Progress.NONE, Clock.systemUTC())
                .run();
    }

    private static Map<String, Object> entry(Fields fields, RunOutcome outcome) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("store", StoreFiles.root(outcome.location()).toString());
        entry.put("variable", fields.variable());
        entry.put("time", fields.time());
        entry.put("positions", fields.positions());
        entry.put(
                "files",
                fields.files().stream()
                        .map(file -> Corpus.path(file).toString())
                        .toList());
        return entry;
    }
}
