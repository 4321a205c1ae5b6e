package dev.shoal.job;

import static org.apache.spark.sql.functions.col;

import dev.shoal.catalog.table.CatalogSettings;
import dev.shoal.cf.CfDataset;
import dev.shoal.cf.GridVariable;
import dev.shoal.cf.TimeAxis;
import dev.shoal.job.demo.Archive;
import dev.shoal.job.report.ColourScale;
import dev.shoal.job.report.Footprint;
import dev.shoal.job.report.FootprintMap;
import dev.shoal.job.report.Maps;
import dev.shoal.job.report.Palette;
import dev.shoal.job.report.Raster;
import dev.shoal.job.report.Section;
import dev.shoal.job.report.SeriesChart;
import dev.shoal.netcdf.ArrayFile;
import dev.shoal.plan.Window;
import dev.shoal.regrid.RectilinearGrid;
import dev.shoal.zarr.ArrayStores;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The pictures of the demo: read from the archive and from what was made of it. */
final class DemoPictures {

    private static final double KELVIN = 273.15;
    private static final int TRACK_POINTS = 2_000;
    private static final int SERIES_POINTS = 20_000;

    private final SparkSession spark;
    private final Configuration conf;
    private final Archive archive;

    DemoPictures(SparkSession spark, Archive archive) {
        this.spark = spark;
        this.conf = spark.sparkContext().hadoopConfiguration();
        this.archive = archive;
    }

    /** Shows one day before and after regridding. */
    Section seaSurface() {
        Raster before = field(firstDay(), "analysed_sst", "%s, as the archive has it");
        Raster after = field(store(), "analysed_sst", "%s, judged and on a regular grid");
        ColourScale scale =
                ColourScale.around("sea surface temperature, degrees Celsius", Palette.THERMAL, List.of(before, after));
        return Section.of(
                "Sea surface temperature before and after",
                "The first day. On the left as stored, with the values that the gross range test will fail: single dark or"
                        + " light dots. They are holes before regridding, and the flags beside the values say so.",
                new Maps("", scale, List.of(before, after)));
    }

    private String firstDay() {
        return archive.files().stream()
                .filter(file -> file.startsWith("sst/"))
                .findFirst()
                .map(file -> CatalogSettings.location(archive.folder().resolve(file)))
                .orElseThrow();
    }

    private String store() {
        return spark.table("ocean.catalog.datasets")
                .where(col("name").equalTo("sst-daily"))
                .select("location")
                .first()
                .getString(0);
    }

    private Raster field(String location, String variable, String title) {
        try (ArrayFile file = ArrayStores.open(location, conf)) {
            GridVariable field = CfDataset.of(file).grids().stream()
                    .filter(grid -> grid.header().name().equals(variable))
                    .findFirst()
                    .orElseThrow();
            Window day = Window.whole(field.header().shape());
            if (field.timeAxis().isPresent()) {
                day = day.with(field.timeAxis().getAsInt(), 0, 1);
            }
            double[] values = field.packing().decode(file.read(field.header(), day));
            for (int i = 0; i < values.length; i++) {
                values[i] -= KELVIN;
            }
            RectilinearGrid grid = (RectilinearGrid) field.grid();
            return Raster.regular(title.replace("%s", firstDate(field)), grid.lat(), grid.lon(), values);
        } catch (IOException error) {
            throw new IllegalStateException("Cannot draw '" + variable + "' of '" + location + "'.", error);
        }
    }

    private static String firstDate(GridVariable field) {
        return field.time()
                .flatMap(TimeAxis::micros)
                .map(micros ->
                        Instant.ofEpochSecond(micros[0] / 1_000_000).toString().substring(0, 10))
                .orElse("");
    }

    /** Shows the series of the mooring with the most flagged values. */
    Section mooring() {
        Row worst = spark.sql("SELECT platform FROM ocean.obs.moorings GROUP BY platform"
                        + " ORDER BY count_if(temp_qc IN (3, 4)) DESC, platform LIMIT 1")
                .first();
        Dataset<Row> rows = spark.table("ocean.obs.moorings")
                .where(col("platform")
                        .equalTo(worst.getString(0))
                        .and(col("time").isNotNull()))
                .selectExpr("unix_millis(time)", "temp", "temp_qc")
                .orderBy("unix_millis(time)")
                .limit(SERIES_POINTS);
        List<Row> samples = new ArrayList<>();
        rows.toLocalIterator().forEachRemaining(samples::add);
        long[] millis = new long[samples.size()];
        double[] values = new double[samples.size()];
        byte[] flags = new byte[samples.size()];
        for (int i = 0; i < millis.length; i++) {
            Row row = samples.get(i);
            millis[i] = row.getLong(0);
            values[i] = row.isNullAt(1) ? Double.NaN : row.getDouble(1);
            flags[i] = (byte) row.getInt(2);
        }
        return Section.of(
                "A mooring's series",
                "Mooring " + worst.getString(0)
                        + ", both deployments as one series, judged by gross range, spike, rate of change and flat line."
                        + " Triangles at the edges are values beyond them. Drag the ends of the bar below to zoom.",
                new SeriesChart(
                        "Mooring " + worst.getString(0), "temperature, degrees Celsius", millis, values, flags));
    }

    /** Shows where the observations lie. */
    Section footprints() {
        List<Footprint> places = new ArrayList<>();
        spark.sql("SELECT platform, any_value(lon), any_value(lat) FROM ocean.obs.moorings GROUP BY platform"
                        + " ORDER BY platform")
                .limit(TRACK_POINTS)
                .toLocalIterator()
                .forEachRemaining(row ->
                        places.add(Footprint.point(row.getString(0), "moorings", row.getDouble(1), row.getDouble(2))));
        spark.sql("SELECT DISTINCT platform FROM ocean.obs.gliders ORDER BY platform")
                .limit(TRACK_POINTS)
                .toLocalIterator()
                .forEachRemaining(row -> places.add(track(row.getString(0))));
        spark.sql("SELECT west, south, east, north FROM ocean.catalog.granules WHERE dataset = 'gyre' LIMIT 1")
                .toLocalIterator()
                .forEachRemaining(row -> places.add(Footprint.box(
                        "gyre", "model", row.getDouble(0), row.getDouble(1), row.getDouble(2), row.getDouble(3))));
        return Section.of(
                "Where it was measured",
                "Moorings, glider tracks and the model's box over the sea of the daily grids.",
                new FootprintMap("", field(firstDay(), "analysed_sst", ""), places));
    }

    private Footprint track(String platform) {
        Dataset<Row> hours = spark.table("ocean.obs.gliders")
                .where(col("platform").equalTo(platform).and(col("lat").isNotNull()))
                .selectExpr("date_trunc('hour', time) AS hour", "lon", "lat")
                .groupBy("hour")
                .avg("lon", "lat")
                .orderBy("hour")
                .limit(TRACK_POINTS);
        List<Row> points = new ArrayList<>();
        hours.toLocalIterator().forEachRemaining(points::add);
        double[] lon = points.stream().mapToDouble(row -> row.getDouble(1)).toArray();
        double[] lat = points.stream().mapToDouble(row -> row.getDouble(2)).toArray();
        return Footprint.track(platform, "gliders", lon, lat);
    }
}
