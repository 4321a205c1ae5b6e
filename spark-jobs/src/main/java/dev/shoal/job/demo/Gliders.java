package dev.shoal.job.demo;

import static dev.shoal.job.demo.FileDraft.number;
import static dev.shoal.job.demo.FileDraft.text;

import dev.shoal.netcdf.FileFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Two gliders: one stored as a trajectory, one as profiles along a trajectory (CF 1.8 H.4 and H.6.3). */
final class Gliders {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final int CHUNK = 16_384;
    private static final int FIRST_NUMBER = 4803901;

    private final Ocean ocean;
    private final Scale scale;
    private final long seed;

    Gliders(Ocean ocean, Scale scale, long seed) {
        this.ocean = ocean;
        this.scale = scale;
        this.seed = seed;
    }

    List<Member> members() {
        return List.of(
                Member.whole("gliders/" + FIRST_NUMBER + ".nc", this::trajectory),
                Member.whole("gliders/" + (FIRST_NUMBER + 1) + ".nc", this::profiles));
    }

    private FileDraft trajectory() {
        GliderTrack track = GliderTrack.flown(0, scale);
        FileDraft draft = new FileDraft(FileFormat.HDF5)
                .dimension("time", track.times().length)
                .variable(
                        "trajectory",
                        new int[] {FIRST_NUMBER},
                        List.of(),
                        text("cf_role", "trajectory_id"),
                        text("long_name", "WMO number of the glider"))
                .variable("time", track.times(), List.of("time"), Discovery.time("seconds since 1970-01-01T00:00:00Z"))
                .chunked("lat", track.lat(), List.of("time"), new int[] {CHUNK}, Discovery.lat())
                .chunked("lon", track.lon(), List.of("time"), new int[] {CHUNK}, Discovery.lon())
                .chunked("depth", track.depth(), List.of("time"), new int[] {CHUNK}, Discovery.depth());
        measured(draft, 0, track, "time", "time lat lon depth trajectory");
        return described(draft, 0, "trajectory", "Trajectory", track);
    }

    private FileDraft profiles() {
        GliderTrack track = GliderTrack.flown(1, scale);
        int[] sizes = track.castSizes();
        int[] middles = middles(sizes);
        String id = Integer.toString(FIRST_NUMBER + 1);
        FileDraft draft = new FileDraft(FileFormat.NETCDF3_CLASSIC)
                .dimension("obs", track.times().length)
                .dimension("profile", sizes.length)
                .dimension("trajectory", 1)
                .dimension("id_strlen", id.length())
                .variable(
                        "trajectory",
                        id.toCharArray(),
                        List.of("trajectory", "id_strlen"),
                        text("cf_role", "trajectory_id"),
                        text("long_name", "WMO number of the glider"))
                .variable("profile", count(sizes.length), List.of("profile"), text("cf_role", "profile_id"))
                .variable(
                        "rowSize",
                        sizes,
                        List.of("profile"),
                        text("sample_dimension", "obs"),
                        text("long_name", "number of observations of each profile"))
                .variable(
                        "trajectoryIndex",
                        new int[sizes.length],
                        List.of("profile"),
                        text("instance_dimension", "trajectory"),
                        text("long_name", "which trajectory each profile is of"))
                .variable(
                        "time",
                        pick(track.times(), middles),
                        List.of("profile"),
                        Discovery.time("seconds since 1970-01-01T00:00:00Z"))
                .variable("lat", pick(track.lat(), middles), List.of("profile"), Discovery.lat())
                .variable("lon", pick(track.lon(), middles), List.of("profile"), Discovery.lon())
                .variable("depth", track.depth(), List.of("obs"), Discovery.depth());
        measured(draft, 1, track, "obs", "time lat lon depth");
        return described(draft, 1, "trajectoryProfile", "TrajectoryProfile", track);
    }

    private void measured(FileDraft draft, int glider, GliderTrack track, String axis, String coordinates) {
        int samples = track.times().length;
        float[] temperature = new float[samples];
        float[] salinity = new float[samples];
        Random random = new Random(seed * 17 + glider);
        long yearStart = scale.start().withDayOfYear(1).toEpochDay();
        int surfaceDay = Integer.MIN_VALUE;
        Surface surface = ocean.surface(0);
        for (int i = 0; i < samples; i++) {
            double day = track.times()[i] / SECONDS_PER_DAY - yearStart;
            if ((int) day != surfaceDay) {
                surfaceDay = (int) day;
                surface = ocean.surface(surfaceDay);
            }
            double depth = track.depth()[i];
            double top = surface.water(track.lat()[i], track.lon()[i]);
            double below = Ocean.temperature(top, depth, day) + 0.02 * random.nextGaussian();
            temperature[i] = (float) below;
            salinity[i] = (float) (Ocean.salinity(below, depth) + 0.004 * random.nextGaussian());
        }
        Faults faults = new Faults(random);
        draft.flaw("temperature", Fault.Kind.STUCK, faults.stuck(temperature, 1, Math.max(12, samples / 700)))
                .flaw("salinity", Fault.Kind.GAP, faults.gaps(salinity, 2, Math.max(6, samples / 500)))
                .flaw("temperature", Fault.Kind.SPIKE, faults.spikes(temperature, 0.8, 4))
                .flaw("salinity", Fault.Kind.SPIKE, faults.spikes(salinity, 1, 1.8))
                .flaw("salinity", Fault.Kind.OUT_OF_RANGE, faults.wild(salinity, 5, -3f, 60f));
        observed(draft, "temperature", temperature, axis, coordinates, "sea_water_temperature", "Celsius");
        observed(draft, "salinity", salinity, axis, coordinates, "sea_water_practical_salinity", "1");
    }

    private static void observed(
            FileDraft draft,
            String name,
            float[] values,
            String axis,
            String coordinates,
            String standardName,
            String units) {
        draft.chunked(
                name,
                values,
                List.of(axis),
                new int[] {CHUNK},
                text("standard_name", standardName),
                text("long_name", standardName.replace('_', ' ')),
                text("units", units),
                text("coordinates", coordinates),
                number("_FillValue", Faults.FILL));
    }

    private static FileDraft described(
            FileDraft draft, int glider, String featureType, String dataType, GliderTrack track) {
        Discovery.describe(
                draft,
                "shoal-demo-glider-" + (FIRST_NUMBER + glider),
                "Made-up glider " + (FIRST_NUMBER + glider) + " across a western boundary current",
                "Temperature and salinity of a glider diving to 800 m, with faults of its sensors.",
                dataType);
        draft.attributes(
                text("featureType", featureType),
                text("platform", "underwater glider"),
                text("platform_code", Integer.toString(FIRST_NUMBER + glider)));
        double[] lat = track.lat();
        double[] lon = track.lon();
        Discovery.box(
                draft,
                Arrays.stream(lat).min().orElseThrow(),
                Arrays.stream(lat).max().orElseThrow(),
                Arrays.stream(lon).min().orElseThrow(),
                Arrays.stream(lon).max().orElseThrow());
        return Discovery.times(draft, track.times()[0], track.times()[lat.length - 1]);
    }

    private static int[] middles(int[] sizes) {
        int[] middles = new int[sizes.length];
        int start = 0;
        for (int cast = 0; cast < sizes.length; cast++) {
            middles[cast] = start + sizes[cast] / 2;
            start += sizes[cast];
        }
        return middles;
    }

    private static int[] count(int length) {
        int[] numbers = new int[length];
        Arrays.setAll(numbers, i -> i + 1);
        return numbers;
    }

    private static double[] pick(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(place -> values[place]).toArray();
    }
}
