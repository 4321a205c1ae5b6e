package dev.shoal.qc.argo;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Profiles, flags and surroundings that depend on nothing but a seed. */
final class SomeFloats {

    private static final List<String> NAMES = List.of(
            "TEMP",
            "PSAL",
            "DOXY",
            "TEMP_CNDC",
            "CNDC",
            "NITRATE",
            "PH_IN_SITU_TOTAL",
            "BBP700",
            "CHLA",
            "FLUORESCENCE_CHLA");

    private static final List<FloatTrait> TRAITS = List.of(FloatTrait.values());
    private static final List<Sampling> SAMPLINGS = List.of(Sampling.values());

    private SomeFloats() {}

    static ArgoProfile profile(long seed) {
        Random random = new Random(seed);
        int levels = random.nextInt(80);
        TreeMap<String, double[]> parameters = new TreeMap<>();
        double[] pressure = new double[levels];
        double down = random.nextDouble() * 10 - 6;
        for (int level = 0; level < levels; level++) {
            pressure[level] = down;
            down += 0.01 + random.nextDouble() * 60;
        }
        parameters.put("PRES", broken(pressure, random, 100));
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                parameters.put(name, broken(smooth(levels, random), random, 10));
            }
        }
        Station station = Floats.stationAt(random.nextInt(180) - 90, random.nextInt(360) - 180);
        FloatTrait trait = TRAITS.get(random.nextInt(TRAITS.size()));
        return ArgoProfile.of(station, parameters)
                .with(SAMPLINGS.get(random.nextInt(SAMPLINGS.size())))
                .with(random.nextInt(3) == 0 ? ArgoMode.ADJUSTED : ArgoMode.REAL_TIME)
                .with(Set.of(trait))
                .withMission(random.nextInt(2500), 1000);
    }

    private static double[] smooth(int levels, Random random) {
        double[] values = new double[levels];
        double value = 8 + random.nextDouble() * 20;
        for (int level = 0; level < levels; level++) {
            values[level] = value;
            value += random.nextGaussian() * 0.1;
        }
        return values;
    }

    private static double[] broken(double[] values, Random random, double by) {
        for (int i = 0; i < values.length; i++) {
            int what = random.nextInt(30);
            if (what == 0) {
                values[i] = Double.NaN;
            } else if (what == 1) {
                values[i] += random.nextGaussian() * by;
            }
        }
        return values;
    }

    static Map<String, byte[]> flags(ArgoProfile profile, long seed) {
        Random random = new Random(seed + 1_000_000);
        Map<String, byte[]> flags = new TreeMap<>();
        for (String name : profile.parameters().keySet()) {
            byte[] of = new byte[profile.levels()];
            for (int level = 0; level < of.length; level++) {
                of[level] = (byte) Math.max(0, random.nextInt(8) - 3);
            }
            flags.put(name, of);
        }
        return flags;
    }

    static ArgoSurroundings surroundings(long seed) {
        ArgoProfile before = profile(seed + 7);
        ArgoProfile earlier = new ArgoProfile(
                new Station(
                        "6901234",
                        9,
                        Station.Direction.ASCENDING,
                        Floats.MIDDAY_2020_06_01 - Floats.DAY,
                        Floats.MIDDAY_2020_06_01 - Floats.DAY,
                        30,
                        -40),
                Sampling.PRIMARY,
                ArgoMode.REAL_TIME,
                before.parameters(),
                Set.of(),
                Double.NaN,
                Double.NaN);
        ArgoResult result = new ArgoQc(List.of(GlobalRangeCheck.MANUAL)).run(earlier, ArgoSurroundings.at(Floats.NOW));
        return ArgoSurroundings.at(Floats.NOW)
                .after(ArgoSummary.NONE.then(earlier, result))
                .with(new Fluorometer(10, 0.01, List.of(9.0, 11.0)));
    }

    static ArgoProfile reversed(ArgoProfile profile) {
        TreeMap<String, double[]> parameters = new TreeMap<>();
        profile.parameters().forEach((name, values) -> {
            double[] back = new double[values.length];
            for (int i = 0; i < back.length; i++) {
                back[i] = values[values.length - 1 - i];
            }
            parameters.put(name, back);
        });
        return new ArgoProfile(
                profile.station(),
                profile.sampling(),
                profile.mode(),
                parameters,
                profile.traits(),
                profile.profilePressure(),
                profile.parkingPressure());
    }

    static byte[] reversed(byte[] flags) {
        byte[] back = new byte[flags.length];
        for (int i = 0; i < back.length; i++) {
            back[i] = flags[flags.length - 1 - i];
        }
        return back;
    }
}
