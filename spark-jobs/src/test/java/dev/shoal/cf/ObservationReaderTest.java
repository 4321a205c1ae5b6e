package dev.shoal.cf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.ElementType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationReaderTest {

    private static final Attribute NORTH = Attribute.of("units", "degrees_north");
    private static final Attribute EAST = Attribute.of("units", "degrees_east");
    private static final Attribute SECONDS = Attribute.of("units", "seconds since 1970-01-01");
    private static final Attribute METRES = Attribute.of("units", "m");
    private static final Attribute DOWN = Attribute.of("positive", "down");
    private static final Attribute CELSIUS = Attribute.of("units", "Celsius");

    /** One row per observation: platform, series, seconds, lat, lon, depth, values, index. */
    private static List<String> rows(MemoryFile file, long most) throws IOException {
        List<String> rows = new ArrayList<>();
        try (ObservationReader reader = ObservationReader.open(file, CfDataset.of(file), most)) {
            while (reader.next()) {
                ObservationBatch batch = reader.batch();
                assertThat(batch.size()).isBetween(1, (int) most);
                for (int i = 0; i < batch.size(); i++) {
                    rows.add(row(batch, i));
                }
            }
        }
        return rows;
    }

    private static String row(ObservationBatch batch, int i) {
        String time = batch.timeMicros()[i] == TimeUnits.MISSING ? "-" : "" + batch.timeMicros()[i] / 1_000_000;
        StringBuilder row = new StringBuilder(batch.platform()[i] + " " + batch.series()[i] + " " + time);
        row.append(' ').append(Texts.of(batch.lat()[i])).append(' ').append(Texts.of(batch.lon()[i]));
        row.append(' ').append(Texts.of(batch.depthMetres()[i])).append(" [");
        for (double[] column : batch.values()) {
            row.append(Texts.of(column[i])).append(';');
        }
        return row.append("] ").append(batch.index()[i]).toString();
    }

    private static MemoryFile file(String featureType) {
        return new MemoryFile("file:/data/moorings.nc").attribute("featureType", featureType);
    }

    private static MemoryFile orthogonal() {
        return file("timeSeries")
                .dimension("time", 3)
                .dimension("station", 2)
                .dimension("strlen", 4)
                .texts("name", "station strlen", 4, List.of("A", "B2"), Attribute.of("cf_role", "timeseries_id"))
                .variable("lat", "station", new float[] {10, 20}, NORTH)
                .variable("lon", "station", new float[] {30, 40}, EAST)
                .variable("alt", "station", new float[] {-5, 2}, METRES, Attribute.of("positive", "up"))
                .variable("time", "time", new int[] {0, 60, 120}, SECONDS)
                .variable(
                        "sst",
                        "time station",
                        new double[] {273.15, 274.15, Double.NaN, 276.15, 277.15, 278.15},
                        Attribute.of("units", "K"));
    }

    @Test
    void readsOrthogonalSeriesAndKeepsMissingValuesWithCoordinates() throws IOException {
        CfDataset dataset = CfDataset.of(orthogonal());
        ObservationLayout layout = dataset.observations().orElseThrow();
        assertThat(dataset.featureType()).isEqualTo(FeatureType.TIME_SERIES);
        assertThat(layout.representation()).isEqualTo(Representation.ORTHOGONAL);
        assertThat(layout.variables().get(0).canonicalUnits()).isEqualTo("degree_Celsius");
        assertThat(layout.variables().get(0).units()).contains("K");
        List<String> rows = rows(orthogonal(), 100);
        assertThat(rows).hasSize(6);
        assertThat(rows.get(2)).isEqualTo("A A 60 10 30 5 [;] 2");
        assertThat(rows.get(5)).isEqualTo("B2 B2 120 20 40 -2 [5;] 5");
    }

    @Test
    void leavesOutThePaddingOfIncompleteArrays() throws IOException {
        MemoryFile file = file("trajectory")
                .dimension("drifter", 2)
                .dimension("obs", 3)
                .variable("id", "drifter", new int[] {7, 8}, Attribute.of("cf_role", "trajectory_id"))
                .variable("time", "drifter obs", new int[] {0, 1, -2147483647, 5, 6, 7}, SECONDS)
                .variable("lat", "drifter obs", new double[] {1, 2, Double.NaN, 3, 4, 5}, NORTH)
                .variable("lon", "drifter obs", new double[] {1, 2, Double.NaN, 3, 4, 5}, EAST)
                .variable("temp", "drifter obs", new double[] {11, Double.NaN, Double.NaN, 13, 14, 15}, CELSIUS);
        assertThat(CfDataset.of(file).observations().orElseThrow().representation())
                .isEqualTo(Representation.INCOMPLETE);
        assertThat(rows(file, 100))
                .containsExactly(
                        "moorings/7 moorings/7 0 1 1  [11;] 0",
                        "moorings/7 moorings/7 1 2 2  [;] 1",
                        "moorings/8 moorings/8 5 3 3  [13;] 3",
                        "moorings/8 moorings/8 6 4 4  [14;] 4",
                        "moorings/8 moorings/8 7 5 5  [15;] 5");
    }

    private static MemoryFile contiguous() {
        return file("profile")
                .attribute("platform_code", "SHIP")
                .dimension("profile", 3)
                .dimension("obs", 5)
                .variable("lat", "profile", new double[] {1, 2, 3}, NORTH)
                .variable("lon", "profile", new double[] {4, 5, 6}, EAST)
                .variable("time", "profile", new int[] {10, 20, 30}, SECONDS)
                .variable("n", "profile", new int[] {2, 0, 3}, Attribute.of("sample_dimension", "obs"))
                .variable("depth", "obs", new float[] {0, 10, 0, 5, 7}, METRES, DOWN)
                .variable("temp", "obs", new float[] {11, 12, 31, 32, 33}, CELSIUS);
    }

    @Test
    void readsContiguousRaggedProfilesWithAnEmptyOne() throws IOException {
        assertThat(CfDataset.of(contiguous()).observations().orElseThrow().representation())
                .isEqualTo(Representation.CONTIGUOUS_RAGGED);
        assertThat(rows(contiguous(), 100))
                .containsExactly(
                        "SHIP SHIP/moorings#0 10 1 4 0 [11;] 0",
                        "SHIP SHIP/moorings#0 10 1 4 10 [12;] 1",
                        "SHIP SHIP/moorings#2 30 3 6 0 [31;] 2",
                        "SHIP SHIP/moorings#2 30 3 6 5 [32;] 3",
                        "SHIP SHIP/moorings#2 30 3 6 7 [33;] 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void readsIndexedRaggedSeriesFromZeroAndFromOne(int base) throws IOException {
        MemoryFile file = file("timeSeries")
                .dimension("station", 2)
                .dimension("obs", 4)
                .variable("name", "station", new String[] {"A", "B"}, Attribute.of("cf_role", "timeseries_id"))
                .variable("lat", "station", new double[] {1, 2}, NORTH)
                .variable("lon", "station", new double[] {3, 4}, EAST)
                .variable(
                        "which",
                        "obs",
                        new int[] {1 + base, base, base, 1 + base},
                        Attribute.of("instance_dimension", "station"))
                .variable("time", "obs", new int[] {0, 1, 2, 3}, SECONDS)
                .variable("temp", "obs", new float[] {10, 11, 12, 13}, CELSIUS);
        assertThat(rows(file, 3))
                .containsExactly(
                        "B B 0 2 4  [10;] 0", "A A 1 1 3  [11;] 1", "A A 2 1 3  [12;] 2", "B B 3 2 4  [13;] 3");
    }

    @Test
    void readsProfilesOfStationsThatAreRaggedTwice() throws IOException {
        MemoryFile file = file("timeSeriesProfile")
                .dimension("station", 2)
                .dimension("profile", 3)
                .dimension("obs", 5)
                .variable("name", "station", new String[] {"A", "B"}, Attribute.of("cf_role", "timeseries_id"))
                .variable("lat", "station", new double[] {1, 2}, NORTH)
                .variable("lon", "station", new double[] {3, 4}, EAST)
                .variable(
                        "station_index", "profile", new int[] {0, 1, 0}, Attribute.of("instance_dimension", "station"))
                .variable("row_size", "profile", new int[] {2, 1, 2}, Attribute.of("sample_dimension", "obs"))
                .variable("time", "profile", new int[] {0, 1, 2}, SECONDS)
                .variable("height", "obs", new double[] {-1, -2, -1, -1, -2}, METRES, Attribute.of("positive", "up"))
                .variable("temp", "obs", new float[] {10, 11, 20, 12, 13}, CELSIUS);
        assertThat(CfDataset.of(file).observations().orElseThrow().representation())
                .isEqualTo(Representation.DOUBLY_RAGGED);
        assertThat(rows(file, 100))
                .containsExactly(
                        "A A/0 0 1 3 1 [10;] 0",
                        "A A/1 0 1 3 2 [11;] 1",
                        "B B/0 1 2 4 1 [20;] 2",
                        "A A/0 2 1 3 1 [12;] 3",
                        "A A/1 2 1 3 2 [13;] 4");
    }

    @Test
    void joinsRaggedArraysOfOneParentWhereTheyHaveAsManyValues() throws IOException {
        MemoryFile file = file("profile")
                .dimension("casts", 3)
                .dimension("z_obs", 5)
                .dimension("s_obs", 3)
                .variable("lat", "casts", new double[] {1, 2, 3}, NORTH)
                .variable("lon", "casts", new double[] {1, 2, 3}, EAST)
                .variable("time", "casts", new double[] {1, 2, 3}, SECONDS)
                .variable("z_row_size", "casts", new int[] {2, 2, 1}, Attribute.of("sample_dimension", "z_obs"))
                .variable("s_row_size", "casts", new int[] {0, 2, 1}, Attribute.of("sample_dimension", "s_obs"))
                .variable("z", "z_obs", new float[] {0, 1, 0, 1, 0}, METRES, DOWN)
                .variable("salt", "s_obs", new float[] {34, 35, 36}, Attribute.of("coordinates", "time lat lon z"));
        assertThat(rows(file, 2))
                .extracting(row -> row.replaceAll(".*\\[(.*)].*", "$1"))
                .containsExactly(";", ";", "34;", "35;", "36;");
    }

    @Test
    void readsArgoProfilesWithPressureAndCharacterFlags() throws IOException {
        MemoryFile file = file("trajectoryProfile")
                .dimension("N_PROF", 2)
                .dimension("N_LEVELS", 2)
                .dimension("STRING8", 8)
                .texts("PLATFORM_NUMBER", "N_PROF STRING8", 8, List.of("13857   ", "13857   "))
                .variable("JULD", "N_PROF", new double[] {1, 2}, SECONDS, Attribute.of("standard_name", "time"))
                .variable("LATITUDE", "N_PROF", new double[] {1, 2}, NORTH)
                .variable("LONGITUDE", "N_PROF", new double[] {3, 4}, EAST)
                .variable("CYCLE_NUMBER", "N_PROF", new int[] {1, 2})
                .variable("JULD_QC", "N_PROF", ElementType.CHAR, "1 ".getBytes(StandardCharsets.US_ASCII))
                .variable(
                        "PRES",
                        "N_PROF N_LEVELS",
                        new float[] {5, 10, 5, 99999},
                        Attribute.of("units", "decibar"),
                        Attribute.of("standard_name", "sea_water_pressure"),
                        Attribute.of("_FillValue", 99999))
                .variable("PRES_QC", "N_PROF N_LEVELS", ElementType.CHAR, "14 9".getBytes(StandardCharsets.US_ASCII));
        ObservationLayout layout = CfDataset.of(file).observations().orElseThrow();
        assertThat(layout.levelDimension()).contains("N_LEVELS");
        assertThat(layout.variables())
                .extracting(ObservedVariable::column)
                .containsExactly("juld_qc", "pres", "pres_qc");
        assertThat(layout.variables().get(2).kind()).isEqualTo(ObservedVariable.Kind.FLAG);
        assertThat(rows(file, 100))
                .containsExactly(
                        "13857 13857/moorings#0 1 1 3  [1;5;1;] 0",
                        "13857 13857/moorings#0 1 1 3  [1;10;4;] 1",
                        "13857 13857/moorings#1 2 2 4  [;5;;] 2");
        assertThat(CfDataset.of(file).problems())
                .containsExactly(
                        "The vertical coordinate PRES is not a length (decibar): depth is missing, the coordinate is"
                                + " carried as a variable.",
                        "Variables with one value for several observations are not carried: CYCLE_NUMBER.");
    }

    @Test
    void takesPositionDimensionsOfTheLengthOfTimeForTime() throws IOException {
        MemoryFile file = new MemoryFile("buoy.nc")
                .attribute("cdm_data_type", "Time-series")
                .attribute("platform_code", "62164")
                .dimension("TIME", 2)
                .dimension("DEPTH", 2)
                .dimension("LATITUDE", 2)
                .dimension("LONGITUDE", 2)
                .variable("TIME", "TIME", new double[] {0, 1}, SECONDS)
                .variable("LATITUDE", "LATITUDE", new float[] {1, 2}, NORTH)
                .variable("LONGITUDE", "LONGITUDE", new float[] {3, 4}, EAST)
                .variable("DEPTH", "DEPTH", new float[] {0, 20}, METRES, DOWN)
                .variable("TEMP", "TIME DEPTH", new float[] {10, 11, 12, 13}, CELSIUS);
        CfDataset dataset = CfDataset.of(file);
        assertThat(dataset.featureType()).isEqualTo(FeatureType.TIME_SERIES_PROFILE);
        assertThat(dataset.featureTypeReason())
                .isEqualTo("attribute cdm_data_type is \"Time-series\", with levels along DEPTH");
        assertThat(rows(file, 100))
                .containsExactly(
                        "62164 62164/0 0 1 3 0 [10;] 0",
                        "62164 62164/1 0 1 3 20 [11;] 1",
                        "62164 62164/0 1 2 4 0 [12;] 2",
                        "62164 62164/1 1 2 4 20 [13;] 3");
    }

    @Test
    void countsHeightsAboveAnInstrumentFromItsDepth() throws IOException {
        MemoryFile file = file("timeSeriesProfile")
                .dimension("time", 2)
                .dimension("HEIGHT_ABOVE_SENSOR", 2)
                .variable("time", "time", new int[] {0, 1}, SECONDS)
                .variable("lat", "", new double[] {1}, NORTH)
                .variable("lon", "", new double[] {2}, EAST)
                .variable(
                        "HEIGHT_ABOVE_SENSOR",
                        "HEIGHT_ABOVE_SENSOR",
                        new float[] {4, 8},
                        METRES,
                        Attribute.of("positive", "up"))
                .variable("DEPTH", "time", new float[] {40, 41}, METRES, DOWN)
                .variable("u", "time HEIGHT_ABOVE_SENSOR", new float[4]);
        assertThat(rows(file, 100)).extracting(row -> row.split(" ", -1)[5]).containsExactly("36", "32", "37", "33");
    }

    @Test
    void doesNotMoveTheZeroOfDifferences() throws IOException {
        MemoryFile file = file("timeSeries")
                .dimension("time", 1)
                .variable("time", "time", new int[] {0}, SECONDS)
                .variable("temp", "time", new double[] {50}, Attribute.of("units", "degF"))
                .variable("temp_std", "time", new double[] {2}, Attribute.of("units", "K"))
                .variable("sst_anomaly", "time", new double[] {3}, Attribute.of("units", "kelvin"))
                .variable("PSAL-1", "time", new double[] {35}, Attribute.of("units", "psu"))
                .variable("psal 1", "time", new double[] {36}, Attribute.of("units", "0.001"));
        ObservationLayout layout = CfDataset.of(file).observations().orElseThrow();
        assertThat(layout.variables())
                .extracting(ObservedVariable::canonicalUnits)
                .containsExactly("degree_Celsius", "K", "K", "psu", "1e-3");
        assertThat(layout.variables())
                .extracting(ObservedVariable::column)
                .containsExactly("temp", "temp_std", "sst_anomaly", "psal_1", "psal_1_2");
        assertThat(rows(file, 9)).containsExactly("moorings moorings 0    [10;2;3;35;36;] 0");
    }

    @Test
    void guessesTheTypeOfFilesThatDeclareNone() throws IOException {
        MemoryFile file = new MemoryFile("glider.nc")
                .dimension("time", 2)
                .variable("time", "time", new int[] {0, 1}, SECONDS)
                .variable("lat", "time", new double[] {1, 2}, NORTH)
                .variable("lon", "time", new double[] {1, 2}, EAST)
                .variable("temp", "time", new double[] {1, 2}, CELSIUS);
        CfDataset dataset = CfDataset.of(file);
        assertThat(dataset.featureType()).isEqualTo(FeatureType.TRAJECTORY);
        assertThat(dataset.featureTypeReason()).isEqualTo("position changes with time");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 100})
    void givesTheSameRowsInBatchesOfAnySize(int most) throws IOException {
        assertThat(rows(contiguous(), most)).isEqualTo(rows(contiguous(), 1000));
        assertThat(rows(orthogonal(), most)).isEqualTo(rows(orthogonal(), 1000));
        for (long seed = 0; seed < 5; seed++) {
            assertThat(rows(cube(seed), most)).isEqualTo(rows(cube(seed), 1000));
        }
    }

    @Test
    void readsNoMoreThanABatchAtOnce() throws IOException {
        MemoryFile file = file("timeSeries")
                .dimension("time", 1000)
                .variable("time", "time", new int[1000], SECONDS)
                .variable("temp", "time", new double[1000], CELSIUS);
        rows(file, 16);
        assertThat(file.mostCellsRead()).isLessThanOrEqualTo(16);
    }

    @Test
    void refusesAFileOfGrids() throws IOException {
        MemoryFile file = new MemoryFile("sst.nc")
                .dimension("lat", 2)
                .dimension("lon", 2)
                .variable("lat", "lat", new double[] {1, 2}, NORTH)
                .variable("lon", "lon", new double[] {1, 2}, EAST)
                .variable("sst", "lat lon", new float[4]);
        CfDataset dataset = CfDataset.of(file);
        assertThatThrownBy(() -> ObservationReader.open(file, dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot read observations of sst.nc: it holds grid, expected observations.");
    }

    /** A random incomplete array of profiles of stations, its axes in an order of its own. */
    private static MemoryFile cube(long seed) {
        Random random = new Random(seed);
        int stations = random.nextInt(1, 4);
        int profiles = random.nextInt(1, 5);
        int levels = random.nextInt(1, 6);
        double[] depth = new double[stations * profiles * levels];
        double[] temp = new double[depth.length];
        for (int i = 0; i < depth.length; i++) {
            depth[i] = random.nextInt(4) == 0 ? Double.NaN : i;
            temp[i] = random.nextInt(3) == 0 ? Double.NaN : random.nextDouble();
        }
        return file("timeSeriesProfile")
                .dimension("station", stations)
                .dimension("profile", profiles)
                .dimension("z", levels)
                .variable("name", "station", names(stations), Attribute.of("cf_role", "timeseries_id"))
                .variable(
                        "time",
                        "profile station",
                        random.doubles((long) stations * profiles, 0, 9).toArray(),
                        SECONDS)
                .variable("lat", "station", random.doubles(stations, 0, 9).toArray(), NORTH)
                .variable("lon", "station", random.doubles(stations, 0, 9).toArray(), EAST)
                .variable("depth", "profile z station", depth, METRES, DOWN)
                .variable("temp", "station profile z", temp, CELSIUS);
    }

    private static String[] names(int number) {
        String[] names = new String[number];
        Arrays.setAll(names, i -> "S" + i);
        return names;
    }
}
