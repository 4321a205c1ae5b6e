package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with CDO's {@code remapbic}. On evenly spaced axes the values are the same to rounding, but for targets
 * beside the outermost rows, where CDO takes one-sided differences and we look over the pole or take a parabola. On
 * other grids CDO takes slopes and the place between four points from the bilinear map; there ours are nearer to the
 * truth. Where a neighbour of the four corners is missing CDO takes one-sided differences, and we the bilinear value.
 */
class CdoBicubicIT {
    private static final RectilinearGrid TARGET =
            new RectilinearGrid(new AxisSteps(-88.3, 88.9, 4.43).values(), new AxisSteps(-179.3, 177.7, 5.1).values());

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
    void onEvenStepsInsideTheOutermostRowsTheValuesAreThoseOfCdo() throws IOException, InterruptedException {
        RectilinearGrid[] sources = {
            SampleGrids.regular(48, 120, -180),
            SampleGrids.regular(48, 120, 20),
            new RectilinearGrid(new AxisSteps(90, -90, -5).values(), new AxisSteps(0, 355, 5).values())
        };
        for (RectilinearGrid source : sources) {
            double[] values = SampleGrids.field(source, noise(7));
            double[] cdo = new Cdo(folder).remap("remapbic", source, values, TARGET);
            double[] ours = SampleGrids.regridded(source, values, TARGET, Method.BICUBIC, MissingRule.CDO);
            int same = 0;
            for (int k = 0; k < cdo.length; k++) {
                assertThat(Double.isNaN(ours[k])).isEqualTo(Double.isNaN(cdo[k]));
                if (Math.abs(TARGET.lat(k / TARGET.nx(), 0)) < 80) {
                    assertThat(Math.abs(ours[k] - cdo[k])).isLessThan(1e-10);
                    same++;
                }
            }
            assertThat(same).isGreaterThan(2000);
        }
    }

    @Test
    void missingCornersAndMissingNeighbours() throws IOException, InterruptedException {
        RectilinearGrid source = SampleGrids.regular(48, 120, -180);
        Random random = new Random(5);
        double[] values = SampleGrids.field(
                source, (lat, lon) -> random.nextInt(30) == 0 ? Double.NaN : SampleGrids.y22(lat, lon));
        double[] whole = SampleGrids.field(source, SampleGrids::y22);
        double[] cdo = new Cdo(folder).remap("remapbic", source, values, TARGET);
        double[] ours = SampleGrids.regridded(source, values, TARGET, Method.BICUBIC, MissingRule.CDO);
        double[] unmasked = SampleGrids.regridded(source, whole, TARGET, Method.BICUBIC, MissingRule.CDO);
        double[] bilinear = SampleGrids.regridded(source, values, TARGET, Method.BILINEAR, MissingRule.CDO);
        int fallen = 0;
        for (int k = 0; k < cdo.length; k++) {
            assertThat(Double.isNaN(ours[k])).isEqualTo(Double.isNaN(cdo[k]));
            boolean inner = Math.abs(TARGET.lat(k / TARGET.nx(), 0)) < 80 && !Double.isNaN(ours[k]);
            if (inner && ours[k] == bilinear[k] && ours[k] != unmasked[k]) {
                fallen++;
            } else if (inner) {
                assertThat(Math.abs(ours[k] - cdo[k])).isLessThan(1e-10);
            }
        }
        assertThat(fallen).isBetween(100, 1500);
    }

    @Test
    void errorsAreNoWorseThanThoseOfCdoOnAnyGrid() throws IOException, InterruptedException {
        Map<String, Grid> sources = new LinkedHashMap<>();
        sources.put("4 x 3 degrees", SampleGrids.regular(60, 90, 0));
        sources.put("3 x 4 degrees", SampleGrids.regular(45, 120, 0));
        sources.put(
                "with poles",
                new RectilinearGrid(new AxisSteps(-90, 90, 4).values(), new AxisSteps(0, 356, 4).values()));
        sources.put("uneven", SampleGrids.random(new Random(3), 30, 40));
        sources.put("curvilinear", SampleGrids.curvilinear(SampleGrids.regular(45, 120, 0)));
        sources.put("tripolar", SampleGrids.tripolar(70, 15, 144));
        sources.put("rotated", SampleGrids.rotated(40, 50, 45, 175, 0.8));
        sources.put("over the pole", SampleGrids.rotated(40, 50, 85, 10, 0.8));
        RectilinearGrid target = SampleGrids.regular(60, 120, 0);
        Map<String, DoubleBinaryOperator> fields = SampleGrids.analytic();
        System.out.printf(
                "%-14s %-5s %21s %21s %21s%n", "bicubic from", "field", "CDO L2, Linf", "ours", "ours bilinear");
        for (Map.Entry<String, Grid> source : sources.entrySet()) {
            for (Map.Entry<String, DoubleBinaryOperator> field : fields.entrySet()) {
                double[] values = SampleGrids.field(source.getValue(), field.getValue());
                double[] exact = SampleGrids.field(target, field.getValue());
                double[] cdo = norms(new Cdo(folder).remap("remapbic", source.getValue(), values, target), exact);
                double[] ours = norms(regridded(source.getValue(), values, target, Method.BICUBIC), exact);
                double[] linear = norms(regridded(source.getValue(), values, target, Method.BILINEAR), exact);
                System.out.printf(
                        "%-14s %-5s %10.2e %10.2e %10.2e %10.2e %10.2e %10.2e%n",
                        source.getKey(), field.getKey(), cdo[0], cdo[1], ours[0], ours[1], linear[0], linear[1]);
                assertThat(ours[0]).isLessThanOrEqualTo(1.001 * cdo[0]);
                assertThat(ours[1]).isLessThanOrEqualTo(1.001 * cdo[1]);
            }
        }
    }

    private static double[] regridded(Grid source, double[] values, RectilinearGrid target, Method method) {
        return SampleGrids.regridded(source, values, target, method, MissingRule.CDO);
    }

    private static DoubleBinaryOperator noise(long seed) {
        Random random = new Random(seed);
        return (lat, lon) -> random.nextGaussian();
    }

    /** Returns the errors in the quadratic mean and the largest, each by that of the exact field. */
    private static double[] norms(double[] values, double[] exact) {
        double error = 0;
        double norm = 0;
        double worst = 0;
        double largest = 0;
        for (int k = 0; k < values.length; k++) {
            if (!Double.isNaN(values[k])) {
                error += Math.pow(values[k] - exact[k], 2);
                norm += exact[k] * exact[k];
                worst = Math.max(worst, Math.abs(values[k] - exact[k]));
                largest = Math.max(largest, Math.abs(exact[k]));
            }
        }
        return new double[] {Math.sqrt(error / norm), worst / largest};
    }
}
