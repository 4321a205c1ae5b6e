package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.job.demo.FileDraft.text;

import dev.shoal.netcdf.FileFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Daily sea-surface temperature, one file a day: kelvin packed in 16 bits, fill values on land.
 *
 * <p>Some days carry faults of a sensor: single cells far off, and stripes stuck at one reading. They lie outside any
 * sea's range, and the files state no {@code valid_range} that would hide them as missing.
 */
final class SstDays {

    private static final short FILL = Short.MIN_VALUE;
    private static final double SCALE = 0.01;
    private static final double OFFSET = 273.15;
    private static final short STUCK_READING = 4500;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyy/MM");
    private static final LocalDate EPOCH = LocalDate.of(1981, 1, 1);

    private final Ocean ocean;
    private final Scale scale;
    private final long seed;
    private final boolean[] land;

    SstDays(Ocean ocean, Scale scale, long seed) {
        this.ocean = ocean;
        this.scale = scale;
        this.seed = seed;
        this.land = new boolean[scale.gridRows() * scale.gridColumns()];
        for (int cell = 0; cell < land.length; cell++) {
            land[cell] = ocean.geography().land(lat(cell / scale.gridColumns()), lon(cell % scale.gridColumns()));
        }
    }

    /** Returns the days, and one more that is cut short. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < scale.days(); i++) {
            LocalDate date = scale.start().plusDays(i);
            members.add(Member.whole(path(date), () -> draft(date, format(date))));
        }
        LocalDate cut = scale.start().plusDays(scale.days());
        members.add(new Member(path(cut), () -> draft(cut, FileFormat.HDF5), 0.6));
        return members;
    }

    private static String path(LocalDate date) {
        return "sst/" + MONTH.format(date) + "/sst_" + DateTimeFormatter.BASIC_ISO_DATE.format(date) + ".nc";
    }

    private static FileFormat format(LocalDate date) {
        return date.getMonthValue() % 2 == 0 ? FileFormat.NETCDF3_CLASSIC : FileFormat.HDF5;
    }

    private FileDraft draft(LocalDate date, FileFormat format) {
        int rows = scale.gridRows();
        int columns = scale.gridColumns();
        FileDraft draft = new FileDraft(format)
                .dimension("time", 1)
                .dimension("lat", rows)
                .dimension("lon", columns);
        short[] packed = packed(date);
        plant(draft, packed, new Random(seed ^ date.toEpochDay() * 0x9E3779B97F4A7C15L));
        double noon = date.toEpochDay() * 86_400.0 + 43_200;
        int sinceEpoch = Math.toIntExact((date.toEpochDay() - EPOCH.toEpochDay()) * 86_400 + 43_200);
        draft.variable(
                        "time",
                        new int[] {sinceEpoch},
                        List.of("time"),
                        Discovery.time("seconds since 1981-01-01 00:00:00"))
                .variable("lat", latitudes(), List.of("lat"), Discovery.lat())
                .variable("lon", longitudes(), List.of("lon"), Discovery.lon())
                .chunked(
                        "analysed_sst",
                        packed,
                        List.of("time", "lat", "lon"),
                        new int[] {1, Math.max(1, rows / 2), Math.max(1, columns / 2)},
                        text("standard_name", "sea_surface_temperature"),
                        text("long_name", "analysed sea surface temperature"),
                        text("units", "kelvin"),
                        number("_FillValue", FILL),
                        number("scale_factor", SCALE),
                        number("add_offset", OFFSET),
                        text("cell_methods", "time: mean"),
                        text("coverage_content_type", "physicalMeasurement"));
        String day = date.toString();
        Discovery.describe(
                draft,
                "shoal-demo-sst-" + day,
                "Made-up daily sea surface temperature, " + day,
                "Daily gap-free sea surface temperature of a made-up ocean with a western boundary current.",
                "Grid");
        Discovery.box(draft, Geography.SOUTH, Geography.NORTH, Geography.WEST, Geography.EAST);
        return Discovery.times(draft, noon - 43_200, noon + 43_199);
    }

    private short[] packed(LocalDate date) {
        int start = Math.toIntExact(scale.start().withDayOfYear(1).toEpochDay());
        Surface surface = ocean.surface(date.toEpochDay() - start + 0.5);
        short[] packed = new short[land.length];
        for (int cell = 0; cell < packed.length; cell++) {
            packed[cell] = land[cell]
                    ? FILL
                    : (short) Math.round(
                            surface.water(lat(cell / scale.gridColumns()), lon(cell % scale.gridColumns())) / SCALE);
        }
        return packed;
    }

    private void plant(FileDraft draft, short[] packed, Random random) {
        int wild = 0;
        for (int i = 0; i < 3 + random.nextInt(9); i++) {
            int cell = random.nextInt(packed.length);
            if (packed[cell] != FILL && packed[cell] < STUCK_READING) {
                packed[cell] =
                        (short) (random.nextBoolean() ? 5000 + random.nextInt(4000) : -1200 - random.nextInt(900));
                wild++;
            }
        }
        draft.flaw("analysed_sst", Fault.Kind.OUT_OF_RANGE, wild);
        if (random.nextInt(9) == 0) {
            draft.flaw("analysed_sst", Fault.Kind.STUCK, stripe(packed, random));
        }
    }

    private int stripe(short[] packed, Random random) {
        int columns = scale.gridColumns();
        int row = random.nextInt(scale.gridRows());
        int first = random.nextInt(columns / 2);
        int last = first + columns / 4;
        int stuck = 0;
        for (int cell = row * columns + first; cell < row * columns + last; cell++) {
            if (packed[cell] != FILL) {
                packed[cell] = STUCK_READING;
                stuck++;
            }
        }
        return stuck;
    }

    private float[] latitudes() {
        float[] lat = new float[scale.gridRows()];
        for (int row = 0; row < lat.length; row++) {
            lat[row] = (float) lat(row);
        }
        return lat;
    }

    private float[] longitudes() {
        float[] lon = new float[scale.gridColumns()];
        for (int column = 0; column < lon.length; column++) {
            lon[column] = (float) lon(column);
        }
        return lon;
    }

    private double lat(int row) {
        return Geography.SOUTH + (row + 0.5) * scale.gridStep();
    }

    private double lon(int column) {
        return Geography.WEST + (column + 0.5) * scale.gridStep();
    }
}
