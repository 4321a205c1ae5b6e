package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares with CDO's {@code remapcon}, which has parallels as edges of cells of longitudes and latitudes too, and
 * great circles as those of all others.
 *
 * <p>Values are the same but for cells that CDO does not cover: where a great circle goes over a parallel and comes
 * back between two corners, it at times leaves out what lies between both, also where the corners are on the parallel.
 * There CDO's own shares of a target cell sum to less than 1 over a source that covers the Earth; ours sum to 1.
 *
 * <p>The same means within 1e-12 for cells of 2 degrees and more. CDO adds triangles up, which for smaller cells, and
 * for targets of which a source cell has a thin slice, keeps fewer digits; between grids of longitudes and latitudes
 * ours are products of exact differences.
 */
class ConservativeCdoIT {
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
    void valuesBetweenGridsOfLongitudesAndLatitudesAreThoseOfCdo() throws IOException, InterruptedException {
        Random random = new Random(4);
        List<Grid> grids = List.of(
                SampleGrids.regular(30, 45, -180),
                new RectilinearGrid(
                        new AxisSteps(84, -90, -6).values(),
                        SampleGrids.regular(1, 40, 17).lon()),
                new RectilinearGrid(new AxisSteps(-90, 90, 5).values(), new AxisSteps(0, 355, 5).values()),
                eastward(random, 17, 24),
                SampleGrids.random(random, 20, 30));
        for (Grid source : grids) {
            for (Grid target : grids) {
                assertThat(different(source, target, random)).isLessThan(2);
            }
        }
    }

    @Test
    void valuesBetweenAllKindsOfGridsAreThoseOfCdo() throws IOException, InterruptedException {
        Random random = new Random(5);
        List<Grid> grids = List.of(
                SampleGrids.regular(31, 45, -180),
                eastward(random, 17, 24),
                CellGrids.tripolar(30, 10, 60, 0),
                CellGrids.cube(8),
                CellGrids.plainTriangles(3));
        for (Grid source : grids) {
            for (Grid target : grids) {
                assertThat(different(source, target, random))
                        .as(source + " to " + target)
                        .isLessThan(target.size() / 40);
            }
        }
    }

    /** Compares values and covers; returns the number of cells that CDO does not cover or has fewer digits of. */
    private int different(Grid source, Grid target, Random random) throws IOException, InterruptedException {
        double[] values =
                SampleGrids.field(source, (lat, lon) -> random.nextInt(20) == 0 ? Double.NaN : 1 + random.nextDouble());
        double[] ones = SampleGrids.field(source, (lat, lon) -> 1);
        double[] cdo = new Cdo(folder).remap("remapcon", source, values, target);
        double[] cover = new Cdo(folder).with("CDO_REMAP_NORM", "destarea").remap("remapcon", source, ones, target);
        Weights weights = Weights.of(source, target, Scheme.of(Method.CONSERVATIVE));
        double[] ours = new double[target.size()];
        weights.apply(values, GridWindow.of(source), new MissingRule(MissingPolicy.SHOAL, 0), ours);
        int different = 0;
        for (int k = 0; k < ours.length; k++) {
            double sum = Arrays.stream(weights.weightsOf(k / target.nx(), k % target.nx()))
                    .sum();
            double theirs = Double.isNaN(cover[k]) ? 0 : cover[k];
            double rounding = 5e-13 + 2e-14 / Math.sqrt(weights.targetAreas()[k]);
            if (Math.abs(theirs - sum) > rounding) {
                different++;
                assertThat(sum).as("%s to %s, cell %d", source, target, k).isGreaterThan(theirs);
            } else if (!Double.isNaN(ours[k]) || !Double.isNaN(cdo[k])) {
                assertThat(ours[k]).as("%s to %s, cell %d", source, target, k).isCloseTo(cdo[k], within(1e-11));
                different += Math.abs(ours[k] - cdo[k]) > rounding ? 1 : 0;
            }
        }
        return different;
    }

    /** CDO ends with an error of its own where longitudes with bounds fall. */
    private static RectilinearGrid eastward(Random random, int ny, int nx) {
        RectilinearGrid grid = CellGrids.uneven(random, ny, nx);
        return grid.lon()[0] < grid.lon()[1] ? grid : eastward(random, ny, nx);
    }
}
