package dev.shoal.qc;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Series for tests: short ones by hand, and long ones from a seed that hold what tests stumble over. */
final class SomeSeries {

    private SomeSeries() {}

    /** Returns values one minute apart. */
    static Series minutely(double... values) {
        long[] times = new long[values.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = i * 60_000_000L;
        }
        return new Series(times, values, values.length);
    }

    /** Returns numbers that grow, and texts, of some names. */
    static Companions beside(List<String> names, int size) {
        Companions companions = Companions.NONE;
        double[] numbers = IntStream.range(0, size).asDoubleStream().toArray();
        String[] texts = IntStream.range(0, size).mapToObj(String::valueOf).toArray(String[]::new);
        for (String name : names) {
            companions = companions.with(name, numbers).withTexts(name, texts);
        }
        return companions;
    }

    /** Returns a series with numbers and texts of some names beside it, and itself before it. */
    static Series complete(Series series, List<String> names) {
        Companions companions = beside(names, series.size());
        return series.with(companions.after(series.with(companions)));
    }

    /** Returns a series with flat stretches, spikes, gaps, missing values and times, infinities, and doubled times. */
    static Series random(long seed) {
        Random random = new Random(seed);
        int size = random.nextInt(random.nextInt(4) == 0 ? 6 : 300);
        double[] values = new double[size];
        long[] times = new long[size];
        long time = 1_577_836_800_000_000L;
        double value = 10;
        for (int i = 0; i < size; i++) {
            value += random.nextInt(3) == 0 ? 0 : random.nextInt(9) / 8.0 - 0.5;
            time += random.nextInt(20) == 0 ? random.nextInt(5) * 250_000L : 500_000;
            values[i] = broken(random, value);
            times[i] = random.nextInt(40) == 0 ? Series.NO_TIME : time;
        }
        Companions companions = companions(random, size);
        return new Series(times, values, size)
                .with(random.nextInt(3) == 0 ? companions : companions.after(before(random, companions, size)));
    }

    /** Returns the profile before: the same water, a little warmer. */
    private static Series before(Random random, Companions companions, int size) {
        double[] warmer = companions.of(Role.TEMPERATURE).clone();
        double by = random.nextInt(4) / 4.0;
        for (int i = 0; i < size; i++) {
            warmer[i] += by;
        }
        return new Series(new long[size], warmer, size).with(companions);
    }

    /** Returns a profile's companions: a way down with loops, places, and water of the open sea, each with gaps. */
    private static Companions companions(Random random, int size) {
        double[] depth = new double[size];
        double[] pressure = new double[size];
        double[] lat = new double[size];
        double[] lon = new double[size];
        double[] temperature = new double[size];
        double[] salinity = new double[size];
        String[] text = new String[size];
        double metres = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            metres += random.nextInt(12) == 0 ? -random.nextInt(30) : random.nextInt(20);
            text[i] = "1,2,3456".substring(random.nextInt(5));
            depth[i] = random.nextInt(50) == 0 ? Double.NaN : metres;
            pressure[i] = depth[i] * 1.01;
            lat[i] = random.nextInt(60) == 0 ? Double.NaN : random.nextInt(40) == 0 ? 95 : 40 + i * 1e-3;
            lon[i] = random.nextInt(60) == 0 ? Double.NaN : random.nextInt(40) == 0 ? -181 : -30 + i * 2e-3;
            temperature[i] = broken(random, 20 - metres / 200 + random.nextInt(8) / 16.0);
            salinity[i] = random.nextInt(30) == 0 ? Double.NaN : 35 + random.nextInt(16) / 64.0;
        }
        return Companions.NONE
                .with(Role.DEPTH, depth)
                .with(Role.PRESSURE, pressure)
                .with(Role.LAT, lat)
                .with(Role.LON, lon)
                .with(Role.TEMPERATURE, temperature)
                .with(Role.SALINITY, salinity)
                .with("other", temperature)
                .withTexts(Role.TEXT, text)
                .withTrait(Role.PLATFORM, "P" + random.nextInt(3));
    }

    private static double broken(Random random, double value) {
        return switch (random.nextInt(40)) {
            case 0, 1 -> Double.NaN;
            case 2 -> random.nextBoolean() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            case 3, 4 -> value + 5;
            default -> value;
        };
    }
}
