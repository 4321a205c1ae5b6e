package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints the errors of the analytic fields beside CDO's, over the targets inside where both have a value, and asserts
 * that none is worse: root mean square by area, and largest. CDO extrapolates as it does unless told otherwise, but for
 * bilinear weights, of which it has none of unstructured grids.
 */
class PointErrorsIT {
    private static final RectilinearGrid TARGET =
            new RectilinearGrid(new AxisSteps(-88.3, 88.9, 4.43).values(), new AxisSteps(-179.3, 177.7, 5.1).values());
    private static final double AS_GOOD = 1.001;

    @TempDir
    Path folder;

    @BeforeEach
    void wantsCdo() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(Cdo.isInstalled())
                    .as("cdo is installed (apt-get install cdo)")
                    .isTrue();
        }
        assumeTrue(Cdo.isInstalled(), "cdo is not installed");
    }

    /** Errors over the targets that have a value: root mean square, largest, and how many there are. */
    private record Errors(double mean, double largest, int count) {
        static Errors of(double[] values, double[] others, double[] exact) {
            double sum = 0;
            double area = 0;
            double largest = 0;
            int count = 0;
            for (int k = 0; k < values.length; k++) {
                if (!Double.isNaN(values[k]) && !Double.isNaN(others[k])) {
                    double cell = Math.cos(Math.toRadians(TARGET.lat()[k / TARGET.nx()]));
                    sum += cell * Math.pow(values[k] - exact[k], 2);
                    area += cell;
                    largest = Math.max(largest, Math.abs(values[k] - exact[k]));
                    count++;
                }
            }
            return new Errors(Math.sqrt(sum / area), largest, count);
        }
    }

    @Test
    void errorsAreNoWorseThanThoseOfCdo() throws IOException, InterruptedException {
        System.out.printf(
                "%-22s %-16s %-5s %23s %23s %6s%n", "source", "method", "field", "ours: mean, largest", "CDO", "cells");
        for (Map.Entry<String, Grid> source : sources().entrySet()) {
            for (Method method : new Method[] {Method.NEAREST, Method.INVERSE_DISTANCE, Method.BILINEAR}) {
                for (Map.Entry<String, DoubleBinaryOperator> field :
                        SampleGrids.analytic().entrySet()) {
                    compare(source.getKey(), source.getValue(), method, field);
                }
            }
        }
    }

    private void compare(String name, Grid source, Method method, Map.Entry<String, DoubleBinaryOperator> field)
            throws IOException, InterruptedException {
        double[] values = SampleGrids.field(source, field.getValue());
        double[] exact = SampleGrids.field(TARGET, field.getValue());
        double[] ours = SampleGrids.regridded(source, values, TARGET, method, MissingRule.STANDARD);
        Reach reach = method == Method.BILINEAR ? Reach.WITHIN_SOURCE : Reach.EVERYWHERE;
        double[] inside = SampleGrids.regridded(source, values, TARGET, Method.BILINEAR, MissingRule.STANDARD);
        Arrays.setAll(ours, k -> Double.isNaN(inside[k]) ? Double.NaN : ours[k]);
        boolean alone = method == Method.BILINEAR && source instanceof UnstructuredGrid;
        double[] cdo = alone ? ours : new Cdo(folder).remap(operator(method), source, values, TARGET, reach);
        Errors error = Errors.of(ours, cdo, exact);
        Errors known = Errors.of(cdo, ours, exact);
        System.out.printf(
                "%-22s %-16s %-5s %11.3e %11.3e %s %6d%n",
                name,
                method,
                field.getKey(),
                error.mean(),
                error.largest(),
                alone ? " ".repeat(20) + "---" : String.format("%11.3e %11.3e", known.mean(), known.largest()),
                error.count());
        assertThat(error.count()).isGreaterThan(50);
        assertThat(error.mean())
                .as("%s %s %s", name, method, field.getKey())
                .isLessThanOrEqualTo(AS_GOOD * known.mean());
        assertThat(error.largest())
                .as("%s %s %s", name, method, field.getKey())
                .isLessThanOrEqualTo(AS_GOOD * known.largest());
    }

    private static String operator(Method method) {
        return switch (method) {
            case NEAREST -> "remapnn";
            case INVERSE_DISTANCE -> "remapdis";
            default -> "remapbil";
        };
    }

    private static Map<String, Grid> sources() {
        RectilinearGrid regular = SampleGrids.regular(60, 90, -180);
        double[] falling = Arrays.stream(regular.lat()).map(lat -> -lat).toArray();
        Map<String, Grid> sources = new LinkedHashMap<>();
        sources.put("regular", regular);
        sources.put(
                "falling, from 20 E",
                new RectilinearGrid(falling, SampleGrids.regular(60, 90, 20).lon()));
        sources.put(
                "points on the poles",
                new RectilinearGrid(new AxisSteps(-90, 90, 4).values(), new AxisSteps(0, 356, 4).values()));
        sources.put("uneven region", SampleGrids.random(new Random(3), 30, 40));
        sources.put("regular as rows", SampleGrids.curvilinear(regular));
        sources.put("tripolar", SampleGrids.tripolar(70, 15, 144));
        sources.put("tripolar, overlapping", SampleGrids.overlapping(SampleGrids.tripolar(70, 15, 144)));
        sources.put("turned region", SampleGrids.rotated(40, 50, 45, 175, 0.8));
        sources.put("turned, over the pole", SampleGrids.rotated(40, 50, 82, 10, 0.8));
        sources.put("nodes of a mesh", SampleGrids.octahedron(36));
        sources.put("cells of a mesh", SampleGrids.cells(regular));
        return sources;
    }
}
