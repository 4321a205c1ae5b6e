package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Policy {@code cdo} beside CDO itself, on fields with random holes: the same cells are missing and the values are the
 * same. CDO makes weights anew for each mask; ours are made once, without one.
 */
class CdoPolicyIT {
    private static final RectilinearGrid GLOBAL = SampleGrids.regular(36, 72, 0);
    private static final RectilinearGrid REGION =
            new RectilinearGrid(new AxisSteps(-41.5, 38.5, 2.5).values(), new AxisSteps(11, 71, 3).values());
    private static final RectilinearGrid TARGET =
            new RectilinearGrid(new AxisSteps(-84, 84, 8).values(), new AxisSteps(4, 355, 9).values());

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

    @Test
    void meansOverAreasAreThoseOfCdo() throws IOException, InterruptedException {
        for (RectilinearGrid source : new RectilinearGrid[] {GLOBAL, REGION}) {
            double[] values = holed(source, 3);
            double[] cdo = new Cdo(folder).remap("remapcon", source, values, TARGET);
            assertSame(cdo, ours(source, values, Method.CONSERVATIVE, MissingRule.CDO), 1e-12);
        }
    }

    @Test
    void theLeastAreaIsAShareOfTheOverlap() throws IOException, InterruptedException {
        for (RectilinearGrid source : new RectilinearGrid[] {GLOBAL, REGION}) {
            double[] values = holed(source, 2);
            Cdo cdo = new Cdo(folder).with("REMAP_AREA_MIN", "0.53");
            assertSame(
                    cdo.remap("remapcon", source, values, TARGET),
                    ours(source, values, Method.CONSERVATIVE, MissingRule.CDO.wanting(0.53)),
                    1e-12);
        }
    }

    @Test
    void sumsOverWholeCellsAreThoseOfCdo() throws IOException, InterruptedException {
        for (RectilinearGrid source : new RectilinearGrid[] {GLOBAL, REGION}) {
            double[] values = holed(source, 3);
            Cdo cdo = new Cdo(folder).with("CDO_REMAP_NORM", "destarea");
            assertSame(
                    cdo.remap("remapcon", source, values, TARGET),
                    ours(source, values, Method.CONSERVATIVE, MissingRule.CDO.normalised(Normalisation.DESTAREA)),
                    1e-12);
        }
    }

    /** Of values with equal areas CDO takes one or another, and we the smallest. */
    @Test
    void theLargestAreaIsThatOfCdo() throws IOException, InterruptedException {
        for (RectilinearGrid source : new RectilinearGrid[] {GLOBAL, REGION}) {
            Random random = new Random(5);
            double[] values = holed(source, 4);
            Arrays.setAll(values, k -> Double.isNaN(values[k]) ? Double.NaN : random.nextInt(3));
            double[] cdo = new Cdo(folder).remap("remaplaf", source, values, TARGET);
            double[] ours = ours(source, values, Method.LARGEST_AREA, MissingRule.CDO);
            Weights weights = Weights.of(source, TARGET, Scheme.of(Method.LARGEST_AREA));
            int ties = 0;
            for (int k = 0; k < cdo.length; k++) {
                if (ours[k] < cdo[k]) {
                    double difference = weightOf(weights, k, values, ours[k]) - weightOf(weights, k, values, cdo[k]);
                    assertThat(difference).isCloseTo(0, Offset.offset(1e-9));
                    cdo[k] = ours[k];
                    ties++;
                }
            }
            assertThat(ties).isLessThan(cdo.length / 5);
            assertSame(cdo, ours, 0);
        }
    }

    private static double weightOf(Weights weights, int cell, double[] values, double wanted) {
        int[] from = weights.sourcesOf(cell / TARGET.nx(), cell % TARGET.nx());
        double[] weight = weights.weightsOf(cell / TARGET.nx(), cell % TARGET.nx());
        double sum = 0;
        for (int k = 0; k < from.length; k++) {
            sum += values[from[k]] == wanted ? weight[k] : 0;
        }
        return sum;
    }

    @Test
    void pointsMissingAreTreatedAsCdoTreatsThem() throws IOException, InterruptedException {
        double[] values = holed(GLOBAL, 4);
        assertSame(
                new Cdo(folder).remap("remapbil", GLOBAL, values, TARGET),
                ours(GLOBAL, values, Method.BILINEAR, MissingRule.CDO),
                1e-10);
        assertSame(
                new Cdo(folder).remap("remapnn", GLOBAL, values, TARGET),
                ours(GLOBAL, values, Method.NEAREST, MissingRule.CDO),
                1e-10);
        assertSame(
                new Cdo(folder).remap("remapdis", GLOBAL, values, TARGET),
                ours(GLOBAL, values, Method.INVERSE_DISTANCE, MissingRule.CDO),
                1e-10);
    }

    private static double[] ours(Grid source, double[] values, Method method, MissingRule rule) {
        return SampleGrids.regridded(source, values, TARGET, method, rule);
    }

    /** A field of which one value in {@code every} is missing. */
    private static double[] holed(Grid source, int every) {
        Random random = new Random(every);
        return SampleGrids.field(source, (lat, lon) -> random.nextInt(every) == 0 ? Double.NaN : random.nextGaussian());
    }

    private static void assertSame(double[] cdo, double[] ours, double limit) {
        int valid = 0;
        for (int k = 0; k < cdo.length; k++) {
            String place = "target " + TARGET.lat()[k / TARGET.nx()] + ", " + TARGET.lon()[k % TARGET.nx()];
            assertThat(Double.isNaN(ours[k])).as(place).isEqualTo(Double.isNaN(cdo[k]));
            assertThat(Double.isNaN(cdo[k]) || Math.abs(ours[k] - cdo[k]) <= limit)
                    .as(place + ": " + ours[k] + " beside " + cdo[k])
                    .isTrue();
            valid += Double.isNaN(cdo[k]) ? 0 : 1;
        }
        assertThat(valid).isGreaterThan(30);
    }
}
