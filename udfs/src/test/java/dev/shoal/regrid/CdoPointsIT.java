package dev.shoal.regrid;

import static org.assertj.core.api.Assertions.assertThat;
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
 * Compares with CDO where it extrapolates: {@code remapnn}, {@code remapdis} and {@code remapbil} of grids of all kinds
 * to grids of all kinds. Differences of definition, each left out of the comparison where it is and nowhere else:
 *
 * <ul>
 *   <li>outside the grid {@code remapbil} leaves missing ones of the four points out; here the target is missing;
 *   <li>{@code remapbil} of a curvilinear grid tries the four quadrilaterals around the nearest point only, leaves seam
 *       and fold open, and beyond 80 degrees of latitude stays in the plane of longitude and latitude.
 * </ul>
 */
class CdoPointsIT {
    private static final RectilinearGrid TARGET =
            new RectilinearGrid(new AxisSteps(-88.3, 88.9, 4.43).values(), new AxisSteps(-179.3, 177.7, 5.1).values());
    private static final double SAME = 1e-10;

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
    void nearestPointsAreThoseOfCdoFromAnyGridToAnyGrid() throws IOException, InterruptedException {
        for (Grid source : sources()) {
            for (Grid target : targets()) {
                assertSame("remapnn", source, target, Scheme.of(Method.NEAREST));
            }
        }
    }

    @Test
    void inverseDistancesAreThoseOfCdoFromAnyGridToAnyGrid() throws IOException, InterruptedException {
        for (Grid source : sources()) {
            for (Grid target : targets()) {
                assertSame("remapdis", source, target, Scheme.of(Method.INVERSE_DISTANCE));
            }
        }
    }

    @Test
    void numbersOfNeighboursAreThoseOfCdo() throws IOException, InterruptedException {
        for (int neighbours : new int[] {1, 2, 3, 7, 12}) {
            Scheme scheme = Scheme.of(Method.INVERSE_DISTANCE).nearest(neighbours);
            for (Grid source : sources()) {
                assertSame("remapdis," + neighbours, source, TARGET, scheme);
            }
        }
    }

    @Test
    void bilinearValuesOfLonLatGridsAreThoseOfCdoEverywhere() throws IOException, InterruptedException {
        for (Grid source : sources()) {
            if (source instanceof RectilinearGrid) {
                for (Grid target : targets()) {
                    assertSame("remapbil", source, target, Scheme.of(Method.BILINEAR));
                }
            }
        }
    }

    @Test
    void bilinearValuesOutsideACurvilinearGridAreThoseOfCdo() throws IOException, InterruptedException {
        CurvilinearGrid source = SampleGrids.rotated(40, 50, 45, 175, 0.8);
        assertSame("remapbil", source, TARGET, Scheme.of(Method.BILINEAR));
    }

    private void assertSame(String operator, Grid source, Grid target, Scheme scheme)
            throws IOException, InterruptedException {
        Random random = new Random(1);
        double[] values =
                SampleGrids.field(source, (lat, lon) -> random.nextInt(20) == 0 ? Double.NaN : random.nextGaussian());
        double[] cdo = new Cdo(folder).remap(operator, source, values, target, Reach.EVERYWHERE);
        double[] ours = new double[target.size()];
        Weigher.of(source, scheme.within(Reach.EVERYWHERE), 2)
                .weights(target, GridWindow.of(target), 2)
                .apply(values, GridWindow.of(source), MissingRule.CDO, ours);
        int different = 0;
        StringBuilder where = new StringBuilder();
        for (int k = 0; k < ours.length; k++) {
            boolean same = isSame(ours[k], cdo[k], scheme.method());
            if (!same && different++ < 5) {
                double lat = target.lat(k / target.nx(), k % target.nx());
                double lon = target.lon(k / target.nx(), k % target.nx());
                where.append(String.format(" %s for %s at %s, %s;", ours[k], cdo[k], lat, lon));
            }
        }
        assertThat(different)
                .as("%s of %s to %s:%s", operator, source, target, where)
                .isZero();
    }

    /** Outside the source a bilinear value may be missing where CDO leaves out what is missing among the four. */
    private static boolean isSame(double ours, double cdo, Method method) {
        boolean missing = Double.isNaN(ours) && (Double.isNaN(cdo) || method == Method.BILINEAR);
        return missing || Math.abs(ours - cdo) <= SAME;
    }

    private static List<Grid> sources() {
        RectilinearGrid regular = SampleGrids.regular(47, 120, -180);
        double[] falling = Arrays.stream(regular.lat()).map(lat -> -lat).toArray();
        Random random = new Random(3);
        return List.of(
                regular,
                new RectilinearGrid(falling, SampleGrids.regular(47, 120, 20).lon()),
                new RectilinearGrid(new AxisSteps(-90, 90, 5).values(), new AxisSteps(0, 355, 5).values()),
                SampleGrids.random(random, 30, 40),
                SampleGrids.rotated(40, 50, 82, 10, 0.8),
                SampleGrids.overlapping(SampleGrids.tripolar(70, 15, 144)),
                SampleGrids.scattered(random, 3000));
    }

    private static List<Grid> targets() {
        return List.of(TARGET, SampleGrids.rotated(30, 40, -60, 200, 1.3), SampleGrids.scattered(new Random(8), 2000));
    }
}
