package dev.shoal.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shoal.netcdf.ArrayFile;
import dev.shoal.netcdf.ArrayFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ucar.ma2.Array;
import ucar.ma2.DataType;
import ucar.ma2.InvalidRangeException;
import ucar.nc2.Attribute;
import ucar.nc2.write.NetcdfFormatWriter;

/** Observations: what a query does not ask for is not read, and what it asks for is the same as without pruning. */
class ObservationPruningIT extends SourceSession {

    private static final int STATIONS = 20;
    private static final int TIMES = 50_000;
    private static final long VARIABLE = 4L * STATIONS * TIMES;

    static Stream<String> featureFiles() throws IOException {
        Path root = RealFiles.path("dsg");
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".nc"))
                    .map(file -> "dsg/" + root.relativize(file))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("featureFiles")
    void anyColumnsAndFiltersGiveTheSameRows(String name) {
        Dataset<Row> all;
        try {
            all = netcdf(RealFiles.path(name));
        } catch (SourceException refused) {
            assertThat(refused).hasMessageMatching("(?s)Cannot .*: .*\\. .*");
            return;
        }
        Random random = new Random(name.hashCode());
        Dataset<Row> held = local(all.select("*", "_offset", "_chunk"));
        List<String> columns = List.of(held.columns());
        for (int i = 0; i < 2; i++) {
            List<String> asked = new ArrayList<>();
            for (String column : columns) {
                if (random.nextInt(3) == 0) {
                    asked.add("`" + column + "`");
                }
            }
            asked.add("source_index");
            String[] list = asked.stream().distinct().toArray(String[]::new);
            String filter = filter(held, random);
            assertSameRows(
                    held.filter(filter).selectExpr(list), all.filter(filter).selectExpr(list));
        }
        assertThat(held.filter("_offset <> source_index").count()).isZero();
    }

    private static String filter(Dataset<Row> rows, Random random) {
        List<Row> places =
                rows.select("platform", "lat", "lon", "depth").limit(50).collectAsList();
        if (places.isEmpty()) {
            return "lat > 0";
        }
        Row place = places.get(random.nextInt(places.size()));
        if (place.isNullAt(1) || place.isNullAt(2)) {
            return "lat IS NULL OR lon IS NULL";
        }
        return switch (random.nextInt(4)) {
            case 0 -> "platform = '" + place.getString(0).replace("'", "\\'") + "'";
            case 1 -> "lat >= " + place.get(1) + "D AND lon <= " + place.get(2) + "D";
            case 2 -> place.isNullAt(3) ? "depth IS NULL" : "depth <= " + place.get(3) + "D";
            default -> "time IS NOT NULL";
        };
    }

    @Test
    void fetchesNoBytesOfVariablesThatAreNotAsked() throws IOException {
        Path path = stations(folder.resolve("stations.nc"));
        String table = "ocean.netcdf.`" + path + "`";
        long none = bytesOf("SELECT count(lat) FROM " + table);
        long one = bytesOf("SELECT sum(temp) FROM " + table);
        assertThat(one - none).isBetween(VARIABLE / 2, 2 * VARIABLE);
        assertThat(bytesOf("SELECT sum(temp), sum(psal), sum(doxy) FROM " + table) - none)
                .isGreaterThan(2 * VARIABLE);
        assertThat(bytesOf("SELECT sum(temp), sum(psal) FROM " + table + " WHERE lat > 89"))
                .isLessThan(none + VARIABLE);
        Dataset<Row> oneStation = spark().sql("SELECT temp FROM " + table + " WHERE lat BETWEEN 4.5 AND 5.5");
        assertThat(oneStation.collectAsList()).hasSize(TIMES);
        assertThat(counted(oneStation, ScanMetric.ROWS)).isEqualTo(TIMES);
    }

    private long bytesOf(String query) {
        Dataset<Row> rows = spark().sql(query);
        long before = bytesRead();
        rows.collectAsList();
        return bytesRead() - before;
    }

    private static Path stations(Path path) throws IOException {
        NetcdfFormatWriter.Builder builder = NetcdfFormatWriter.createNewNetcdf3(path.toString());
        builder.addDimension("station", STATIONS);
        builder.addDimension("time", TIMES);
        builder.addAttribute(new Attribute("featureType", "timeSeries"));
        builder.addVariable("time", DataType.DOUBLE, "time")
                .addAttribute(new Attribute("units", "hours since 2020-01-01"))
                .addAttribute(new Attribute("standard_name", "time"));
        builder.addVariable("lat", DataType.DOUBLE, "station").addAttribute(new Attribute("units", "degrees_north"));
        builder.addVariable("lon", DataType.DOUBLE, "station").addAttribute(new Attribute("units", "degrees_east"));
        builder.addVariable("station", DataType.INT, "station").addAttribute(new Attribute("cf_role", "timeseries_id"));
        for (String name : List.of("temp", "psal", "doxy", "turbidity")) {
            builder.addVariable(name, DataType.FLOAT, "station time")
                    .addAttribute(new Attribute("coordinates", "time lat lon"))
                    .addAttribute(new Attribute("units", "1"));
        }
        try (NetcdfFormatWriter writer = builder.build()) {
            double[] degrees = new double[STATIONS];
            int[] numbers = new int[STATIONS];
            for (int i = 0; i < STATIONS; i++) {
                degrees[i] = i;
                numbers[i] = i;
            }
            double[] hours = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                hours[i] = i;
            }
            writer.write("time", Array.makeFromJavaArray(hours));
            writer.write("lat", Array.makeFromJavaArray(degrees));
            writer.write("lon", Array.makeFromJavaArray(degrees));
            writer.write("station", Array.makeFromJavaArray(numbers));
            for (String name : List.of("temp", "psal", "doxy", "turbidity")) {
                writer.write(name, Array.factory(DataType.FLOAT, new int[] {STATIONS, TIMES}));
            }
        } catch (InvalidRangeException error) {
            throw new IllegalStateException(error);
        }
        return path;
    }

    @Test
    void numbersTheChunksOfObservations() throws IOException {
        Path path = RealFiles.path("timeseries/ioos__erddap-gold-standard/edu_calpoly_marine_morro_bay_met.nc");
        long chunk;
        try (ArrayFile file = ArrayFiles.open(path.toString(), new Configuration())) {
            chunk = file.header()
                    .variable("air_temperature")
                    .orElseThrow()
                    .storage()
                    .chunk()[0];
        }
        Dataset<Row> rows = netcdf(path);
        assertThat(rows.filter("_chunk <> floor(_offset / " + chunk + ")").count())
                .isZero();
        assertThat(rows.schema().fieldNames()).doesNotContain("_chunk", "_offset");
    }
}
