package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import dev.shoal.netcdf.VariableHeader;
import dev.shoal.plan.Window;
import dev.shoal.regrid.RectilinearGrid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values, positions and times of real grids, against netCDF4-python. */
class GridCorpusIT {

    private static final Configuration CONF = new Configuration();

    /** File, variable, latitude, longitude, time (with its timestamps), time without timestamps, level. */
    @ParameterizedTest
    @CsvSource({
        "gridded/xcube-dev__xcube/20170605120000-UKMO-L4_GHRSST-SSTfnd-OSTIAanom-GLOB-v02.0-fv02.0.nc, analysed_sst, lat, lon, time,,",
        "gridded/SciTools__iris-sample-data/ostia_monthly.nc, surface_temperature, latitude, longitude, time,,",
        "gridded/coecms__xmhw/oisst_2003_2004.nc, sst, lat, lon, time,,",
        "gridded/fsspec__kerchunk/air_linked.nc, air, lat, lon, time_hard,,",
        "gridded/ioos__ioos_qc/narr.nc, air, lat, lon, time,,",
        "gridded/Unidata__tds/vectorize_test.nc, vo, latitude, longitude, time,, depth",
        "gridded/ropensci__rerddap/MWsstd1day.nc, sst, latitude, longitude, time,, altitude",
        "gridded/podaac__tutorials/NASA-SSH_alt_ref_simple_grid_v1_20240923.nc, SSHA, latitude, longitude, time,,",
        "gridded/NCAR__geocat-datafiles/sst30e_netcdf.nc, sst, lat, lon,, time,",
        "gridded/aodn__aodn_cloud_optimised/IMOS_OceanCurrent_HV_20240101T000000Z_GSLA_FV02_NRT.nc, GSLA, LATITUDE, LONGITUDE, TIME,,",
        "gridded/Ouranosinc__xclim-testdata/tas_Amon_HadGEM2-ES_rcp85_r1i1p1_200512-203011.nc, tas, lat, lon,, time, height",
        "swath/podaac__l2ss-py/SS_MODIS_A-JPL-L2P-v2014.0.nc, sea_surface_temperature, lat, lon, time,,",
        "swath/podaac__l2ss-py/SS_ascat_20150702_084200_metopa_45145_eps_o_250_2300_ovw.l2.nc, wind_speed, lat, lon,,,",
        "curvilinear/axiom-data-science__extract_model/dbofs_sample.nc, temp, lat_rho, lon_rho, ocean_time,, s_rho",
        "curvilinear/NOAA-ORR-ERD__gridded/WCOFS_subset.nc, u_sur, lat_u, lon_u, ocean_time,,",
        "curvilinear/NOAA-ORR-ERD__gridded/arakawa_c_test_grid.nc, v, lat_v, lon_v, ocean_time,,",
        "curvilinear/xoceanmodel__xroms/ocean_his_0001.nc, u, lat_u, lon_u, ocean_time,, s_rho",
        "curvilinear/rcaneill__xnemogcm/GYRE_1y_00010101_00011230_grid_T.nc, toce, nav_lat_grid_T, nav_lon_grid_T,, time_counter, deptht",
        "curvilinear/SciTools__iris-sample-data/orca2_votemper.nc, votemper, nav_lat, nav_lon,, time_counter, deptht",
        "curvilinear/SalishSeaCast__grid/bathymetry_201702.nc, Bathymetry, nav_lat, nav_lon,,,",
        "curvilinear/aodn__aodn_cloud_optimised/IMOS_ACORN_V_20240101T000000Z_TURQ_FV01_1-hour-avg.nc, UCUR, LATITUDE, LONGITUDE, TIME,,",
        "curvilinear/rucool__hfradarpy/hfr_rtv_midatl_6km_oi_maracoos_2022_02_21_1200.nc, u, lat, lon, time,, z"
    })
    void meansWhatNetcdf4PythonReads(
            String name, String variable, String lat, String lon, String time, String numbers, String level)
            throws IOException, InterruptedException {
        Path path = Judge.corpus(name);
        List<double[]> expected = Judge.values(
                path,
                List.of(
                        expression("v", variable),
                        expression("v", lat),
                        expression("v", lon),
                        expression("t", time),
                        expression("v", numbers),
                        expression("v", level)));
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            CfDataset dataset = CfDataset.of(file);
            GridVariable grid = dataset.grid(variable).orElseThrow();
            Closeness.check(variable, grid.packing().decode(file.read(grid.header())), expected.get(0), grid.packing());
            Closeness.checkExact("latitude", lats(grid), expected.get(1));
            Closeness.checkExact("longitude", lons(grid), expected.get(2));
            Closeness.checkMicros(grid.time().flatMap(TimeAxis::micros).orElse(new long[0]), expected.get(3));
            if (expected.get(4).length > 0) {
                assertThat(grid.time().orElseThrow().numbers()).containsExactly(expected.get(4));
            }
            assertThat(grid.vertical().map(VerticalAxis::values).orElse(new double[0]))
                    .containsExactly(expected.get(5));
        }
    }

    private static String expression(String function, String variable) {
        return variable == null ? "[]" : function + "('" + variable + "')";
    }

    private static double[] lats(GridVariable grid) {
        int nx = grid.grid() instanceof RectilinearGrid ? 1 : grid.grid().nx();
        return IntStream.range(0, grid.grid().ny() * nx)
                .mapToDouble(k -> grid.grid().lat(k / nx, k % nx))
                .toArray();
    }

    private static double[] lons(GridVariable grid) {
        int ny = grid.grid() instanceof RectilinearGrid ? 1 : grid.grid().ny();
        int nx = grid.grid().nx();
        return IntStream.range(0, ny * nx)
                .mapToDouble(k -> grid.grid().lon(k / nx, k % nx))
                .toArray();
    }

    /** Cell centres as NSIDC publishes them for the northern 25 km grid (psn25lats, psn25lons). */
    @Test
    void reckonsThePositionsOfProjectedFiles() throws IOException {
        Path path = Judge.corpus("gridded/stactools-packages__noaa-cdr/seaice_conc_daily_nh_20211231_f17_v04r00.nc");
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            CfDataset dataset = CfDataset.of(file);
            GridVariable ice = dataset.grid("cdr_seaice_conc").orElseThrow();
            assertThat(ice.grid().lat(0, 0)).isCloseTo(31.103, within(0.002));
            assertThat(ice.grid().lon(0, 0)).isCloseTo(168.320, within(0.002));
            assertThat(dataset.problems())
                    .contains(
                            "Grid mapping projection has straight_vertical_longitude_from_pole 135 and"
                                    + " longitude_of_projection_origin -45: -45 is taken, as its PROJ or WKT text has it.",
                            "Latitudes and longitudes along ygrid, xgrid are reckoned from the polar_stereographic of"
                                    + " projection.");
        }
    }

    /** Heights of all cells beside the published formula in Python: ROMS's s-levels, and heights over a hilly land. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "curvilinear/axiom-data-science__extract_model/dbofs_sample.nc | temp | s_rho | OCEAN_S_G1 |"
                        + " (lambda S: S + v('zeta')[:,None]*(1 + S/v('h')))(v('hc')*v('s_rho')[:,None,None]"
                        + " + (v('h') - v('hc'))*v('Cs_r')[:,None,None])",
                "gridded/SciTools__iris-sample-data/hybrid_height.nc | air_potential_temperature |"
                        + " level_height | ATMOSPHERE_HYBRID_HEIGHT |"
                        + " v('level_height')[:,None,None] + v('sigma')[:,None,None]*v('surface_altitude')"
            })
    void reckonsHeightsOfLevels(String name, String variable, String level, FormulaKind kind, String formula)
            throws IOException, InterruptedException {
        Path path = Judge.corpus(name);
        double[] expected = Judge.values(path, List.of(formula)).get(0);
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            VerticalFormula heights = CfDataset.of(file).facts().formula(level).orElseThrow();
            assertThat(heights.kind()).isEqualTo(kind);
            VariableHeader data = file.header().variable(variable).orElseThrow();
            double[] found = heights.values(file, data, Window.whole(data.shape()));
            assertThat(found).hasSameSizeAs(expected);
            for (int i = 0; i < found.length; i++) {
                assertThat(Double.isNaN(found[i])).isEqualTo(Double.isNaN(expected[i]));
                assertThat(Double.isNaN(found[i])
                                || Math.abs(found[i] - expected[i]) <= 1e-6 * (1 + Math.abs(expected[i])))
                        .isTrue();
            }
        }
    }
}
