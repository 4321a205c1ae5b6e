package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Observations of real files, against netCDF4-python: for every place in the file's own order the judge is asked for
 * time, latitude, longitude, depth and one variable, and which places are padding.
 */
class ObservationCorpusIT {

    private static final Configuration CONF = new Configuration();
    private static final String DSG = "dsg/axiom-data-science__pyaxiom/";
    private static final String NOTHING = "np.full(%s, np.nan)";

    /** What a file is to mean; expressions are those of {@code judge.py}. */
    private record Case(
            String file,
            FeatureType type,
            Representation representation,
            long count,
            int series,
            String platform,
            String time,
            String lat,
            String lon,
            String depth,
            String column,
            String values) {

        @Override
        public String toString() {
            return file;
        }
    }

    /** All rows of a file. */
    private record Rows(long[] time, double[] lat, double[] lon, double[] depth, double[] values, long[] index) {}

    private static String across(String variable, String inner) {
        return "np.repeat(" + variable + ", n('" + inner + "'))";
    }

    private static String nothing(String size) {
        return NOTHING.formatted(size);
    }

    static Stream<Arguments> profiles() {
        return Stream.of(
                        new Case(
                                DSG + "profile/resources/im-multiple.nc",
                                FeatureType.PROFILE,
                                Representation.INCOMPLETE,
                                5754,
                                137,
                                "im-multiple/0",
                                across("t('time')", "alt"),
                                across("v('lat')", "alt"),
                                across("v('lon')", "alt"),
                                "-v('z')",
                                "wind_speed",
                                "v('wind_speed')"),
                        new Case(
                                DSG + "profile/resources/om-1dy11.nc",
                                FeatureType.PROFILE,
                                Representation.ORTHOGONAL,
                                9590,
                                35,
                                "1dy11",
                                across("t('time')", "z"),
                                across("v('latitude')", "z"),
                                across("v('longitude')", "z"),
                                "np.tile(v('z'), 35)",
                                "salinity",
                                "v('salinity')"),
                        new Case(
                                DSG + "profile/resources/om-multiple.nc",
                                FeatureType.PROFILE,
                                Representation.ORTHOGONAL,
                                72240,
                                35,
                                "TXF05",
                                across("t('time')", "z"),
                                across("v('latitude')", "z"),
                                across("v('longitude')", "z"),
                                "np.tile(v('z'), 35)",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "profile/resources/om-single.nc",
                                FeatureType.PROFILE,
                                Representation.ORTHOGONAL,
                                98,
                                1,
                                "TN179",
                                across("t('time')", "z"),
                                across("v('latitude')", "z"),
                                across("v('longitude')", "z"),
                                "v('z')",
                                "density",
                                "v('density')"),
                        new Case(
                                "profile/CopernicusMarineInsitu__INSTACTraining/GL_PR_ML_EXRE0065_2010.nc",
                                FeatureType.PROFILE,
                                Representation.INCOMPLETE,
                                7625,
                                63,
                                "EXRE0065",
                                across("t('TIME')", "DEPTH"),
                                across("v('LATITUDE')", "DEPTH"),
                                across("v('LONGITUDE')", "DEPTH"),
                                "v('DEPH')",
                                "temp",
                                "v('TEMP')"),
                        new Case(
                                "profile/CopernicusMarineInsitu__INSTACTraining/GL_PR_PF_3900150.nc",
                                FeatureType.PROFILE,
                                Representation.INCOMPLETE,
                                2420,
                                70,
                                "3900150",
                                across("t('TIME')", "DEPTH"),
                                across("v('LATITUDE')", "DEPTH"),
                                across("v('LONGITUDE')", "DEPTH"),
                                nothing("70*45"),
                                "psal_adjusted",
                                "v('PSAL_ADJUSTED')"),
                        new Case(
                                "profile/IQuOD__wodpy/ocldb1570984477.6279_OSD.nc",
                                FeatureType.PROFILE,
                                Representation.CONTIGUOUS_RAGGED,
                                666,
                                100,
                                "",
                                "np.repeat(t('time'), raw('z_row_size'))",
                                "np.repeat(v('lat'), raw('z_row_size'))",
                                "np.repeat(v('lon'), raw('z_row_size'))",
                                "v('z')",
                                "salinity",
                                "np.concatenate([v('Salinity')[sum(raw('Salinity_row_size')[:i]):][:k] if k else np.full(raw('z_row_size')[i], np.nan) for i, k in enumerate(raw('Salinity_row_size'))])"),
                        new Case(
                                "profile/cchdo__hydro/test.nc",
                                FeatureType.PROFILE,
                                Representation.INCOMPLETE,
                                135,
                                17,
                                "33RBGP604_1",
                                across("t('time')", "N_LEVELS"),
                                across("v('latitude')", "N_LEVELS"),
                                across("v('longitude')", "N_LEVELS"),
                                nothing("17*8"),
                                "ctd_temperature",
                                "v('ctd_temperature')"),
                        new Case(
                                "profile/euroargodev__argopy-data/13857_prof.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.INCOMPLETE,
                                14155,
                                140,
                                "13857",
                                across("t('JULD')", "N_LEVELS"),
                                across("v('LATITUDE')", "N_LEVELS"),
                                across("v('LONGITUDE')", "N_LEVELS"),
                                nothing("n('N_PROF')*n('N_LEVELS')"),
                                "temp",
                                "v('TEMP')"),
                        new Case(
                                "profile/euroargodev__argopy-data/13857_prof.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.INCOMPLETE,
                                14155,
                                140,
                                "13857",
                                across("t('JULD')", "N_LEVELS"),
                                across("v('LATITUDE')", "N_LEVELS"),
                                across("v('LONGITUDE')", "N_LEVELS"),
                                nothing("n('N_PROF')*n('N_LEVELS')"),
                                "temp_qc",
                                "digit('TEMP_QC')"),
                        new Case(
                                "profile/euroargodev__argopy-data/D5906072_001.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.ORTHOGONAL,
                                509,
                                1,
                                "5906072",
                                across("t('JULD')", "N_LEVELS"),
                                across("v('LATITUDE')", "N_LEVELS"),
                                across("v('LONGITUDE')", "N_LEVELS"),
                                nothing("n('N_LEVELS')"),
                                "psal",
                                "v('PSAL')"),
                        new Case(
                                "profile/pyoceans__pocean-core/full.nc",
                                FeatureType.PROFILE,
                                Representation.ORTHOGONAL,
                                9590,
                                35,
                                "1dy11",
                                across("t('time')", "z"),
                                across("v('latitude')", "z"),
                                across("v('longitude')", "z"),
                                "np.tile(v('z'), 35)",
                                "sigma_t",
                                "v('sigma_t')"),
                        new Case(
                                DSG + "timeseriesProfile/resources/im-multiple.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.INCOMPLETE,
                                240,
                                60,
                                "Station1",
                                across("t('time')", "z"),
                                "np.repeat(v('lat'), 120)",
                                "np.repeat(v('lon'), 120)",
                                "-v('alt')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "timeseriesProfile/resources/im-single.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.INCOMPLETE,
                                120,
                                30,
                                "Station1",
                                across("t('time')", "z"),
                                "np.repeat(v('lat'), 120)",
                                "np.repeat(v('lon'), 120)",
                                "-v('alt')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "timeseriesProfile/resources/om-multiple.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.ORTHOGONAL,
                                800,
                                8,
                                "Station1",
                                "np.repeat(t('time'), 8)",
                                "np.tile(v('lat'), 400)",
                                "np.tile(v('lon'), 400)",
                                "np.tile(np.repeat(v('alt'), 2), 100)",
                                "humidity",
                                "v('humidity')"),
                        new Case(
                                DSG + "timeseriesProfile/resources/r-multiple.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.DOUBLY_RAGGED,
                                12,
                                6,
                                "Station1",
                                "np.repeat(t('time'), raw('row_size'))",
                                "np.repeat(v('lat')[raw('station_index')], raw('row_size'))",
                                "np.repeat(v('lon')[raw('station_index')], raw('row_size'))",
                                "-v('height')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "timeseriesProfile/resources/r-single.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.CONTIGUOUS_RAGGED,
                                10,
                                3,
                                "Station1",
                                "np.repeat(t('time'), raw('row_size'))",
                                "np.repeat(v('lat'), 10)",
                                "np.repeat(v('lon'), 10)",
                                "-v('height')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                "timeseries/ioos__erddap-gold-standard/usf_comps_c10_inwater.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.ORTHOGONAL,
                                3480,
                                24,
                                "42013",
                                across("t('time')", "z"),
                                "np.repeat(v('latitude'), 3480)",
                                "np.repeat(v('longitude'), 3480)",
                                "np.tile(-v('z'), 145)",
                                "sea_water_speed",
                                "v('sea_water_speed')"),
                        new Case(
                                "timeseries/emso-eric__metadata-harmonizer/OS_W1M3A_20250728_R_SIMPLIFIED.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.ORTHOGONAL,
                                16,
                                4,
                                "W1M3A",
                                across("t('TIME')", "DEPTH"),
                                across("v('LATITUDE')", "DEPTH"),
                                across("v('LONGITUDE')", "DEPTH"),
                                "np.tile(v('DEPTH'), 4)",
                                "cndc",
                                "v('CNDC')"),
                        new Case(
                                "timeseries/aodn__python-aodntools/IMOS_ANMN-NRS_AETVZ_20180816T080000Z_NRSROT-ADCP_FV01_NRSROT-ADCP-1808-Sentinel-or-Monitor-Workhorse-ADCP-44_END-20180822T053000Z_C-20200623T000000Z.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.ORTHOGONAL,
                                6532,
                                23,
                                "NRSROT-ADCP",
                                across("t('TIME')", "HEIGHT_ABOVE_SENSOR"),
                                "np.repeat(v('LATITUDE'), 6532)",
                                "np.repeat(v('LONGITUDE'), 6532)",
                                "v('DEPTH')[:, None] - v('HEIGHT_ABOVE_SENSOR')",
                                "ucur",
                                "v('UCUR')"))
                .map(Arguments::of);
    }

    static Stream<Arguments> trajectoriesOfProfiles() {
        String ragged = "np.repeat(%s, raw('rowSize'))";
        return Stream.of(
                        new Case(
                                DSG + "trajectoryProfile/resources/cr-missing-time.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.DOUBLY_RAGGED,
                                2669,
                                13,
                                "UW157-20141116T211809",
                                ragged.formatted("t('time')"),
                                ragged.formatted("v('latitude')"),
                                ragged.formatted("v('longitude')"),
                                "v('depth')",
                                "salinity",
                                "v('salinity')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/cr-multiple.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.DOUBLY_RAGGED,
                                594,
                                20,
                                "cr-multiple/0",
                                ragged.formatted("t('time')"),
                                ragged.formatted("v('lat')"),
                                ragged.formatted("v('lon')"),
                                "-v('z')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/cr-single.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.DOUBLY_RAGGED,
                                3223,
                                17,
                                "sp025-20141125T1730",
                                ragged.formatted("t('time')"),
                                ragged.formatted("v('latitude')"),
                                ragged.formatted("v('longitude')"),
                                "v('depth')",
                                "density",
                                "v('density')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/im-multiple.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.INCOMPLETE,
                                30,
                                6,
                                "im-multiple",
                                across("t('time')", "z"),
                                across("v('lat')", "z"),
                                across("v('lon')", "z"),
                                "v('alt')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/im-single.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.INCOMPLETE,
                                20,
                                6,
                                "im-single",
                                across("t('time')", "z"),
                                across("v('lat')", "z"),
                                across("v('lon')", "z"),
                                "v('alt')",
                                "salinity",
                                "v('salinity')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/om-multiple.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.INCOMPLETE,
                                30,
                                6,
                                "om-multiple/0",
                                across("t('time')", "z"),
                                across("v('lat')", "z"),
                                across("v('lon')", "z"),
                                "np.tile(v('z'), 6)",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "trajectoryProfile/resources/om-single.nc",
                                FeatureType.TRAJECTORY_PROFILE,
                                Representation.ORTHOGONAL,
                                15,
                                3,
                                "om-single",
                                across("t('time')", "z"),
                                across("v('lat')", "z"),
                                across("v('lon')", "z"),
                                "np.tile(v('z'), 3)",
                                "temperature",
                                "v('temperature')"))
                .map(Arguments::of);
    }

    private static Case along(
            String file, FeatureType type, long count, String platform, String names, String column, String variable) {
        String[] name = names.split(" ", -1);
        return new Case(
                file,
                type,
                Representation.ORTHOGONAL,
                count,
                1,
                platform,
                "t('" + name[0] + "')",
                "v('" + name[1] + "')",
                "v('" + name[2] + "')",
                name.length > 3 ? name[3] : nothing(String.valueOf(count)),
                column,
                "v('" + variable + "')");
    }

    private static Case fixed(
            String file, long count, String platform, String names, String depth, String column, String variable) {
        String[] name = names.split(" ", -1);
        return new Case(
                file,
                FeatureType.TIME_SERIES,
                Representation.ORTHOGONAL,
                count,
                1,
                platform,
                "t('" + name[0] + "')",
                "np.repeat(v('" + name[1] + "'), " + count + ")",
                "np.repeat(v('" + name[2] + "'), " + count + ")",
                "np.zeros(" + count + ") + " + depth,
                column,
                "v('" + variable + "')");
    }

    static Stream<Arguments> series() {
        return Stream.of(
                        new Case(
                                DSG + "timeseries/resources/im-multiple.nc",
                                FeatureType.TIME_SERIES,
                                Representation.INCOMPLETE,
                                144,
                                10,
                                "Station-0",
                                "t('time')",
                                across("v('lat')", "obs"),
                                across("v('lon')", "obs"),
                                across("-v('alt')", "obs"),
                                "humidity",
                                "v('humidity')"),
                        new Case(
                                DSG + "timeseries/resources/om-multiple.nc",
                                FeatureType.TIME_SERIES,
                                Representation.ORTHOGONAL,
                                1000,
                                10,
                                "Station-0",
                                across("t('time')", "station"),
                                "np.tile(v('lat'), 100)",
                                "np.tile(v('lon'), 100)",
                                "np.tile(-v('alt'), 100)",
                                "temperature",
                                "v('temperature')"),
                        fixed(
                                DSG + "timeseries/resources/om-single.nc",
                                100,
                                "Station-0",
                                "time lat lon",
                                "-v('alt')",
                                "humidity",
                                "humidity"),
                        fixed(
                                "timeseries/CopernicusMarineInsitu__INSTACTraining/NO_TS_MO_HoekVanHollandTG.nc",
                                30520,
                                "HoekVanHolland",
                                "TIME LATITUDE LONGITUDE",
                                "v('DEPH').ravel()",
                                "slev",
                                "SLEV"),
                        fixed(
                                "timeseries/ioos__erddap-gold-standard/edu_calpoly_marine_morro_bay_met.nc",
                                40970,
                                "bs1-met",
                                "time latitude longitude",
                                "-v('z')",
                                "air_temperature",
                                "air_temperature"),
                        fixed(
                                "timeseries/aodn__python-aodntools/IMOS_ANMN-NRS_TZ_20181213T080000Z_NRSROT_FV00_NRSROT-1812-SBE39-43_END-20181214T004000Z_C-20190827T000000Z.nc",
                                101,
                                "NRSROT",
                                "TIME LATITUDE LONGITUDE",
                                "np.nan",
                                "temp",
                                "TEMP"),
                        fixed(
                                "timeseries/aodn__python-aodntools/IMOS_ANMN-NRS_BCKOSTUZ_20181213T080038Z_NRSROT_FV01_NRSROT-1812-WQM-55_END-20181215T013118Z_C-20190828T000000Z.nc",
                                10001,
                                "NRSROT",
                                "TIME LATITUDE LONGITUDE",
                                "v('NOMINAL_DEPTH')",
                                "dox2",
                                "DOX2"),
                        new Case(
                                "timeseries/aodn__python-aodntools/IMOS_ANMN-NRS_STZ_20181213_NRSROT_FV02_hourly-timeseries_END-20190523_C-20220428.nc",
                                FeatureType.TIME_SERIES,
                                Representation.INDEXED_RAGGED,
                                3736,
                                3,
                                "NRSROT",
                                "t('TIME')",
                                "v('LATITUDE')[raw('instrument_index')]",
                                "v('LONGITUDE')[raw('instrument_index')]",
                                "v('NOMINAL_DEPTH')[raw('instrument_index')]",
                                "psal",
                                "v('PSAL')"),
                        along(
                                "timeseries/CopernicusMarineInsitu__INSTACTraining/GL_TS_MO_62164.nc",
                                FeatureType.TIME_SERIES,
                                683,
                                "62164",
                                "TIME LATITUDE LONGITUDE",
                                "wspd",
                                "WSPD"),
                        along(
                                "timeseries/aodn__aodn_cloud_optimised/BOM_20240301_CAPE-SORELL_RT_WAVE-PARAMETERS_monthly.nc",
                                FeatureType.TIME_SERIES,
                                541,
                                "55052",
                                "TIME LATITUDE LONGITUDE",
                                "whth",
                                "WHTH"),
                        along(
                                "timeseries/ioos__ioos_qc/pco2_netcdf_example.nc",
                                FeatureType.POINT,
                                7339,
                                "CE01ISSM-RID16-05-PCO2WB000-recovered_host-pco2w_abc_dcl_instrument_recovered",
                                "time lat lon",
                                "pco2_seawater",
                                "pco2_seawater"),
                        along(
                                "profile/euroargodev__argopy-data/13857_Rtraj.nc",
                                FeatureType.TRAJECTORY,
                                3028,
                                "13857",
                                "JULD LATITUDE LONGITUDE",
                                "temp",
                                "TEMP"),
                        along(
                                "trajectory/c-proof__pyglider/dfo-eva035-20190718.nc",
                                FeatureType.TRAJECTORY,
                                5521,
                                "999999",
                                "time latitude longitude v('depth')",
                                "salinity",
                                "salinity"),
                        along(
                                "trajectory/ioos__ioosngdac/ru29-20140101T0942.nc",
                                FeatureType.TRAJECTORY,
                                453,
                                "ru29-20131110T1400",
                                "time lat lon v('depth')",
                                "temperature",
                                "temperature"),
                        along(
                                "trajectory/OceanGlidersCommunity__OG-format-user-manual/sea076_20230906T0852_R.nc",
                                FeatureType.TRAJECTORY,
                                10,
                                "sea076_20230906T0852_R",
                                "TIME LATITUDE LONGITUDE v('DEPTH')",
                                "doxy",
                                "DOXY"),
                        along(
                                "trajectory/aodn__aodn_cloud_optimised/IMOS_SOOP-FishSOOP_TP_20250708T032737Z_FV01_1195.nc",
                                FeatureType.TRAJECTORY,
                                368,
                                "IMOS_SOOP-FishSOOP_TP_20250708T032737Z_FV01_1195",
                                "TIME LATITUDE LONGITUDE v('DEPTH')",
                                "temperature",
                                "TEMPERATURE"),
                        along(
                                "trajectory/aodn__aodn_cloud_optimised/IMOS_SOOP-SST_MT_20110101T000000Z_9HA2479_FV01_C-20120528T071958Z.nc",
                                FeatureType.TRAJECTORY,
                                21,
                                "9HA2479",
                                "TIME LATITUDE LONGITUDE",
                                "atmp",
                                "ATMP"),
                        new Case(
                                DSG + "trajectory/resources/cr-multiple.nc",
                                FeatureType.TRAJECTORY,
                                Representation.CONTIGUOUS_RAGGED,
                                163,
                                6,
                                "Trajectory0",
                                "t('time')",
                                "v('lat')",
                                "v('lon')",
                                "-v('z')",
                                "humidity",
                                "v('humidity')"),
                        new Case(
                                DSG + "trajectory/resources/im-multiple.nc",
                                FeatureType.TRAJECTORY,
                                Representation.INCOMPLETE,
                                98,
                                4,
                                "Trajectory0",
                                "t('time')",
                                "v('lat')",
                                "v('lon')",
                                "-v('z')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "trajectory/resources/im-single.nc",
                                FeatureType.TRAJECTORY,
                                Representation.ORTHOGONAL,
                                100,
                                1,
                                "Trajectory1",
                                "t('time')",
                                "v('lat')",
                                "v('lon')",
                                "-v('z')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                DSG + "trajectory/resources/ir-multiple.nc",
                                FeatureType.TRAJECTORY,
                                Representation.INDEXED_RAGGED,
                                213,
                                10,
                                "Trajectory8",
                                "t('time')",
                                "v('lat')",
                                "v('lon')",
                                "-v('z')",
                                "temperature",
                                "v('temperature')"),
                        new Case(
                                "trajectory/CopernicusMarineInsitu__INSTACTraining/GL_TS_DC_2300691.nc",
                                FeatureType.TIME_SERIES_PROFILE,
                                Representation.INCOMPLETE,
                                3063,
                                3,
                                "2300691",
                                across("t('TIME')", "DEPTH"),
                                across("v('LATITUDE')", "DEPTH"),
                                across("v('LONGITUDE')", "DEPTH"),
                                "v('DEPH')",
                                "temp",
                                "v('TEMP')"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource({"profiles", "trajectoriesOfProfiles", "series"})
    void meansWhatNetcdf4PythonReads(Case expected) throws IOException, InterruptedException {
        Path path = Judge.corpus(expected.file());
        List<double[]> judged = Judge.values(
                path, List.of(expected.time(), expected.lat(), expected.lon(), expected.depth(), expected.values()));
        try (ArrayFile file = ArrayFiles.open(path.toString(), CONF)) {
            CfDataset dataset = CfDataset.of(file);
            ObservationLayout layout = dataset.observations().orElseThrow();
            assertThat(dataset.featureType()).isEqualTo(expected.type());
            assertThat(layout.representation()).isEqualTo(expected.representation());
            Rows rows = rows(file, dataset, expected);
            assertThat(rows.index()).hasSize((int) expected.count());
            assertThat((long) judged.get(4).length).isEqualTo(layout.observations());
            Closeness.checkMicros(rows.time(), at(judged.get(0), rows.index()));
            Closeness.checkExact("latitude", rows.lat(), at(judged.get(1), rows.index()));
            Closeness.checkExact("longitude", rows.lon(), at(judged.get(2), rows.index()));
            Closeness.checkExact("depth", rows.depth(), at(judged.get(3), rows.index()));
            Closeness.checkExact(expected.column(), rows.values(), at(judged.get(4), rows.index()));
            assertThat(left(judged.get(4), rows.index())).as("values left out").isZero();
        }
    }

    private static Rows rows(ArrayFile file, CfDataset dataset, Case expected) throws IOException {
        List<String> columns = dataset.observations().orElseThrow().variables().stream()
                .map(ObservedVariable::column)
                .toList();
        int column = columns.indexOf(expected.column());
        TreeSet<String> series = new TreeSet<>();
        List<ObservationBatch> batches = new ArrayList<>();
        try (ObservationReader reader = ObservationReader.open(file, dataset, 1000)) {
            while (reader.next()) {
                batches.add(reader.batch());
                series.addAll(Arrays.asList(reader.batch().series()));
            }
        }
        assertThat(series).hasSize(expected.series());
        if (!expected.platform().isEmpty()) {
            assertThat(batches.get(0).platform()[0]).isEqualTo(expected.platform());
        }
        return new Rows(
                batches.stream()
                        .flatMapToLong(b -> Arrays.stream(b.timeMicros()))
                        .toArray(),
                batches.stream().flatMapToDouble(b -> Arrays.stream(b.lat())).toArray(),
                batches.stream().flatMapToDouble(b -> Arrays.stream(b.lon())).toArray(),
                batches.stream()
                        .flatMapToDouble(b -> Arrays.stream(b.depthMetres()))
                        .toArray(),
                batches.stream()
                        .flatMapToDouble(b -> Arrays.stream(b.values()[column]))
                        .toArray(),
                batches.stream().flatMapToLong(b -> Arrays.stream(b.index())).toArray());
    }

    private static double[] at(double[] all, long[] index) {
        return Arrays.stream(index).mapToDouble(i -> all[(int) i] + 0.0).toArray();
    }

    /** Counts values that no row has. */
    private static long left(double[] all, long[] index) {
        double[] rest = all.clone();
        Arrays.stream(index).forEach(i -> rest[(int) i] = Double.NaN);
        return Arrays.stream(rest).filter(value -> !Double.isNaN(value)).count();
    }
}
