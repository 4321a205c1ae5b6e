package dev.shoal.job.demo;

import dev.shoal.job.report.ColourScale;
import dev.shoal.job.report.Footprint;
import dev.shoal.job.report.FootprintMap;
import dev.shoal.job.report.Maps;
import dev.shoal.job.report.Palette;
import dev.shoal.job.report.Query;
import dev.shoal.job.report.Raster;
import dev.shoal.job.report.ReportPage;
import dev.shoal.job.report.Section;
import dev.shoal.job.report.SeriesChart;
import dev.shoal.job.report.Table;
import dev.shoal.job.report.Tiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A report of every kind of block over the made-up ocean. */
final class SamplePage {

    private static final Ocean OCEAN = new Ocean(42, 0, 365);

    private SamplePage() {}

    static ReportPage page() {
        return new ReportPage(
                "Shoal demo: a year of a made-up ocean",
                "391 files, 2023-01-01 to 2023-12-31, seed 42",
                List.of(
                        Section.of("Summary", "", tiles()),
                        Section.of("Inventory", "Every file of the archive, by what it is.", inventory(), rejects()),
                        Section.of(
                                "Sea surface temperature, before and after",
                                "15 August 2023. Left as stored, spikes included; right after quality control and bilinear"
                                        + " regridding.",
                                maps(),
                                model()),
                        Section.of("A mooring, flagged", "Every suspect or failed value is drawn.", series()),
                        Section.of("Where it all is", "", footprints()),
                        Section.of("Questions in SQL", "", query())));
    }

    private static Tiles tiles() {
        return new Tiles(List.of(
                new Tiles.Tile("Files", "391", "2 rejected"),
                new Tiles.Tile("Decoded", "290 MB", "from 117 MB stored"),
                new Tiles.Tile("Grid cells", "63.1 M", "365 days"),
                new Tiles.Tile("Observations", "360,952", "10 moorings, 2 gliders"),
                new Tiles.Tile("Flagged", "9,821", "suspect or fail"),
                new Tiles.Tile("Time", "1 min 48 s", "4 cores")));
    }

    private static Table inventory() {
        return new Table(
                "Inventory",
                List.of("Folder", "Format", "Feature type", "Files", "Stored MB", "From", "To"),
                List.of(
                        List.of("sst", "netCDF-4 / HDF5", "grid", "185", "35.2", "2023-01-01", "2023-12-31"),
                        List.of("sst", "netCDF-3 classic", "grid", "180", "62.3", "2023-02-01", "2023-12-31"),
                        List.of("moorings", "netCDF-3 classic", "timeSeries", "10", "1.7", "2023-01-01", "2023-07-02"),
                        List.of("gliders", "netCDF-4 / HDF5", "trajectory", "1", "1.9", "2023-02-24", "2023-03-29")));
    }

    private static Table rejects() {
        return new Table(
                "Rejects",
                List.of("File", "Reason"),
                List.of(
                        List.of("sst/2024/01/sst_20240101.nc", "Truncated: 81,204 bytes, its header says 135,340."),
                        List.of("moorings/44101/44101_d3.nc", "Truncated: PSAL ends after byte 92,330.")));
    }

    private static Maps maps() {
        double[] fineLat = axis(Geography.SOUTH, Geography.NORTH, 360);
        double[] fineLon = axis(Geography.WEST, Geography.EAST, 480);
        Surface surface = OCEAN.surface(226.5);
        double[] fine = field(surface, fineLat, fineLon);
        Random random = new Random(1);
        for (int i = 0; i < 25; i++) {
            int at = random.nextInt(fine.length);
            fine[at] = Double.isNaN(fine[at]) ? fine[at] : 80;
        }
        Arrays.fill(fine, 120 * 480 + 200, 120 * 480 + 320, 45);
        double[] coarseLat = axis(20, 55, 70);
        double[] coarseLon = axis(-78, -28, 100);
        Raster before = Raster.regular("Source, 0.125°", fineLat, fineLon, fine);
        Raster after = Raster.regular("Target, 0.5°", coarseLat, coarseLon, field(surface, coarseLat, coarseLon));
        ColourScale scale = ColourScale.around("Sea surface temperature, °C", Palette.THERMAL, List.of(before, after));
        return new Maps(
                "Each cell is drawn as it is; both maps share one colour scale.", scale, List.of(before, after));
    }

    private static Maps model() {
        ModelGrid grid = new ModelGrid(OCEAN.geography(), 180, 240, 3);
        Surface surface = OCEAN.surface(226.5);
        double[] salinity = new double[180 * 240];
        for (int cell = 0; cell < salinity.length; cell++) {
            salinity[cell] = grid.water(cell)
                    ? Ocean.salinity(surface.water(grid.lat()[cell], grid.lon()[cell]), 0)
                    : Double.NaN;
        }
        Raster raster = Raster.curvilinear("Model salinity, own grid", 180, 240, grid.lat(), grid.lon(), salinity, 600);
        double[] lat = axis(32, 46, 56);
        double[] lon = axis(-78, -48, 120);
        double[] regridded = field(surface, lat, lon);
        Arrays.setAll(regridded, i -> Ocean.salinity(regridded[i], 0));
        return new Maps(
                "",
                ColourScale.around("Practical salinity", Palette.HALINE, List.of(raster)),
                List.of(raster, Raster.regular("Model salinity, 0.25°", lat, lon, regridded)));
    }

    private static SeriesChart series() {
        Mooring mooring = Mooring.all(OCEAN.geography()).get(2);
        Random random = new Random(5);
        MooringSignal signal = new MooringSignal(OCEAN, mooring, 0, 365, random);
        int count = 17520;
        long[] times = new long[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            times[i] = 1_672_531_200_000L + i * 1_800_000L + (i > 9000 ? 12 * 86_400_000L : 0);
            values[i] = signal.at(i / 48.0).temperature();
        }
        float[] clean = values.clone();
        Faults faults = new Faults(random);
        faults.stuck(values, 4, 60);
        faults.spikes(values, 2, 6);
        faults.wild(values, 8, -9.99f, 55f);
        faults.gaps(values, 3, 150);
        byte[] flags = new byte[count];
        double[] shown = new double[count];
        for (int i = 0; i < count; i++) {
            boolean missing = values[i] == Faults.FILL;
            shown[i] = missing ? Double.NaN : values[i];
            double off = Math.abs(values[i] - clean[i]);
            flags[i] = (byte) (missing ? 9 : off > 3 ? 4 : off > 0.0 ? 3 : 1);
        }
        return new SeriesChart("44103 Jet Axis, 50 m", "Temperature, °C", times, shown, flags);
    }

    private static FootprintMap footprints() {
        double[] lat = axis(Geography.SOUTH, Geography.NORTH, 180);
        double[] lon = axis(Geography.WEST, Geography.EAST, 240);
        List<Footprint> footprints = new ArrayList<>();
        footprints.add(Footprint.box("sst", "Daily grids", -80, 15, -20, 60));
        ModelGrid grid = new ModelGrid(OCEAN.geography(), 24, 32, 1);
        int[] corners = {0, 31, 24 * 32 - 1, 23 * 32};
        footprints.add(new Footprint(
                "model",
                "Model run",
                Footprint.Shape.AREA,
                Arrays.stream(corners).mapToDouble(i -> grid.lon()[i]).toArray(),
                Arrays.stream(corners).mapToDouble(i -> grid.lat()[i]).toArray()));
        for (int glider = 0; glider < 2; glider++) {
            GliderTrack track = GliderTrack.flown(glider, Scale.TINY);
            footprints.add(Footprint.track("480390" + (1 + glider), "Gliders", track.lon(), track.lat()));
        }
        for (Mooring mooring : Mooring.all(OCEAN.geography())) {
            footprints.add(
                    Footprint.point(Integer.toString(mooring.number()), "Moorings", mooring.lon(), mooring.lat()));
        }
        return new FootprintMap(
                "Footprints in the catalogue",
                Raster.regular("sea", lat, lon, field(OCEAN.surface(1), lat, lon)),
                footprints);
    }

    private static Query query() {
        return new Query(
                "Which moorings had the warmest month?",
                """
                SELECT platform, date_trunc('MONTH', time) AS month, round(avg(temp), 2) AS mean
                FROM ocean.obs.moorings
                WHERE temp_flag < 3 AND depth BETWEEN 0 AND 50
                GROUP BY platform, month ORDER BY mean DESC LIMIT 3""",
                new Table(
                        "",
                        List.of("platform", "month", "mean"),
                        List.of(
                                List.of("44109", "2023-08-01 00:00:00", "29.14"),
                                List.of("44104", "2023-08-01 00:00:00", "27.90"),
                                List.of("44103", "2023-09-01 00:00:00", "23.37"))));
    }

    private static double[] axis(double start, double end, int count) {
        double[] axis = new double[count];
        Arrays.setAll(axis, i -> start + (i + 0.5) * (end - start) / count);
        return axis;
    }

    private static double[] field(Surface surface, double[] lat, double[] lon) {
        double[] field = new double[lat.length * lon.length];
        Arrays.setAll(field, i -> surface.temperature(lat[i / lon.length], lon[i % lon.length]));
        return field;
    }
}
