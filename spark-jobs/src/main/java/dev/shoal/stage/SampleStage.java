package dev.shoal.stage;

import dev.shoal.plan.StepSource;
import dev.shoal.regrid.sample.AxisPlaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * Samples fields along points in space and time: between cells by weights, between levels and between steps along
 * straight lines. Of fields no more is read than the cells that the points between two steps need.
 */
public final class SampleStage {

    private static final int MOST_POINTS = 1 << 16;

    private final Configuration conf;

    /** Prepares for files of these file systems. */
    public SampleStage(Configuration conf) {
        this.conf = conf;
    }

    /**
     * Carries a request out; the output is replaced.
     *
     * @throws StageException where it cannot be, with the reason
     */
    public SampleOutcome run(SampleRequest request) {
        try {
            TrackPoints points = TrackPoints.parse(text(request.points()), request.points());
            try (SampleSource source = new SampleSource(request, points, conf)) {
                Map<String, double[]> samples = new LinkedHashMap<>();
                Map<String, Integer> missing = new LinkedHashMap<>();
                for (String variable : source.variables()) {
                    double[] values = samples(source, variable, points);
                    samples.put(variable, values);
                    missing.put(variable, (int)
                            Arrays.stream(values).filter(Double::isNaN).count());
                }
                new SampleWriter(points, samples, source, conf).write(request.output());
                return new SampleOutcome(
                        request.output(), points.size(), source.variables(), missing, source.leftOut());
            }
        } catch (IOException error) {
            throw StageException.store(request.output(), error);
        } catch (IllegalArgumentException error) {
            throw StageException.configuration(String.valueOf(error.getMessage()), error);
        }
    }

    private String text(String path) throws IOException {
        Path file = new Path(path);
        try (FSDataInputStream in = file.getFileSystem(conf).open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static double[] samples(SampleSource source, String variable, TrackPoints points) throws IOException {
        List<Map.Entry<Long, StepSource>> steps =
                new ArrayList<>(source.steps(variable).entrySet());
        double[] axis = steps.stream().mapToDouble(Map.Entry::getKey).toArray();
        double[] times = new double[points.size()];
        Arrays.setAll(times, i -> steps.size() == 1 || !points.hasTime() ? axis[0] : points.micros()[i]);
        AxisPlaces places = AxisPlaces.of(axis, times);
        double[] values = new double[points.size()];
        Arrays.fill(values, Double.NaN);
        for (int[] group : groups(places).values()) {
            int step = places.step()[group[0]];
            double[] first = sampled(source, variable, steps.get(step).getValue(), points, group);
            boolean between = Arrays.stream(group).anyMatch(point -> places.weight()[point] > 0);
            double[] second =
                    between ? sampled(source, variable, steps.get(step + 1).getValue(), points, group) : first;
            for (int i = 0; i < group.length; i++) {
                values[group[i]] = places.between(group[i], first[i], second[i]);
            }
        }
        return values;
    }

    /** Points between the same steps, a bounded number together. */
    private static Map<Long, int[]> groups(AxisPlaces places) {
        Map<Integer, List<Integer>> byStep = new TreeMap<>();
        IntStream.range(0, places.step().length)
                .filter(point -> places.step()[point] >= 0)
                .forEach(point -> byStep.computeIfAbsent(places.step()[point], step -> new ArrayList<>())
                        .add(point));
        Map<Long, int[]> groups = new TreeMap<>();
        byStep.forEach((step, points) -> {
            int[] all = points.stream().mapToInt(Integer::intValue).toArray();
            for (int first = 0; first < all.length; first += MOST_POINTS) {
                int[] part = Arrays.copyOfRange(all, first, Math.min(all.length, first + MOST_POINTS));
                groups.put((long) step << 32 | first, part);
            }
        });
        return groups;
    }

    private static double[] sampled(
            SampleSource source, String variable, StepSource step, TrackPoints points, int[] group) throws IOException {
        double[] lat = of(points.lat(), group);
        double[] lon = of(points.lon(), group);
        double[] depth = points.hasDepth() ? of(points.depth(), group) : new double[0];
        if (IntStream.range(0, lat.length).allMatch(i -> Double.isNaN(lat[i]) || Double.isNaN(lon[i]))) {
            double[] none = new double[group.length];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return source.field(variable, step.file()).at(step.step(), lat, lon, depth);
    }

    private static double[] of(double[] numbers, int[] group) {
        return Arrays.stream(group).mapToDouble(point -> numbers[point]).toArray();
    }
}
