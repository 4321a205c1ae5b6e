package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.job.demo.FileDraft.text;

import dev.shoal.netcdf.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Ten moorings with temperature, salinity and pressure; two deployments each, one file a deployment, some days of
 * service between them. All have faults of sensors.
 */
final class Moorings {

    private static final double SECONDS_PER_DAY = 86_400;

    private final Ocean ocean;
    private final Scale scale;
    private final long seed;

    Moorings(Ocean ocean, Scale scale, long seed) {
        this.ocean = ocean;
        this.scale = scale;
        this.seed = seed;
    }

    /** Returns the deployments, and a third of the first mooring that is cut short. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        List<Mooring> moorings = Mooring.all(ocean.geography());
        for (Mooring mooring : moorings) {
            members.add(Member.whole(path(mooring, 1), () -> draft(mooring, 1, FileFormat.NETCDF3_CLASSIC)));
            members.add(Member.whole(path(mooring, 2), () -> draft(mooring, 2, FileFormat.HDF5)));
        }
        Mooring first = moorings.get(0);
        members.add(new Member(path(first, 3), () -> draft(first, 3, FileFormat.NETCDF3_CLASSIC), 0.55));
        return members;
    }

    private static String path(Mooring mooring, int deployment) {
        return "moorings/" + mooring.number() + "/" + mooring.number() + "_d" + deployment + ".nc";
    }

    private FileDraft draft(Mooring mooring, int deployment, FileFormat format) {
        Random random = new Random(seed * 31 + mooring.number() * 7L + deployment);
        double[] times = times(deployment, random);
        float[] temperature = new float[times.length];
        float[] salinity = new float[times.length];
        float[] pressure = new float[times.length];
        long yearStart = scale.start().withDayOfYear(1).toEpochDay();
        int firstDay = (int) (times[0] / SECONDS_PER_DAY - yearStart);
        int days = (int) ((times[times.length - 1] - times[0]) / SECONDS_PER_DAY) + 1;
        MooringSignal signal = new MooringSignal(ocean, mooring, firstDay, days, random);
        for (int i = 0; i < times.length; i++) {
            MooringSignal.Sample sample = signal.at(times[i] / SECONDS_PER_DAY - yearStart);
            temperature[i] = sample.temperature();
            salinity[i] = sample.salinity();
            pressure[i] = sample.pressure();
        }
        FileDraft draft = new FileDraft(format).dimension("TIME", times.length);
        spoil(draft, temperature, salinity, random);
        place(draft, mooring, format);
        draft.variable("TIME", times, List.of("TIME"), Discovery.time("seconds since 1970-01-01T00:00:00Z"));
        observed(draft, "TEMP", temperature, "sea_water_temperature", "degree_Celsius");
        observed(draft, "PSAL", salinity, "sea_water_practical_salinity", "1");
        observed(draft, "PRES", pressure, "sea_water_pressure", "dbar");
        return described(draft, mooring, deployment, times);
    }

    /** Returns sample times in seconds since 1970 UTC, with an outage now and then. */
    private double[] times(int deployment, Random random) {
        double first = scale.start().toEpochDay() * SECONDS_PER_DAY;
        double length = scale.days() * SECONDS_PER_DAY;
        double service = 0.02 * length;
        double start = first + (deployment - 1) * length / 2 + (deployment == 1 ? 0 : service);
        int count = (int) ((first + deployment * length / 2 - start) / scale.sampleSeconds());
        int outageAt = count / 4 + random.nextInt(count / 2);
        int outage = 1 + count / 90;
        double[] times = new double[count - outage];
        double grid = Math.ceil(start / scale.sampleSeconds()) * scale.sampleSeconds();
        for (int i = 0; i < times.length; i++) {
            times[i] = grid + (double) (i < outageAt ? i : i + outage) * scale.sampleSeconds();
        }
        return times;
    }

    private static void spoil(FileDraft draft, float[] temperature, float[] salinity, Random random) {
        Faults faults = new Faults(random);
        int run = Math.max(12, temperature.length / 140);
        draft.flaw("TEMP", Fault.Kind.GAP, faults.gaps(temperature, 2, run))
                .flaw("PSAL", Fault.Kind.GAP, faults.gaps(salinity, 1, run))
                .flaw("TEMP", Fault.Kind.STUCK, faults.stuck(temperature, 2, run))
                .flaw("PSAL", Fault.Kind.STUCK, faults.stuck(salinity, 1, run))
                .flaw("TEMP", Fault.Kind.SPIKE, faults.spikes(temperature, 2.5, 6))
                .flaw("PSAL", Fault.Kind.SPIKE, faults.spikes(salinity, 1.5, 2.5))
                .flaw("TEMP", Fault.Kind.OUT_OF_RANGE, faults.wild(temperature, 4, -9.99f, 55f))
                .flaw("PSAL", Fault.Kind.OUT_OF_RANGE, faults.wild(salinity, 3, 0f, 70f));
    }

    private static void place(FileDraft draft, Mooring mooring, FileFormat format) {
        String number = Integer.toString(mooring.number());
        if (format == FileFormat.HDF5) {
            draft.variable(
                    "station",
                    new int[] {mooring.number()},
                    List.of(),
                    text("cf_role", "timeseries_id"),
                    text("long_name", mooring.name()));
        } else {
            draft.dimension("name_strlen", number.length())
                    .variable(
                            "station",
                            number.toCharArray(),
                            List.of("name_strlen"),
                            text("cf_role", "timeseries_id"),
                            text("long_name", mooring.name()));
        }
        draft.variable("LATITUDE", new double[] {mooring.lat()}, List.of(), Discovery.lat())
                .variable("LONGITUDE", new double[] {mooring.lon()}, List.of(), Discovery.lon())
                .variable("NOMINAL_DEPTH", new float[] {(float) mooring.depthMetres()}, List.of(), Discovery.depth());
    }

    private static void observed(FileDraft draft, String name, float[] values, String standardName, String units) {
        draft.chunked(
                name,
                values,
                List.of("TIME"),
                new int[] {4096},
                text("standard_name", standardName),
                text("long_name", standardName.replace('_', ' ')),
                text("units", units),
                text("coordinates", "TIME LATITUDE LONGITUDE NOMINAL_DEPTH station"),
                number("_FillValue", Faults.FILL));
    }

    private static FileDraft described(FileDraft draft, Mooring mooring, int deployment, double[] times) {
        Discovery.describe(
                draft,
                "shoal-demo-mooring-" + mooring.number() + "-" + deployment,
                "Made-up mooring " + mooring.name() + ", deployment " + deployment,
                "Temperature, salinity and pressure of one moored instrument, with faults of its sensors.",
                "Station");
        draft.attributes(
                text("featureType", "timeSeries"),
                text("platform", "mooring"),
                text("platform_code", Integer.toString(mooring.number())),
                text("site_code", mooring.name()),
                number("deployment_number", deployment));
        Discovery.box(draft, mooring.lat(), mooring.lat(), mooring.lon(), mooring.lon());
        return Discovery.times(draft, times[0], times[times.length - 1]);
    }
}
