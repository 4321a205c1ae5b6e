package dev.shoal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shoal.netcdf.Corpus;
import dev.shoal.spec.RunSpec;
import dev.shoal.testing.SharedSpark;
import dev.shoal.zarr.OutsideProgram;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real observations of every discrete sampling geometry through the whole main job: every row of the tables held
 * against what netCDF4-python reads at the same place of the same file, and no value lost.
 */
class CorpusObservationsIT {

    private static final Path SCRIPT = Path.of("src/test/resources/dev/shoal/stage/read_variables.py");
    private static final String ARGO = "profile/euroargodev__argopy-data/";
    private static final String IMOS = "timeseries/aodn__python-aodntools/";

    @TempDir
    private Path folder;

    /** What is compared: a column of a table and a variable of a file. */
    private record Column(String table, String column, String file, String variable) {}

    private final List<Column> columns = new ArrayList<>();

    @Test
    void everyRowHoldsWhatTheFileHolds() throws Exception {
        OutsideProgram.requirePython();
        run("argo", "TEMP", List.of(ARGO + "*_prof.nc", ARGO + "[DR]*_00[1-9].nc"));
        run("cchdo", "ctd_temperature", List.of("profile/cchdo__hydro/test.nc"));
        run("wod", "Temperature", List.of("profile/IQuOD__wodpy/*.nc"));
        run("imos", "TEMP", List.of(IMOS + "*NRSROT*.nc"));
        run("w1m3a", "TEMP", List.of("timeseries/emso-eric__metadata-harmonizer/*.nc"));
        run("gold", "air_temperature", List.of("timeseries/ioos__erddap-gold-standard/edu*.nc"));
        run(
                "gold-currents",
                "sea_water_velocity_to_direction",
                List.of("timeseries/ioos__erddap-gold-standard/usf*.nc"));
        run("pyglider", "temperature", List.of("trajectory/c-proof__pyglider/*.nc"));
        placed("latitude", "longitude");
        run("ru29", "temperature", List.of("trajectory/ioos__ioosngdac/*.nc"));
        placed("lat", "lon");
        run("og1", "TEMP", List.of("trajectory/OceanGlidersCommunity__OG-format-user-manual/*.nc"));
        assertThat(run("dsg", "temperature", List.of("dsg")).rejected()).isEmpty();
        assertThat(run("broken-moorings", "TEMP", List.of("broken")).rejected().values())
                .anyMatch(reason -> reason.contains("zeroLengthFile.nc: found an empty file"))
                .anyMatch(reason -> reason.contains("bad-trajectory.nc") && reason.contains("none of the variables"));
        compare();
    }

    private RunOutcome run(String name, String variable, List<String> globs) {
        String paths = String.join(
                ", ",
                globs.stream()
                        .map(glob -> "\"" + Corpus.path("").toAbsolutePath().normalize() + "/" + glob + "\"")
                        .toList());
        String spec = "dataset: corpus-" + name + "\nsource: {paths: [" + paths + "], variables: [" + variable
                + "], kind: observations}\n";
        RunOutcome outcome = new Reprocessing(
                        SharedSpark.session(), RunSpec.parse(spec, "spec.yaml"), Progress.NONE, Clock.systemUTC())
                .run();
        List<Row> files = SharedSpark.session()
                .sql("SELECT DISTINCT source_file FROM " + outcome.location())
                .collectAsList();
        assertThat(files).hasSize((int) (outcome.files() - outcome.rejected().size()));
        for (Row file : files) {
            columns.add(new Column(outcome.location(), variable.toLowerCase(Locale.ROOT), file.getString(0), variable));
        }
        return outcome;
    }

    /** Compares the places of the last file too. */
    private void placed(String lat, String lon) {
        Column last = columns.get(columns.size() - 1);
        columns.add(new Column(last.table(), "lat", last.file(), lat));
        columns.add(new Column(last.table(), "lon", last.file(), lon));
    }

    private void compare() throws Exception {
        List<Map<String, String>> cases = new ArrayList<>();
        for (Column column : columns) {
            cases.add(Map.of("file", column.file().replace("file:", ""), "variable", column.variable()));
        }
        Path list = folder.resolve("cases.json");
        ObjectMapper json = new ObjectMapper();
        json.writeValue(list.toFile(), cases);
        List<List<Double>> expected =
                json.readValue(OutsideProgram.python(SCRIPT, list.toString()), new TypeReference<>() {});
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Map<Long, Double> there = new TreeMap<>();
            for (int at = 0; at < expected.get(i).size(); at++) {
                if (expected.get(i).get(at) != null) {
                    there.put((long) at, expected.get(i).get(at));
                }
            }
            Map<Long, Double> rows = rows(columns.get(i));
            if (there.isEmpty() || !rows.equals(there)) {
                wrong.add(columns.get(i) + ": " + difference(rows, there));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String difference(Map<Long, Double> rows, Map<Long, Double> there) {
        Map<Long, String> different = new TreeMap<>();
        Map<Long, Double> all = new HashMap<>(rows);
        all.putAll(there);
        all.keySet().forEach(at -> {
            if (!String.valueOf(rows.get(at)).equals(String.valueOf(there.get(at)))) {
                different.put(at, "row " + rows.get(at) + ", file " + there.get(at));
            }
        });
        return different.size() + " of " + all.size() + " differ: "
                + different.entrySet().stream().limit(3).toList();
    }

    private static Map<Long, Double> rows(Column column) {
        Map<Long, Double> rows = new TreeMap<>();
        SharedSpark.session()
                .table(column.table())
                .where("source_file = '" + column.file().replace("'", "\\'") + "' AND " + column.column()
                        + " IS NOT NULL")
                .select("source_index", column.column())
                .toLocalIterator()
                .forEachRemaining(row ->
                        assertThat(rows.put(row.getLong(0), row.getDouble(1))).isNull());
        return rows;
    }
}
