package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.cf.CfDataset;
import dev.shoal.cf.ObservationBatch;
import dev.shoal.cf.ObservationReader;
import dev.shoal.cf.TimeUnits;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealFilesIT extends SourceSession {

    @ParameterizedTest
    @CsvSource({
        "gridded/coecms__xmhw/oisst_2003_2004.nc, sst, time, -, lat, lon, -90, 90, -180, 360",
        "gridded/SciTools__iris-sample-data/ostia_monthly.nc, surface_temperature, time, -, latitude, longitude, -1, 1, 100, 140",
        "curvilinear/xoceanmodel__xroms/ocean_his_0001.nc, temp, ocean_time, s_rho, lat_rho, lon_rho, -90, 90, -180, 360",
        "curvilinear/xoceanmodel__xroms/ocean_his_0001.nc, temp, ocean_time, s_rho, lat_rho, lon_rho, 0, 57.25, -180, 360",
        "zarr/cube-1-250-250.zarr, conc_chl, time, -, lat, lon, 51.2, 51.3, 1.2, 1.3",
        "zarr/roms_ocean_his_0001.zarr, zeta, ocean_time, -, lat_rho, lon_rho, -90, 90, -180, 360",
        "unstructured/NOAA-ORR-ERD__gridded/tri_grid_example-FVCOM.nc, zeta, time, -, lat, lon, -90, 90, -180, 360",
        "unstructured/NOAA-ORR-ERD__gridded/tri_grid_example-FVCOM.nc, uwind_speed, time, -, latc, lonc, 37.87, 37.88, 237.48, 237.5"
    })
    void cellsEqualThoseOfXarray(
            String file,
            String variable,
            String time,
            String level,
            String lat,
            String lon,
            double south,
            double north,
            double west,
            double east)
            throws IOException, InterruptedException {
        Path path = RealFiles.path(file);
        List<List<String>> expected = RealFiles.cells(
                folder.resolve(variable + south + ".csv"),
                path.toString(),
                variable,
                time,
                level,
                lat,
                lon,
                Double.toString(south),
                Double.toString(north),
                Double.toString(west),
                Double.toString(east));
        Dataset<Row> rows = spark().read()
                .format(file.endsWith(".zarr") ? "zarr" : "netcdf")
                .option("variables", variable)
                .load(path.toString())
                .where("lat BETWEEN " + south + "D AND " + north + "D AND lon BETWEEN " + west + "D AND " + east + "D")
                .selectExpr(
                        "unix_millis(time)",
                        level.equals("-") ? "null" : "`" + level + "`",
                        "lat",
                        "lon",
                        "double(" + variable + ")");
        List<List<Object>> read = new ArrayList<>();
        rows.collectAsList().forEach(row -> read.add(values(row)));
        assertThat(expected).isNotEmpty();
        List<List<Object>> wanted = expected.stream().map(RealFilesIT::values).toList();
        assertThat(read).hasSameSizeAs(wanted);
        assertThat(without(read, wanted)).as("not in xarray").isEmpty();
        assertThat(without(wanted, read)).as("in xarray alone").isEmpty();
    }

    private static Set<List<Object>> without(List<List<Object>> rows, List<List<Object>> others) {
        Set<List<Object>> rest = new HashSet<>(rows);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<Object> values(Row row) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(row.isNullAt(i) ? "" : row.get(i));
        }
        return values;
    }

    private static List<Object> values(List<String> line) {
        List<Object> values = new ArrayList<>(line);
        values.set(0, line.get(0).isEmpty() ? "" : Long.valueOf(line.get(0)));
        for (int i = 1; i < line.size(); i++) {
            values.set(i, line.get(i).isEmpty() ? "" : Double.valueOf(line.get(i)));
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dsg/axiom-data-science__pyaxiom/profile/resources/om-multiple.nc",
                "dsg/axiom-data-science__pyaxiom/timeseries/resources/im-multiple.nc",
                "dsg/axiom-data-science__pyaxiom/timeseriesProfile/resources/r-multiple.nc",
                "dsg/axiom-data-science__pyaxiom/trajectory/resources/cr-multiple.nc",
                "dsg/axiom-data-science__pyaxiom/trajectoryProfile/resources/cr-missing-time.nc",
                "timeseries/ioos__erddap-gold-standard/usf_comps_c10_inwater.nc",
                "timeseries/emso-eric__metadata-harmonizer/OS_W1M3A_20250728_R_SIMPLIFIED.nc"
            })
    void rowsOfObservationsEqualThoseOfTheReader(String name) throws IOException {
        Path path = RealFiles.path(name);
        Dataset<Row> rows = netcdf(path);
        List<String> expected = new ArrayList<>();
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration());
                ObservationReader reader = ObservationReader.open(file, CfDataset.of(file))) {
            while (reader.next()) {
                for (int i = 0; i < reader.batch().size(); i++) {
                    expected.add(text(reader.batch(), i));
                }
            }
        }
        assertThat(rows.columns())
                .startsWith("platform", "series", "time", "lat", "lon", "depth")
                .endsWith("source_index");
        List<String> read = new ArrayList<>();
        rows.collectAsList().forEach(row -> read.add(values(row).toString()));
        // The reader names platforms and series without an identifier after the path that it was given.
        assertThat(read).hasSameSizeAs(expected).isNotEmpty();
        assertThat(read.stream().map(RealFilesIT::withoutNames))
                .containsExactlyElementsOf(
                        expected.stream().map(RealFilesIT::withoutNames).toList());
        assertThat(rows.where("lat > 1e6").count()).isZero();
    }

    private static String withoutNames(String row) {
        return row.replaceFirst("^\\[[^,]*, [^,]*, ", "[");
    }

    private static String text(ObservationBatch batch, int i) {
        List<Object> values = new ArrayList<>(List.of(batch.platform()[i], batch.series()[i]));
        long micros = batch.timeMicros()[i];
        values.add(
                micros == TimeUnits.MISSING
                        ? ""
                        : Timestamp.from(java.time.Instant.EPOCH.plus(micros, java.time.temporal.ChronoUnit.MICROS)));
        values.add(number(batch.lat()[i]));
        values.add(number(batch.lon()[i]));
        values.add(number(batch.depthMetres()[i]));
        for (double[] column : batch.values()) {
            values.add(number(column[i]));
        }
        values.add(batch.index()[i]);
        return values.toString();
    }

    private static Object number(double value) {
        return Double.isNaN(value) ? "" : value;
    }
}
