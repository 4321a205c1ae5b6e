package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.job.demo.FileDraft.text;

import dev.shoal.netcdf.Attribute;
import dev.shoal.netcdf.FileFormat;
import java.util.List;

/**
 * A model run as ROMS writes it: a turned and stretched grid with two-dimensional coordinates, terrain-following
 * levels, fill values on land; two files that follow one another in time.
 */
final class ModelRun {

    private static final float FILL = 1e37f;
    private static final String TIME_UNITS = "seconds since 2000-01-01 00:00:00";
    private static final double TIME_ORIGIN = 946_684_800;
    private static final List<String> PLANE = List.of("eta_rho", "xi_rho");
    private static final List<String> SURFACE = List.of("ocean_time", "eta_rho", "xi_rho");
    private static final List<String> VOLUME = List.of("ocean_time", "s_rho", "eta_rho", "xi_rho");

    private final Ocean ocean;
    private final Scale scale;
    private final ModelGrid grid;

    ModelRun(Ocean ocean, Scale scale) {
        this.ocean = ocean;
        this.scale = scale;
        this.grid = new ModelGrid(ocean.geography(), scale.modelRows(), scale.modelColumns(), scale.modelLevels());
    }

    List<Member> members() {
        return List.of(
                Member.whole("model/gyre_his_0001.nc", () -> draft(0, FileFormat.NETCDF3_64BIT_OFFSET)),
                Member.whole("model/gyre_his_0002.nc", () -> draft(scale.modelTimes(), FileFormat.HDF5)));
    }

    private FileDraft draft(int firstTime, FileFormat format) {
        FileDraft draft = new FileDraft(format)
                .dimension("ocean_time", scale.modelTimes())
                .dimension("s_rho", scale.modelLevels())
                .dimension("eta_rho", scale.modelRows())
                .dimension("xi_rho", scale.modelColumns());
        double[] times = new double[scale.modelTimes()];
        for (int i = 0; i < times.length; i++) {
            times[i] = epochSeconds(firstTime + i) - TIME_ORIGIN;
        }
        draft.variable("ocean_time", times, List.of("ocean_time"), Discovery.time(TIME_UNITS));
        describeGrid(draft);
        fill(draft, firstTime);
        Discovery.describe(
                draft,
                "shoal-demo-model-" + (firstTime == 0 ? 1 : 2),
                "Made-up model run of a western boundary current",
                "Snapshots of temperature and salinity on a curvilinear grid with terrain-following levels.",
                "Grid");
        draft.attributes(text("type", "ROMS/TOMS history file"));
        grid.box(draft);
        return Discovery.times(draft, times[0] + TIME_ORIGIN, times[times.length - 1] + TIME_ORIGIN);
    }

    private void describeGrid(FileDraft draft) {
        draft.variable(
                        "s_rho",
                        grid.levels(),
                        List.of("s_rho"),
                        text("standard_name", "ocean_s_coordinate_g2"),
                        text("long_name", "S-coordinate at RHO-points"),
                        text("positive", "up"),
                        text("formula_terms", "s: s_rho C: Cs_r eta: zeta depth: h depth_c: hc"),
                        text("axis", "Z"))
                .variable("Cs_r", grid.stretching(), List.of("s_rho"), text("long_name", "S-coordinate stretching"))
                .variable(
                        "hc",
                        new double[] {ModelGrid.CRITICAL_METRES},
                        List.of(),
                        text("long_name", "critical depth"),
                        text("units", "meter"))
                .variable(
                        "h",
                        grid.floorMetres(),
                        PLANE,
                        text("long_name", "bathymetry at RHO-points"),
                        text("standard_name", "sea_floor_depth"),
                        text("units", "meter"),
                        text("coordinates", "lon_rho lat_rho"))
                .variable(
                        "lon_rho",
                        grid.lon(),
                        PLANE,
                        text("long_name", "longitude of RHO-points"),
                        text("standard_name", "longitude"),
                        text("units", "degree_east"))
                .variable(
                        "lat_rho",
                        grid.lat(),
                        PLANE,
                        text("long_name", "latitude of RHO-points"),
                        text("standard_name", "latitude"),
                        text("units", "degree_north"))
                .variable(
                        "mask_rho",
                        grid.mask(),
                        PLANE,
                        text("long_name", "mask on RHO-points"),
                        text("flag_meanings", "land water"),
                        Attribute.of("flag_values", 0.0, 1.0),
                        text("coordinates", "lon_rho lat_rho"));
    }

    private void fill(FileDraft draft, int firstTime) {
        int cells = scale.modelRows() * scale.modelColumns();
        int levels = scale.modelLevels();
        float[] zeta = new float[scale.modelTimes() * cells];
        float[] temp = new float[scale.modelTimes() * levels * cells];
        float[] salt = new float[temp.length];
        for (int time = 0; time < scale.modelTimes(); time++) {
            double day = day(firstTime + time);
            Surface surface = ocean.surface(day);
            for (int cell = 0; cell < cells; cell++) {
                double top = grid.water(cell) ? surface.water(grid.lat()[cell], grid.lon()[cell]) : Double.NaN;
                zeta[time * cells + cell] = stored(0.06 * (top - 14));
                for (int level = 0; level < levels; level++) {
                    double depth = grid.depthMetres(level, cell);
                    double below = Ocean.temperature(top, depth, day);
                    int place = (time * levels + level) * cells + cell;
                    temp[place] = stored(below);
                    salt[place] = stored(Ocean.salinity(below, depth));
                }
            }
        }
        int rows = (scale.modelRows() + 1) / 2;
        int columns = (scale.modelColumns() + 1) / 2;
        int[] chunk = {1, levels, rows, columns};
        add(draft, "zeta", zeta, SURFACE, new int[] {1, rows, columns}, "sea_surface_height_above_geoid", "meter");
        add(draft, "temp", temp, VOLUME, chunk, "sea_water_potential_temperature", "Celsius");
        add(draft, "salt", salt, VOLUME, chunk, "sea_water_practical_salinity", "1");
    }

    private static void add(
            FileDraft draft, String name, float[] data, List<String> axes, int[] chunk, String standard, String units) {
        draft.chunked(
                name,
                data,
                axes,
                chunk,
                text("standard_name", standard),
                text("long_name", standard.replace('_', ' ')),
                text("units", units),
                text("time", "ocean_time"),
                text(
                        "coordinates",
                        axes.size() == 4 ? "lon_rho lat_rho s_rho ocean_time" : "lon_rho lat_rho ocean_time"),
                number("_FillValue", FILL));
    }

    private static float stored(double value) {
        return Double.isNaN(value) ? FILL : (float) value;
    }

    /** Returns the noon of a snapshot's day of the year; snapshots are spread evenly over the archive's time. */
    private double day(int time) {
        double middle = (time + 0.5) * scale.days() / (2.0 * scale.modelTimes());
        return scale.start().getDayOfYear() - 1 + Math.floor(middle) + 0.5;
    }

    private double epochSeconds(int time) {
        long yearStart = scale.start().withDayOfYear(1).toEpochDay();
        return 86_400.0 * (yearStart + day(time));
    }
}
